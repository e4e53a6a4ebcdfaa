#include "ui/panels/PlaybookTrial.h"

#include "ui/models/ReplyMarks.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/DraftEdit.h"
#include "ui/panels/DraftSources.h"
#include "ui/panels/Framed.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int quotedAskedLines = 4;
constexpr int mostDraftLines = 60;
constexpr int doubtIcon = 14;

QString lastAsked(const Conversation &conversation)
{
    for (auto it = conversation.messages.rbegin(); it != conversation.messages.rend(); ++it) {
        if (it->from == Sender::Customer && it->presence == Presence::Present)
            return it->text.simplified();
    }
    return {};
}

} // namespace

PlaybookTrial::PlaybookTrial(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_place(new Label(look, Role::Small, &Theme::ink2))
    , m_previous(new IconButton(look, u"chevron-left"_s, tr("Previous conversation")))
    , m_next(new IconButton(look, u"chevron-right"_s, tr("Next conversation")))
    , m_state(new Label(look, Role::Small, &Theme::ink2))
    , m_written(new QWidget)
    , m_who(new Label(look, Role::Small, &Theme::ink2))
    , m_asked(new Label(look, Role::Body, &Theme::ink2))
    , m_draft(new DraftEdit(look, tr("What the playbook writes")))
    , m_worth(new Label(look, Role::Small, &Theme::ink2))
    , m_doubts(new QVBoxLayout)
    , m_restsOn(new Label(look, Role::Small, &Theme::ink3))
    , m_sources(new DraftSources(look))
{
    setAccessibleName(tr("In a real conversation"));
    auto *title = new Label(look, Role::Small, &Theme::ink3);
    title->setWeight(QFont::Medium);
    title->setText(tr("In a real conversation"));
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(title, 1);
    head->addWidget(m_place);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    m_state->setWordWrap(true);
    m_who->setElided(Qt::ElideRight);
    m_asked->setWordWrap(true);
    m_asked->setMostLines(quotedAskedLines);
    m_draft->setReadOnly(true);
    m_draft->setLines(2, mostDraftLines);
    m_worth->setWordWrap(true);
    m_doubts->setSpacing(6);
    m_restsOn->setWeight(QFont::Medium);
    m_restsOn->setText(tr("What it rests on"));
    auto *written = new QVBoxLayout(m_written);
    written->setContentsMargins({});
    written->setSpacing(8);
    written->addWidget(m_who);
    written->addWidget(m_asked);
    written->addWidget(new Framed(look, m_draft));
    written->addWidget(m_worth);
    written->addLayout(m_doubts);
    written->addWidget(m_restsOn);
    written->addWidget(m_sources);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(metrics::conversationPadding, 10, metrics::conversationPadding, 14);
    all->setSpacing(8);
    all->addLayout(head);
    all->addWidget(m_state);
    all->addWidget(m_written);
    all->addStretch();
    connect(m_previous, &QAbstractButton::clicked, this, &PlaybookTrial::previousRequested);
    connect(m_next, &QAbstractButton::clicked, this, &PlaybookTrial::nextRequested);
    clear();
}

QString PlaybookTrial::said() const
{
    return m_state->isHidden() ? m_worth->text() : m_state->text();
}

QString PlaybookTrial::place() const
{
    return m_place->text();
}

void PlaybookTrial::say(const QString &what)
{
    m_state->setText(what);
    m_state->setVisible(!what.isEmpty());
}

void PlaybookTrial::clear()
{
    m_place->clear();
    m_previous->setEnabled(false);
    m_next->setEnabled(false);
    m_written->hide();
    say({});
}

void PlaybookTrial::show(const PlaybookLook &look)
{
    if (look.fault) {
        // What stands there is of the text before the mistake.
        say(m_written->isHidden() ? tr("It writes nothing until its text can be read.")
                                  : tr("As it wrote before the mistake."));
        return;
    }
    if (!look.preview) {
        clear();
        say(look.looking ? tr("Looking for conversations…")
                         : tr("No conversation about this is waiting or was closed yet."));
        return;
    }
    say({});
    showDraft(*look.preview);
}

void PlaybookTrial::showDraft(const PlaybookPreview &preview)
{
    m_place->setText(tr("%1 of %2", "which of how many").arg(preview.index + 1).arg(preview.count));
    m_previous->setEnabled(preview.count > 1);
    m_next->setEnabled(preview.count > 1);
    const QString name = preview.conversation.customer.name;
    m_who->setText(name.isEmpty() ? tr("The customer writes:") : tr("%1 writes:").arg(name));
    m_asked->setText(lastAsked(preview.conversation));
    const Draft &draft = preview.draft;
    const ReplyMarks marks = replyMarks(draft, preview.conversation, {});
    m_draft->setPlain(draft.text);
    m_draft->setMarks(marks.sources, marks.doubts);
    QStringList worth;
    if (draft.text.isEmpty())
        worth += tr("It writes nothing here.");
    else if (marks.claims == 0)
        worth += tr("It says nothing that needs a source.");
    else
        worth += tr("%1 of %n claim(s) supported.", nullptr, marks.claims).arg(marks.grounded);
    if (preview.leftOut > 0)
        worth += tr("%n sentence(s) left out: the knowledge has no passage of that name.", nullptr,
                    preview.leftOut);
    m_worth->setText(worth.join(u' '));
    clearLayout(m_doubts);
    for (const Doubt &doubt : marks.doubts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(new IconLabel(m_look, u"warning"_s, doubtIcon, &Theme::warnText), 0,
                       Qt::AlignTop);
        auto *what = new Label(m_look, Role::Small, &Theme::warnText);
        what->setWordWrap(true);
        what->setText(
            tr("“%1”: %2", "a sentence, what is wrong with it")
                .arg(doubt.sentence,
                     doubt.detail.isEmpty() ? doubt.what : doubt.what + u' ' + doubt.detail));
        row->addWidget(what, 1);
        m_doubts->addLayout(row);
    }
    m_sources->setDraft(draft, preview.conversation);
    m_restsOn->setVisible(m_sources->count() > 0);
    m_written->show();
}

} // namespace baton::ui
