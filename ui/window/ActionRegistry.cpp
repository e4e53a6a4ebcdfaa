#include "ui/window/ActionRegistry.h"

#include "ui/window/ActionTable.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

using Spec = ActionSpec;

const Spec &specOf(ActionId id)
{
    const Spec &spec = actionSpecs[size_t(id)];
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
    for (const Spec &spec : actionSpecs) {
        auto *action = new QAction(name(spec.id), this);
        action->setShortcutContext(reachesWindow(spec.scope) ? Qt::WindowShortcut
                                                             : Qt::WidgetWithChildrenShortcut);
        action->setShortcuts(defaults(spec.id));
        m_actions[size_t(spec.id)] = action;
    }
}

void ActionRegistry::place(ActionScope scope, QWidget *widget)
{
    for (const Spec &spec : actionSpecs) {
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
    for (const Spec &spec : actionSpecs)
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
    for (const Spec &spec : actionSpecs) {
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
    for (const Spec &spec : actionSpecs)
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
    for (const Spec &spec : actionSpecs) {
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
