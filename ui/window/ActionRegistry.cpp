#include "ui/window/ActionRegistry.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

struct Spec
{
    ActionId id;
    const char16_t *key;
    const char16_t *icon; ///< a name in resources/icons
    ActionGroup group;
    ActionScope scope;
    const char *name;
    const char16_t *defaults; ///< portable text, several parted by "; "
};

using G = ActionGroup;
using S = ActionScope;

// TOKENS §8. Close has no key there; the letter is ours.
constexpr Spec specs[] = {
    {ActionId::Palette, u"palette", u"command", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Commands"), u"Ctrl+K"},
    {ActionId::Search, u"search", u"search", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Search this list"), u"/"},
    {ActionId::NextPane, u"pane.next", u"command", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next pane"), u"F6"},
    {ActionId::PreviousPane, u"pane.previous", u"command", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous pane"), u"Shift+F6"},
    {ActionId::ContextPane, u"pane.context", u"panel-right", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show or hide the customer"), u"Ctrl+\\"},
    {ActionId::ShowQueue, u"pane.queue", u"desk", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show or hide the queue"), u"Ctrl+B"},
    {ActionId::Keys, u"keys", u"keyboard", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keys"), u"F1; ?"},
    {ActionId::SwitchTheme, u"theme", u"sun", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Light or dark"), u"Ctrl+Shift+L"},
    {ActionId::GoDesk, u"go.desk", u"desk", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Desk"), u"G, D"},
    {ActionId::GoReview, u"go.review", u"review", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Review"), u"G, R"},
    {ActionId::GoScorecard, u"go.scorecard", u"gauge", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Scorecard"), u"G, S"},
    {ActionId::GoPolicy, u"go.policy", u"policy", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Policy"), u"G, P"},
    {ActionId::GoKnowledge, u"go.knowledge", u"book", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Knowledge"), u"G, K"},
    {ActionId::GoSettings, u"go.settings", u"settings", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Settings"), u"Ctrl+,; G, ,"},
    {ActionId::GoLoad, u"go.load", u"team", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Live load"), u"G, L"},
    {ActionId::Handover, u"go.handover", u"handoff", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Shift handover"), u"G, H"},
    {ActionId::Outbox, u"outbox", u"outbox", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Outbox"), u"Ctrl+O"},
    {ActionId::Undo, u"undo", u"undo", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Undo send"), u"Z; Ctrl+Alt+Z"},
    {ActionId::NextRow, u"queue.next", u"chevron-down", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next conversation"), u"J"},
    {ActionId::PreviousRow, u"queue.previous", u"chevron-up", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous conversation"), u"K"},
    {ActionId::OpenRow, u"queue.open", u"arrow-right", G::Queue, S::Queue,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open it"), u"Return; Enter"},
    {ActionId::View1, u"queue.view1", u"desk", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "All waiting"), u"1"},
    {ActionId::View2, u"queue.view2", u"user", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mine"), u"2"},
    {ActionId::View3, u"queue.view3", u"risk", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Tier C"), u"3"},
    {ActionId::View4, u"queue.view4", u"clock", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Breaching soon"), u"4"},
    {ActionId::View5, u"queue.view5", u"recontact", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Recontacts"), u"5"},
    {ActionId::View6, u"queue.view6", u"package", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Archive"), u"6"},
    {ActionId::Filter, u"queue.filter", u"filter", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Filter…"), u"F"},
    {ActionId::Sort, u"queue.sort", u"sort", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Sort…"), u"O"},
    {ActionId::Incident, u"queue.incident", u"users", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Only what many write, or all again"), u"I"},
    {ActionId::Mark, u"queue.mark", u"check", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mark it"), u"X"},
    {ActionId::MarkDown, u"queue.mark.down", u"chevron-down", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mark on, downwards"), u"Shift+J"},
    {ActionId::MarkUp, u"queue.mark.up", u"chevron-up", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mark on, upwards"), u"Shift+K"},
    {ActionId::Tags, u"conversation.tags", u"tag", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Tags…"), u"L"},
    {ActionId::Take, u"conversation.take", u"human", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Take it"), u"A"},
    {ActionId::Transfer, u"conversation.transfer", u"assign", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Assign to…"), u"Shift+A"},
    {ActionId::GiveBack, u"conversation.release", u"undo", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Give it back to the queue"), u"U"},
    {ActionId::Snooze, u"conversation.snooze", u"snooze", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Snooze…"), u"S"},
    {ActionId::Close, u"conversation.close", u"check", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Close…"), u"Shift+C"},
    {ActionId::Duplicate, u"conversation.duplicate", u"merge", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Close as duplicate…"), u"Shift+D"},
    {ActionId::Summarise, u"conversation.summary", u"note", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Sum up the conversation…"), u"Ctrl+Shift+U"},
    {ActionId::FoldHandoff, u"conversation.handoff", u"baton", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Fold or unfold the handoff"), u"H"},
    {ActionId::HandoffComplete, u"conversation.complete", u"step-ok", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Handoff complete"), u"Y"},
    {ActionId::HandoffMissing, u"conversation.missing", u"flag", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Say what the handoff lacked…"), u"Shift+Y"},
    {ActionId::Correct, u"conversation.correct", u"tag", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Change tier or intent…"), u"T"},
    {ActionId::ShowRule, u"conversation.rule", u"branch", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show the rule and what would change it"),
     u"W"},
    {ActionId::NextSpan, u"conversation.span.next", u"chevron-down", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next words that led here"), u"]"},
    {ActionId::PreviousSpan, u"conversation.span.previous", u"chevron-up", G::Conversation,
     S::Window, QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous words that led here"),
     u"["},
    {ActionId::UseDraft, u"composer.draft", u"draft", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show the waiting draft"), u"Ctrl+G"},
    {ActionId::ModelDraft, u"composer.model", u"regenerate", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Draft by the model"), u"Ctrl+Shift+G"},
    {ActionId::Rewrite, u"composer.rewrite", u"tone", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Tone…"), u"Ctrl+T"},
    {ActionId::Translate, u"composer.translate", u"translate", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Say it in the customer's language"),
     u"Ctrl+Shift+T"},
    {ActionId::SentToModel, u"composer.sent", u"eye", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "What was sent to the model…"),
     u"Ctrl+Shift+Y"},
    {ActionId::DiscardDraft, u"composer.discard", u"discard", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Discard the draft…"), u"Ctrl+D"},
    {ActionId::Snippet, u"composer.snippet", u"snippet", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Insert a snippet…"), u"Ctrl+;"},
    {ActionId::Attach, u"composer.attach", u"attach", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Attach files…"), u"Ctrl+Shift+A"},
    {ActionId::NextDoubt, u"composer.doubt.next", u"warning", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next unsupported sentence"), u"F7"},
    {ActionId::PreviousDoubt, u"composer.doubt.previous", u"warning", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous unsupported sentence"), u"Shift+F7"},
    {ActionId::ApplyFix, u"composer.fix", u"check", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Apply the offered fix"), u"Ctrl+."},
    {ActionId::KeepSentence, u"composer.keep", u"quote", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keep with reason…"), u"Ctrl+Shift+."},
    {ActionId::Source1, u"composer.source1", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 1"), u"Ctrl+1"},
    {ActionId::Source2, u"composer.source2", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 2"), u"Ctrl+2"},
    {ActionId::Source3, u"composer.source3", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 3"), u"Ctrl+3"},
    {ActionId::Source4, u"composer.source4", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 4"), u"Ctrl+4"},
    {ActionId::Source5, u"composer.source5", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 5"), u"Ctrl+5"},
    {ActionId::Source6, u"composer.source6", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 6"), u"Ctrl+6"},
    {ActionId::Source7, u"composer.source7", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 7"), u"Ctrl+7"},
    {ActionId::Source8, u"composer.source8", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 8"), u"Ctrl+8"},
    {ActionId::Source9, u"composer.source9", u"book", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 9"), u"Ctrl+9"},
    {ActionId::Reply, u"conversation.reply", u"chat", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Reply"), u"R"},
    {ActionId::Note, u"conversation.note", u"note", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Internal note"), u"N"},
    {ActionId::PreviousContacts, u"conversation.contacts", u"recontact", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous contacts"), u"C"},
    {ActionId::LookUpAgain, u"conversation.lookup", u"lookup", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Look up again"), u"F5"},
    {ActionId::HaveItDone, u"conversation.act", u"tool", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Have a live system do something…"), u"V"},
    {ActionId::ReplyOrNote, u"composer.kind", u"note", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Reply or note"), u"Ctrl+M"},
    {ActionId::Send, u"composer.send", u"send", G::Composer, S::Composer,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send"), u"Ctrl+Return; Ctrl+Enter"},
    {ActionId::SendAndClose, u"composer.sendclose", u"send-close", G::Composer, S::Composer,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send and close"),
     u"Ctrl+Shift+Return; Ctrl+Shift+Enter"},
    {ActionId::SendWhatIsNew, u"compare.send", u"send", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send what is new"),
     u"Ctrl+Return; Ctrl+Enter"},
    {ActionId::SendUnchanged, u"compare.unchanged", u"send", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send mine unchanged…"), u"Alt+U"},
    {ActionId::KeepAsNote, u"compare.note", u"note", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keep mine as a note"), u"Alt+N"},
    {ActionId::DiscardMine, u"compare.discard", u"discard", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Discard mine"), u"Alt+D"},
    {ActionId::Score1, u"review.score1", u"gauge", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Score 1"), u"1"},
    {ActionId::Score2, u"review.score2", u"gauge", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Score 2"), u"2"},
    {ActionId::Score3, u"review.score3", u"gauge", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Score 3"), u"3"},
    {ActionId::Score4, u"review.score4", u"gauge", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Score 4"), u"4"},
    {ActionId::Score5, u"review.score5", u"gauge", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Score 5"), u"5"},
    {ActionId::ScoreYes, u"review.yes", u"check", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Yes"), u"Y"},
    {ActionId::ScoreNo, u"review.no", u"close", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "No"), u"N"},
    {ActionId::Pass, u"review.pass", u"check", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Pass"), u"P"},
    {ActionId::Coach, u"review.coach", u"coach", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Coach"), u"C"},
    {ActionId::Fail, u"review.fail", u"close", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Fail"), u"F"},
    {ActionId::DiffMode, u"review.diff", u"diff", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Side by side or inline"), u"D"},
    {ActionId::Transcript, u"review.transcript", u"chat", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Transcript"), u"T"},
    {ActionId::MarkWrong, u"review.wrong", u"flag", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mark this sentence wrong"), u"X"},
    {ActionId::Comment, u"review.comment", u"note", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Comment"), u"M"},
    {ActionId::SkipReview, u"review.skip", u"step-next", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Skip"), u"Shift+S"},
    {ActionId::SaveReview, u"review.save", u"check", G::Review, S::Review,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Save and reveal, then the next"),
     u"Ctrl+Return; Ctrl+Enter"},
    {ActionId::ScoreAll, u"scorecard.all", u"users", G::Scorecard, S::Scorecard,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "All contacts"), u"A"},
    {ActionId::ScoreBot, u"scorecard.bot", u"bot", G::Scorecard, S::Scorecard,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Bot only"), u"B"},
    {ActionId::ScorePerson, u"scorecard.person", u"user", G::Scorecard, S::Scorecard,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "With a person"), u"H"},
    {ActionId::ScoreExport, u"scorecard.export", u"export", G::Scorecard, S::Scorecard,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Export the scorecard"), u"Ctrl+E"},
    {ActionId::ScoreOverride, u"scorecard.override", u"stop", G::Scorecard, S::Scorecard,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Override the stop-loss, with a reason"),
     u"Alt+O"},
    {ActionId::PublishPolicy, u"policy.publish", u"publish", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Publish with a note"), u"Ctrl+Shift+P"},
    {ActionId::LabelReadings, u"policy.label", u"eye", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Look at readings drawn by lot"), u"Ctrl+L"},
    {ActionId::PolicyHours, u"policy.hours", u"clock", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Deadlines and open hours"), u"Ctrl+Shift+H"},
    {ActionId::UndoPolicy, u"policy.undo", u"undo", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Undo the change"), u"Ctrl+Z"},
    {ActionId::RedoPolicy, u"policy.redo", u"regenerate", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Change it again"), u"Ctrl+Y"},
    {ActionId::PolicyVersions, u"policy.versions", u"branch", G::Policy, S::Policy,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Versions, compare"), u"Ctrl+H"},
    {ActionId::AutomationArc, u"presenter.arc", u"gauge", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show the automation arc…"), u"Ctrl+Alt+0"},
    {ActionId::PlayPause, u"presenter.play", u"play", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Play or pause"), u"F8"},
    {ActionId::NextScene, u"presenter.next", u"step-next", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next scene"), u"F9"},
    {ActionId::PreviousScene, u"presenter.previous", u"step-prev", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous scene"), u"Shift+F9"},
    {ActionId::Speed1, u"presenter.speed1", u"speed", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "As fast as it is"), u"Ctrl+Alt+1"},
    {ActionId::Speed10, u"presenter.speed10", u"speed", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "10 times as fast"), u"Ctrl+Alt+2"},
    {ActionId::Speed60, u"presenter.speed60", u"speed", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "60 times as fast"), u"Ctrl+Alt+3"},
    {ActionId::Speed600, u"presenter.speed600", u"speed", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "600 times as fast"), u"Ctrl+Alt+4"},
};
static_assert(std::size(specs) == size_t(actionCount));

const Spec &specOf(ActionId id)
{
    const Spec &spec = specs[size_t(id)];
    Q_ASSERT(spec.id == id);
    return spec;
}

QList<QKeySequence> parse(const QString &text)
{
    QList<QKeySequence> out = QKeySequence::listFromString(text, QKeySequence::PortableText);
    out.removeIf([](const QKeySequence &sequence) { return sequence.isEmpty(); });
    return out;
}

bool readable(const QList<QKeySequence> &keys)
{
    return std::none_of(keys.begin(), keys.end(), [](const QKeySequence &sequence) {
        for (int i = 0; i < sequence.count(); ++i)
            if (sequence[uint(i)].key() == Qt::Key_unknown)
                return true;
        return false;
    });
}

/// The same keys, or one the beginning of the other.
bool meet(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && !b.isEmpty()
        && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

bool reachesWindow(ActionScope scope)
{
    return scope == ActionScope::Window || scope == ActionScope::Presenter;
}

bool ownsScreen(ActionScope scope)
{
    return scope == ActionScope::Review || scope == ActionScope::Scorecard;
}

/// Where an action's keys would be taken for the other's: what belongs to the desk's panes gives
/// way on the screens for reviews and figures.
bool overlap(const Spec &a, const Spec &b)
{
    if (a.scope == b.scope)
        return true;
    const Spec &other = ownsScreen(a.scope) ? b : a;
    if (ownsScreen(a.scope) || ownsScreen(b.scope))
        return reachesWindow(other.scope)
            && (other.group == ActionGroup::Everywhere || other.group == ActionGroup::Presenter);
    return reachesWindow(a.scope) || reachesWindow(b.scope);
}

} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
    for (const Spec &spec : specs) {
        auto *action = new QAction(name(spec.id), this);
        action->setShortcutContext(reachesWindow(spec.scope) ? Qt::WindowShortcut
                                                             : Qt::WidgetWithChildrenShortcut);
        action->setShortcuts(defaults(spec.id));
        m_actions[size_t(spec.id)] = action;
    }
}

void ActionRegistry::place(ActionScope scope, QWidget *widget)
{
    for (const Spec &spec : specs) {
        if (spec.scope == scope)
            widget->addAction(action(spec.id));
    }
}

void ActionRegistry::carry(ActionId id, const QWidget *by, std::function<bool()> possible)
{
    m_carriers.insert(id, {by, std::move(possible)});
}

bool ActionRegistry::isPossible(ActionId id) const
{
    if (action(id)->associatedObjects().isEmpty())
        return false;
    const QList<Carrier> carriers = m_carriers.values(id);
    return carriers.isEmpty()
        || std::any_of(carriers.begin(), carriers.end(), [](const Carrier &carrier) {
               return carrier.by && carrier.by->isVisible() && carrier.possible();
           });
}

QList<ActionId> ActionRegistry::all()
{
    QList<ActionId> out;
    for (const Spec &spec : specs)
        out += spec.id;
    return out;
}

QString ActionRegistry::icon(ActionId id)
{
    return QString::fromUtf16(specOf(id).icon);
}

QString ActionRegistry::key(ActionId id)
{
    return QString::fromUtf16(specOf(id).key);
}

std::optional<ActionId> ActionRegistry::byKey(const QString &key)
{
    for (const Spec &spec : specs) {
        if (QStringView(spec.key) == key)
            return spec.id;
    }
    return {};
}

ActionGroup ActionRegistry::group(ActionId id)
{
    return specOf(id).group;
}

ActionScope ActionRegistry::scope(ActionId id)
{
    return specOf(id).scope;
}

QString ActionRegistry::groupName(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Everywhere:
        return tr("Everywhere");
    case ActionGroup::Queue:
        return tr("Queue");
    case ActionGroup::Conversation:
        return tr("On this conversation");
    case ActionGroup::Composer:
        return tr("Composer");
    case ActionGroup::Compare:
        return tr("Compare before send");
    case ActionGroup::Review:
        return tr("Review");
    case ActionGroup::Scorecard:
        return tr("Scorecard");
    case ActionGroup::Policy:
        return tr("Policy");
    case ActionGroup::Presenter:
        return tr("Presenter");
    }
    Q_UNREACHABLE();
}

QString ActionRegistry::name(ActionId id)
{
    return tr(specOf(id).name);
}

QList<QKeySequence> ActionRegistry::defaults(ActionId id)
{
    return parse(QString::fromUtf16(specOf(id).defaults));
}

QList<QKeySequence> ActionRegistry::keys(ActionId id) const
{
    return action(id)->shortcuts();
}

QString ActionRegistry::keyText(ActionId id) const
{
    const QList<QKeySequence> all = keys(id);
    return all.isEmpty() ? QString() : all.first().toString(QKeySequence::NativeText);
}

void ActionRegistry::setKeys(const QMap<QString, QString> &changed)
{
    if (changed == m_changed)
        return;
    m_changed = changed;
    for (const Spec &spec : specs)
        action(spec.id)->setShortcuts(defaults(spec.id));
    QList<ActionId> chosen;
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        const std::optional<ActionId> id = byKey(it.key());
        const QList<QKeySequence> wanted = parse(it.value());
        if (!id || !readable(wanted))
            continue;
        action(*id)->setShortcuts(wanted);
        chosen += *id;
    }
    // All at once, so that two may have swapped; what meets another then goes back, one by one.
    const auto meets = [this](ActionId id) {
        const QList<QKeySequence> own = keys(id);
        return std::any_of(own.begin(), own.end(),
                           [&](const QKeySequence &k) { return conflict(id, k).has_value(); });
    };
    for (auto bad = chosen.end();
         (bad = std::find_if(chosen.begin(), chosen.end(), meets)) != chosen.end();) {
        action(*bad)->setShortcuts(defaults(*bad));
        chosen.erase(bad);
    }
    Q_EMIT keysChanged();
}

QMap<QString, QString> ActionRegistry::rebound(ActionId id, const QKeySequence &first) const
{
    QMap<QString, QString> out = m_changed;
    QList<QKeySequence> wanted = defaults(id);
    if (wanted.isEmpty() || wanted.first() == first) {
        out.remove(key(id));
        return out;
    }
    if (first.isEmpty())
        wanted.clear();
    else
        wanted.first() = first;
    out.insert(key(id), QKeySequence::listToString(wanted, QKeySequence::PortableText));
    return out;
}

std::optional<ActionId> ActionRegistry::conflict(ActionId id, const QKeySequence &sequence) const
{
    for (const Spec &spec : specs) {
        if (spec.id == id || !overlap(spec, specOf(id)))
            continue;
        const QList<QKeySequence> taken = keys(spec.id);
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const QKeySequence &other) { return meet(other, sequence); }))
            return spec.id;
    }
    return {};
}

} // namespace baton::ui
