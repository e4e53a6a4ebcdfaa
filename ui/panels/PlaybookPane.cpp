#include "ui/panels/PlaybookPane.h"

#include "ui/models/PlaybookRows.h"
#include "ui/panels/Button.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/Framed.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlaybookTrial.h"
#include "ui/panels/ScrollColumn.h"
#include "ui/theme/Metrics.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBySideFrom = 860; // px

} // namespace

PlaybookPane::PlaybookPane(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Title))
    , m_line(new Label(look, Role::Small, &Theme::ink2))
    , m_back(new Button(look, tr("Back to the bundled one…")))
    , m_save(new Button(look, tr("Save the playbook"), ButtonKind::Primary))
    , m_text(new QWidget)
    , m_edit(new QPlainTextEdit)
    , m_said(new Label(look, Role::Small, &Theme::ink2))
    , m_goTo(new Button(look, tr("Go there"), ButtonKind::Quiet))
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_trial(new PlaybookTrial(look))
{
    setAccessibleName(tr("Playbook"));
    m_title->setElided(Qt::ElideRight);
    m_line->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::conversationPadding, 14, metrics::conversationPadding, 12);
    head->setSpacing(8);
    head->addLayout(words, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    head->addWidget(m_save, 0, Qt::AlignTop);
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *scroll = new ScrollColumn(look, m_trial, &Theme::surface);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("In a real conversation"));
    m_halves->setContentsMargins({});
    m_halves->setSpacing(0);
    buildText();
    m_halves->addWidget(m_text, 1);
    m_halves->addWidget(scroll, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(new Hairline(look, Qt::Horizontal));
    all->addLayout(m_halves, 1);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &PlaybookPane::retype);
    connect(m_goTo, &QAbstractButton::clicked, this, &PlaybookPane::goToFault);
    connect(m_save, &QAbstractButton::clicked, this, &PlaybookPane::save);
    connect(m_back, &QAbstractButton::clicked, this, &PlaybookPane::bundledRequested);
    connect(&look, &Look::changed, this, &PlaybookPane::relook);
    relook();
}

void PlaybookPane::buildText()
{
    m_edit->setAccessibleName(tr("The playbook, in JSON"));
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_said->setWordWrap(true);
    m_goTo->setButtonSize(ButtonSize::Small);
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_said, 1);
    below->addWidget(m_goTo, 0, Qt::AlignTop);
    auto *names = new Label(m_look, Role::Small, &Theme::ink3);
    names->setWordWrap(true);
    names->setMostLines(2);
    QStringList braced;
    for (const QString &name : PlaybookBoard::slotNames())
        braced += u'{' + name + u'}';
    names->setText(tr("In braces: %1", "names of slots").arg(braced.join(u"  ")));
    auto *column = new QVBoxLayout(m_text);
    column->setSpacing(8);
    column->addWidget(new Framed(m_look, m_edit), 1);
    column->addLayout(below);
    column->addWidget(names);
}

void PlaybookPane::relook()
{
    QFont font = m_look.mono();
    font.setPixelSize(m_look.font(Role::Body).pixelSize()); // it is read, not only copied
    m_edit->setFont(font);
    QPalette colours = m_edit->palette();
    colours.setColor(QPalette::Base, m_look.theme().surface);
    colours.setColor(QPalette::Text, m_look.theme().ink);
    m_edit->setPalette(colours);
    mark();
    update();
}

QString PlaybookPane::originLine() const
{
    switch (m_playbook.entry.origin) {
    case PlaybookOrigin::Own:
        return tr(
            "The team’s own. What stood there before lies in the folder “earlier” beside it.");
    case PlaybookOrigin::Bundled:
        return tr("It came with Baton. Saving keeps a copy of the team’s own, which is used from "
                  "then on.");
    case PlaybookOrigin::Offered:
        return tr("It came with Baton, and this team’s drafts do not use it: save it to begin with "
                  "it.");
    case PlaybookOrigin::None:
        break;
    }
    return tr(
        "No playbook yet: a draft says what is said where no intent fits. Save one to begin.");
}

void PlaybookPane::setEntry(const PlaybookEntry &entry)
{
    m_playbook.entry = entry;
    m_title->setText(playbookTitle(entry));
    m_line->setText(m_playbook.mayEdit ? originLine()
                                       : tr("A lead edits playbooks. You can read what it says and "
                                            "see what it writes."));
    offer();
}

