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
    ActionGroup group;
    ActionScope scope;
    const char *name;
    const char16_t *defaults; ///< portable text, several parted by "; "
};

using G = ActionGroup;
using S = ActionScope;

// TOKENS §8. Close has no key there; the letter is ours.
constexpr Spec specs[] = {
    {ActionId::Palette, u"palette", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Commands"), u"Ctrl+K"},
    {ActionId::Search, u"search", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Search this list"), u"/"},
    {ActionId::NextPane, u"pane.next", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next pane"), u"F6"},
    {ActionId::PreviousPane, u"pane.previous", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous pane"), u"Shift+F6"},
    {ActionId::ContextPane, u"pane.context", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show or hide the customer"), u"Ctrl+\\"},
    {ActionId::ShowQueue, u"pane.queue", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show or hide the queue"), u"Ctrl+B"},
    {ActionId::Keys, u"keys", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keys"), u"F1; ?"},
    {ActionId::SwitchTheme, u"theme", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Light or dark"), u"Ctrl+Shift+L"},
    {ActionId::GoDesk, u"go.desk", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Desk"), u"G, D"},
    {ActionId::GoSettings, u"go.settings", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Settings"), u"Ctrl+,; G, ,"},
    {ActionId::Outbox, u"outbox", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Outbox"), u"Ctrl+O"},
    {ActionId::Undo, u"undo", G::Everywhere, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Undo send"), u"Z; Ctrl+Alt+Z"},
    {ActionId::NextRow, u"queue.next", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next conversation"), u"J"},
    {ActionId::PreviousRow, u"queue.previous", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous conversation"), u"K"},
    {ActionId::OpenRow, u"queue.open", G::Queue, S::Queue,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open it"), u"Return; Enter"},
    {ActionId::View1, u"queue.view1", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "All waiting"), u"1"},
    {ActionId::View2, u"queue.view2", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Mine"), u"2"},
    {ActionId::View3, u"queue.view3", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Tier C"), u"3"},
    {ActionId::View4, u"queue.view4", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Breaching soon"), u"4"},
    {ActionId::View5, u"queue.view5", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Recontacts"), u"5"},
    {ActionId::View6, u"queue.view6", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Archive"), u"6"},
    {ActionId::Take, u"conversation.take", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Take it"), u"A"},
    {ActionId::Transfer, u"conversation.transfer", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Assign to…"), u"Shift+A"},
    {ActionId::GiveBack, u"conversation.release", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Give it back to the queue"), u"U"},
    {ActionId::Snooze, u"conversation.snooze", G::Queue, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Snooze…"), u"S"},
    {ActionId::Close, u"conversation.close", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Close…"), u"Shift+C"},
    {ActionId::FoldHandoff, u"conversation.handoff", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Fold or unfold the handoff"), u"H"},
    {ActionId::HandoffComplete, u"conversation.complete", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Handoff complete"), u"Y"},
    {ActionId::HandoffMissing, u"conversation.missing", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Say what the handoff lacked…"), u"Shift+Y"},
    {ActionId::Correct, u"conversation.correct", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Change tier or intent…"), u"T"},
    {ActionId::ShowRule, u"conversation.rule", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show the rule and what would change it"),
     u"W"},
    {ActionId::NextSpan, u"conversation.span.next", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next words that led here"), u"]"},
    {ActionId::PreviousSpan, u"conversation.span.previous", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous words that led here"), u"["},
    {ActionId::UseDraft, u"composer.draft", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Show the waiting draft"), u"Ctrl+G"},
    {ActionId::DiscardDraft, u"composer.discard", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Discard the draft…"), u"Ctrl+D"},
    {ActionId::NextDoubt, u"composer.doubt.next", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next unsupported sentence"), u"F7"},
    {ActionId::PreviousDoubt, u"composer.doubt.previous", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous unsupported sentence"), u"Shift+F7"},
    {ActionId::ApplyFix, u"composer.fix", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Apply the offered fix"), u"Ctrl+."},
    {ActionId::KeepSentence, u"composer.keep", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keep with reason…"), u"Ctrl+Shift+."},
    {ActionId::Source1, u"composer.source1", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 1"), u"Ctrl+1"},
    {ActionId::Source2, u"composer.source2", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 2"), u"Ctrl+2"},
    {ActionId::Source3, u"composer.source3", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 3"), u"Ctrl+3"},
    {ActionId::Source4, u"composer.source4", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 4"), u"Ctrl+4"},
    {ActionId::Source5, u"composer.source5", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 5"), u"Ctrl+5"},
    {ActionId::Source6, u"composer.source6", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 6"), u"Ctrl+6"},
    {ActionId::Source7, u"composer.source7", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 7"), u"Ctrl+7"},
    {ActionId::Source8, u"composer.source8", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 8"), u"Ctrl+8"},
    {ActionId::Source9, u"composer.source9", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Open source 9"), u"Ctrl+9"},
    {ActionId::Reply, u"conversation.reply", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Reply"), u"R"},
    {ActionId::Note, u"conversation.note", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Internal note"), u"N"},
    {ActionId::PreviousContacts, u"conversation.contacts", G::Conversation, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous contacts"), u"C"},
    {ActionId::ReplyOrNote, u"composer.kind", G::Composer, S::Window,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Reply or note"), u"Ctrl+M"},
    {ActionId::Send, u"composer.send", G::Composer, S::Composer,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send"), u"Ctrl+Return; Ctrl+Enter"},
    {ActionId::SendAndClose, u"composer.sendclose", G::Composer, S::Composer,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send and close"),
     u"Ctrl+Shift+Return; Ctrl+Shift+Enter"},
    {ActionId::SendWhatIsNew, u"compare.send", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send what is new"),
     u"Ctrl+Return; Ctrl+Enter"},
    {ActionId::SendUnchanged, u"compare.unchanged", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Send mine unchanged…"), u"Alt+U"},
    {ActionId::KeepAsNote, u"compare.note", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Keep mine as a note"), u"Alt+N"},
    {ActionId::DiscardMine, u"compare.discard", G::Compare, S::Compare,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Discard mine"), u"Alt+D"},
    {ActionId::PlayPause, u"presenter.play", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Play or pause"), u"F8"},
    {ActionId::NextScene, u"presenter.next", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Next scene"), u"F9"},
    {ActionId::PreviousScene, u"presenter.previous", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "Previous scene"), u"Shift+F9"},
    {ActionId::Speed1, u"presenter.speed1", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "As fast as it is"), u"Ctrl+Alt+1"},
    {ActionId::Speed10, u"presenter.speed10", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "10 times as fast"), u"Ctrl+Alt+2"},
    {ActionId::Speed60, u"presenter.speed60", G::Presenter, S::Presenter,
     QT_TRANSLATE_NOOP("baton::ui::ActionRegistry", "60 times as fast"), u"Ctrl+Alt+3"},
    {ActionId::Speed600, u"presenter.speed600", G::Presenter, S::Presenter,
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
        for (int i = 0; i < sequence.count(); ++i) {
            if (sequence[uint(i)].key() == Qt::Key_unknown)
                return true;
        }
        return false;
    });
}

/// The same keys, or one the beginning of the other.
bool meet(const QKeySequence &a, const QKeySequence &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

bool reachesWindow(ActionScope scope)
{
    return scope == ActionScope::Window || scope == ActionScope::Presenter;
}

bool overlap(ActionScope a, ActionScope b)
{
    return a == b || reachesWindow(a) || reachesWindow(b);
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

QList<ActionId> ActionRegistry::all()
{
    QList<ActionId> out;
    for (const Spec &spec : specs)
        out += spec.id;
    return out;
}

QString ActionRegistry::icon(ActionId id)
{
    struct Icon
    {
        ActionId id;
        const char16_t *name;
    };
    static constexpr Icon icons[] = {
        {ActionId::Search, u"search"},
        {ActionId::ContextPane, u"panel-right"},
        {ActionId::ShowQueue, u"desk"},
        {ActionId::Keys, u"keyboard"},
        {ActionId::SwitchTheme, u"sun"},
        {ActionId::GoDesk, u"desk"},
        {ActionId::GoSettings, u"settings"},
        {ActionId::Outbox, u"outbox"},
        {ActionId::Undo, u"undo"},
        {ActionId::NextRow, u"chevron-down"},
        {ActionId::PreviousRow, u"chevron-up"},
        {ActionId::OpenRow, u"arrow-right"},
        {ActionId::View1, u"desk"},
        {ActionId::View2, u"user"},
        {ActionId::View3, u"risk"},
        {ActionId::View4, u"clock"},
        {ActionId::View5, u"recontact"},
        {ActionId::View6, u"package"},
        {ActionId::Take, u"human"},
        {ActionId::Transfer, u"assign"},
        {ActionId::GiveBack, u"undo"},
        {ActionId::Snooze, u"snooze"},
        {ActionId::Close, u"check"},
        {ActionId::FoldHandoff, u"baton"},
        {ActionId::HandoffComplete, u"step-ok"},
        {ActionId::HandoffMissing, u"flag"},
        {ActionId::Correct, u"tag"},
        {ActionId::ShowRule, u"branch"},
        {ActionId::NextSpan, u"chevron-down"},
        {ActionId::PreviousSpan, u"chevron-up"},
        {ActionId::UseDraft, u"draft"},
        {ActionId::DiscardDraft, u"discard"},
        {ActionId::NextDoubt, u"warning"},
        {ActionId::PreviousDoubt, u"warning"},
        {ActionId::ApplyFix, u"check"},
        {ActionId::KeepSentence, u"quote"},
        {ActionId::Reply, u"chat"},
        {ActionId::Note, u"note"},
        {ActionId::PreviousContacts, u"recontact"},
        {ActionId::ReplyOrNote, u"note"},
        {ActionId::Send, u"send"},
        {ActionId::SendAndClose, u"send-close"},
        {ActionId::SendWhatIsNew, u"send"},
        {ActionId::SendUnchanged, u"send"},
        {ActionId::KeepAsNote, u"note"},
        {ActionId::DiscardMine, u"discard"},
        {ActionId::PlayPause, u"play"},
        {ActionId::NextScene, u"step-next"},
        {ActionId::PreviousScene, u"step-prev"},
        {ActionId::Speed1, u"speed"},
        {ActionId::Speed10, u"speed"},
        {ActionId::Speed60, u"speed"},
        {ActionId::Speed600, u"speed"},
    };
    if (id >= ActionId::Source1 && id <= ActionId::Source9)
        return u"book"_s;
    const auto *const found = std::find_if(std::begin(icons), std::end(icons),
                                           [id](const Icon &icon) { return icon.id == id; });
    return found == std::end(icons) ? u"command"_s : QString::fromUtf16(found->name);
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
        return tr("Conversation");
    case ActionGroup::Composer:
        return tr("Composer");
    case ActionGroup::Compare:
        return tr("Compare before send");
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
        if (spec.id == id || !overlap(spec.scope, scope(id)))
            continue;
        const QList<QKeySequence> taken = keys(spec.id);
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const QKeySequence &other) { return meet(other, sequence); }))
            return spec.id;
    }
    return {};
}

} // namespace baton::ui
