#include "ui/panels/CoachingPopover.h"

#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/text/Format.h"
#include "ui/text/ReviewWords.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int coachingWide = 420;
constexpr int coachingTall = 360;
constexpr int coachingSide = 14;

} // namespace

CoachingPopover::CoachingPopover(const Look &look, QWidget *parent)
    : Popover(look, tr("Notes for me"), parent)
    , m_look(look)
    , m_column(new QVBoxLayout)
    , m_none(new Label(look, Role::Body, &Theme::ink2))
    , m_read(new Button(look, tr("I have read all"), ButtonKind::Quiet))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Notes for me"));
    m_read->setButtonSize(ButtonSize::Small);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(coachingSide, 8, 8, 8);
    head->addWidget(title, 1);
    head->addWidget(m_read);
    body()->addLayout(head);
    body()->addWidget(new Hairline(look, Qt::Horizontal));
    m_none->setWordWrap(true);
    m_none->setContentsMargins(coachingSide, 12, coachingSide, 14);
    m_none->setText(tr("Nobody has written to you about your work yet. What a reviewer writes "
                       "stands here."));
    auto *all = new QWidget;
    auto *inside = new QVBoxLayout(all);
    inside->setContentsMargins({});
    inside->setSpacing(0);
    inside->addWidget(m_none);
    m_column->setSpacing(0);
    inside->addLayout(m_column);
    inside->addStretch();
    auto *scroll = new ScrollColumn(look, all, &Theme::raised);
    scroll->setAccessibleName(tr("Notes"));
    scroll->setFixedSize(look.px(coachingWide), look.px(coachingTall));
    body()->addWidget(scroll);
    connect(m_read, &QAbstractButton::clicked, this, [this] {
        QList<qint64> unread;
        for (const CoachingNote &note : m_notes) {
            if (!note.read)
                unread.append(note.review);
        }
        Q_EMIT readRequested(unread);
    });
    setFocusProxy(m_read);
}

QWidget *CoachingPopover::rowOf(const CoachingNote &note, Instant now)
{
    auto *row = new QWidget;
    auto *who = new Label(m_look, Role::Small);
    who->setWeight(note.read ? QFont::Medium : QFont::DemiBold);
    const QString name = displayName(note.reviewer);
    const QString line = tr("%1 · %2 · %3", "a reviewer, the verdict, when")
                             .arg(name, words::of(note.verdict),
                                  format::moment(note.at, now, QTimeZone::systemTimeZone()));
    who->setText(note.read ? line : tr("New · %1", "a note that was not read").arg(line));
    if (!note.read)
        who->setInk(&Theme::accentText);
    auto *what = new Label(m_look, Role::Body);
    what->setWordWrap(true);
    what->setText(note.comment);
    auto *open = new Button(m_look, note.need.isEmpty() ? tr("Open the conversation") : note.need,
                            ButtonKind::Link);
    open->setButtonSize(ButtonSize::Small);
    open->setAccessibleName(tr("Open the conversation: %1", "what about").arg(note.need));
    connect(open, &QAbstractButton::clicked, this, [this, note] {
        if (!note.read)
            Q_EMIT readRequested({note.review});
        Q_EMIT openRequested(note.conversation);
        close();
    });
    auto *foot = new QHBoxLayout;
    foot->addWidget(open);
    foot->addStretch();
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(coachingSide, 9, coachingSide, 8);
    column->setSpacing(3);
    column->addWidget(who);
    column->addWidget(what);
    column->addLayout(foot);
    column->addWidget(new Hairline(m_look, Qt::Horizontal));
    row->setAccessibleName(tr("%1. %2", "two sentences").arg(who->text(), note.comment));
    return row;
}

void CoachingPopover::setNotes(const QList<CoachingNote> &notes, Instant now)
{
    m_notes = notes;
    clearLayout(m_column);
    m_rows.clear();
    bool unread = false;
    for (const CoachingNote &note : notes) {
        QWidget *row = rowOf(note, now);
        m_column->addWidget(row);
        m_rows.append(row);
        unread = unread || !note.read;
    }
    m_none->setVisible(notes.isEmpty());
    m_read->setVisible(unread);
}

} // namespace baton::ui