void PlaybookPane::show(const PlaybookText &playbook)
{
    m_playbook = playbook;
    m_fault.reset();
    m_saving = false;
    const QString intent = playbook.entry.intent;
    if (!playbook.mayEdit)
        m_typed.remove(intent);
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setPlainText(m_typed.value(intent, playbook.text));
        m_edit->setReadOnly(!playbook.mayEdit);
    }
    m_trial->clear();
    setEntry(playbook.entry);
    say({}, &Theme::ink2);
    mark();
    if (text() != playbook.text)
        Q_EMIT textChanged(text());
}

void PlaybookPane::show(const PlaybookLook &look)
{
    if (look.intent != m_playbook.entry.intent || look.text != text())
        return;
    const bool isNews = look.fault != m_fault;
    m_fault = look.fault;
    m_trial->show(look);
    if (m_fault)
        say(tr("Line %1. %2", "of a text, what is wrong there")
                .arg(m_fault->line)
                .arg(m_fault->what),
            &Theme::dangerText);
    else if (isNews)
        say({}, &Theme::ink2);
    mark();
    offer();
    if (isNews && m_fault && isVisible()) {
        QAccessibleEvent alert(m_said, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void PlaybookPane::setSaved(const PlaybookEntry &entry)
{
    if (entry.intent != m_playbook.entry.intent || entry.origin != PlaybookOrigin::Own)
        m_typed.remove(entry.intent);
    if (entry.intent != m_playbook.entry.intent)
        return;
    m_saving = false;
    if (entry.origin == PlaybookOrigin::Own) {
        m_playbook.text = m_sent;
        if (text() == m_sent) // else somebody went on typing
            m_typed.remove(entry.intent);
        say(tr("Saved. Drafts are written from it from now on."), &Theme::ink2);
    }
    setEntry(entry);
}

void PlaybookPane::setFailed(const QString &why)
{
    if (!m_saving)
        return;
    m_saving = false;
    say(why, &Theme::dangerText);
    offer();
}

QString PlaybookPane::fault() const
{
    return m_fault ? m_said->text() : QString();
}

void PlaybookPane::say(const QString &what, QColor Theme::*ink)
{
    m_said->setText(what);
    m_said->setInk(ink);
    m_goTo->setVisible(m_fault.has_value());
}

void PlaybookPane::offer()
{
    const bool changed
        = text() != m_playbook.text || m_playbook.entry.origin != PlaybookOrigin::Own;
    m_save->setVisible(m_playbook.mayEdit);
    m_save->setBusy(m_saving);
    m_save->setEnabled(changed && !m_fault && !m_saving);
    m_back->setVisible(m_playbook.mayEdit && m_playbook.entry.origin == PlaybookOrigin::Own);
}

void PlaybookPane::retype()
{
    if (text() == m_playbook.text)
        m_typed.remove(m_playbook.entry.intent);
    else
        m_typed.insert(m_playbook.entry.intent, text());
    if (!m_fault)
        say({}, &Theme::ink2);
    offer();
    Q_EMIT textChanged(text());
}

void PlaybookPane::mark()
{
    QList<QTextEdit::ExtraSelection> marked;
    if (m_fault) {
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(m_edit->document()->findBlockByNumber(m_fault->line - 1));
        line.format.setBackground(m_look.theme().dangerTint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        marked += line;
    }
    m_edit->setExtraSelections(marked);
}

void PlaybookPane::goToFault()
{
    if (!m_fault)
        return;
    m_edit->setTextCursor(QTextCursor(m_edit->document()->findBlockByNumber(m_fault->line - 1)));
    m_edit->ensureCursorVisible();
    focusText();
}

void PlaybookPane::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void PlaybookPane::save()
{
    if (!m_save->isVisible() || !m_save->isEnabled())
        return;
    m_saving = true;
    m_sent = text();
    offer();
    Q_EMIT saveRequested(m_sent);
}

void PlaybookPane::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        save();
    else
        QWidget::keyPressEvent(event);
}

void PlaybookPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= sideBySideFrom;
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // What stands beside brings its own room along.
    m_text->layout()->setContentsMargins(metrics::conversationPadding, 14,
                                         beside ? 0 : metrics::conversationPadding, 12);
}

void PlaybookPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), m_look.theme().surface);
}

QString PlaybookPane::text() const
{
    return plainTextOf(*m_edit->document());
}

} // namespace baton::ui
