#include "core/policy/Versions.h"

#include "core/policy/HoursFile.h"
#include "core/policy/Rules.h"
#include "core/policy/StopLossFile.h"
#include "core/policy/Targets.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

using Json = nlohmann::ordered_json;

std::string bytesOf(const QString &text)
{
    return text.toStdString();
}

QString textOf(const Json &json)
{
    return QString::fromStdString(json.is_string() ? json.get<std::string>() : json.dump());
}

Json sorted(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    Json json = Json::array();
    for (const QString &name : list)
        json.push_back(bytesOf(name));
    return json;
}

const char *nameOf(Level level)
{
    return level == Level::High ? "high" : "low";
}

/// By name.
template <class T, class Fn>
Json byName(const QHash<QString, T> &values, Fn shown)
{
    QStringList names = values.keys();
    names.sort();
    Json json = Json::object();
    for (const QString &name : names)
        json[bytesOf(name)] = shown(values.value(name));
    return json;
}

Json switchesOf(const Judgement &judgement)
{
    Json json = Json::object();
    for (int i = 0; i <= int(Rule::BrokenPromise); ++i) {
        const auto rule = Rule(i);
        if (isSwitchable(rule))
            json[policy::nameOf(rule).data()] = !judgement.off.contains(rule);
    }
    return json;
}

Json tiersOf(const QSet<Route> &tiers)
{
    Json json = Json::array();
    for (const Route tier : {Route::Contain, Route::Assist}) {
        if (tiers.contains(tier))
            json.push_back(std::string(1, tierLetter(tier)));
    }
    return json;
}

Json judgementOf(const Judgement &judgement)
{
    return {
        {"contain_confidence", judgement.containConfidence},
        {"medium_confidence", judgement.mediumConfidence},
        {"mood_at_or_below", judgement.moodAtOrBelow},
        {"most_failed_tools", judgement.mostFailedTools},
        {"most_same_answers", judgement.mostSameAnswers},
        {"most_contacts_90d", judgement.mostContacts},
        {"value_from", valueNames[int(judgement.valueFrom)]},
        {"switches", switchesOf(judgement)},
        {"matrix",
         byName(
             judgement.matrix,
             [](const Cell &cell) {
                 return Json{{"risk", nameOf(cell.risk)}, {"complexity", nameOf(cell.complexity)}};
             })},
        {"open", sorted(judgement.open)},
        {"rolled_back", sorted(judgement.rolledBack)},
        {"rolled_back_tiers", tiersOf(judgement.rolledBackTiers)},
        {"canary", byName(judgement.canary, [](double share) { return share; })}};
}

bool isListOf(const Json &json, bool (Json::*is)() const noexcept)
{
    return json.is_array()
        && std::all_of(json.begin(), json.end(), [is](const Json &one) { return (one.*is)(); });
}

/// Of a list of things with ids, as queues are, an object by id; of anything else itself.
Json byId(const Json &json)
{
    const auto named = [](const Json &one) {
        return one.is_object() && one.contains("id") && one.at("id").is_string();
    };
    if (!json.is_array() || json.empty() || !std::all_of(json.begin(), json.end(), named))
        return json;
    Json object = Json::object();
    for (const Json &one : json)
        object[one.at("id").get<std::string>()] = one;
    return object;
}

/// Of deadlines an object by whom they are for; a second one for the same has a number.
Json bySelector(const Json &targets)
{
    const auto isTarget = [](const Json &one) { return one.is_object(); };
    if (!targets.is_array() || !std::all_of(targets.begin(), targets.end(), isTarget))
        return targets;
    Json object = Json::object();
    for (const Json &one : targets) {
        const std::string selector = selectorOf(one);
        std::string key = selector;
        for (int i = 2; object.contains(key); ++i)
            key = selector + " #" + std::to_string(i);
        object[key] = one;
    }
    return object;
}

/// A field of the matrix is one setting.
bool isCell(const Json &json)
{
    return json.contains("risk") && json.contains("complexity");
}

void compareInto(const Json &before, const Json &after, const QString &place,
                 QList<PolicyChange> &changes)
{
    if (before == after)
        return;
    const bool targets = place == "/targets"_L1;
    const Json a = targets ? bySelector(before) : byId(before);
    const Json b = targets ? bySelector(after) : byId(after);
    if (a.is_object() && b.is_object() && !(isCell(a) && isCell(b))) {
        QStringList keys;
        for (const Json *one : {&a, &b}) {
            for (const auto &item : one->items()) {
                if (const QString key = QString::fromStdString(item.key()); !keys.contains(key))
                    keys.append(key);
            }
        }
        for (const QString &key : keys) {
            const std::string name = bytesOf(key);
            const QString inner = place + u'/' + key;
            if (a.contains(name) && b.contains(name))
                compareInto(a.at(name), b.at(name), inner, changes);
            else if (a.contains(name))
                changes.append({inner, textOf(a.at(name)), {}});
            else
                changes.append({inner, {}, textOf(b.at(name))});
        }
        return;
    }
    if (isListOf(a, &Json::is_string) && isListOf(b, &Json::is_string)) {
        for (const Json &one : a) {
            if (std::find(b.begin(), b.end(), one) == b.end())
                changes.append({place, textOf(one), {}});
        }
        for (const Json &one : b) {
            if (std::find(a.begin(), a.end(), one) == a.end())
                changes.append({place, {}, textOf(one)});
        }
        return;
    }
    changes.append({place, textOf(a), textOf(b)});
}

Json documentOf(const QByteArray &file)
{
    Json json = Json::parse(file.begin(), file.end(), nullptr, false);
    return json.is_object() ? json : Json::object();
}

} // namespace

QByteArray bundledPolicyFile()
{
    QFile file(u":/policy/policy.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray hashOf(const QByteArray &file)
{
    return QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex();
}

Result<QByteArray> withSettings(const QByteArray &file, const Policy &policy)
{
    const auto before = readPolicy(file);
    if (!before)
        return before.error();
    Json json = documentOf(file);
    json["version"] = policy.version;
    if (before->targets != policy.targets)
        json["targets"] = targetsJson(policy.targets);
    writeCalendars(json["calendars"], before->calendars, policy.calendars);
    writeQueueHours(json["queues"], policy.queues);
    json["judgement"] = judgementOf(policy.judgement);
    writeStopLoss(json["stop_loss"], policy.stopLoss);
    const QByteArray made = QByteArray::fromStdString(json.dump(4)) + '\n';
    if (const auto read = readPolicy(made); !read)
        return read.error();
    return made;
}

QByteArray complete(const QByteArray &file)
{
    const auto policy = readPolicy(file);
    if (!policy)
        return file;
    const auto whole = withSettings(file, *policy);
    return whole ? *whole : file;
}

Result<QByteArray> numbered(const QByteArray &file, int version)
{
    if (const auto read = readPolicy(file); !read)
        return read.error();
    Json json = documentOf(file);
    json["version"] = version;
    return QByteArray::fromStdString(json.dump(4)) + '\n';
}

QList<PolicyChange> differences(const QByteArray &before, const QByteArray &after)
{
    Json a = documentOf(before);
    Json b = documentOf(after);
    a.erase("version");
    b.erase("version");
    QList<PolicyChange> changes;
    compareInto(a, b, {}, changes);
    std::stable_sort(
        changes.begin(), changes.end(),
        [](const PolicyChange &x, const PolicyChange &y) { return x.place < y.place; });
    return changes;
}

QList<PolicyProblem> conflictsIn(const Policy &policy, const Catalogue &catalogue)
{
    QList<PolicyProblem> found;
    const Judgement &limits = policy.judgement;
    const auto say
        = [&found](PolicyConflict kind, const QString &place, const QString &subject = {}) {
              found.append({kind, place, subject});
          };
    const auto known = [&](const auto &names, const QString &place) {
        for (const QString &name : names) {
            if (!catalogue.find(name))
                say(PolicyConflict::UnknownIntent, place, name);
        }
    };
    known(limits.matrix.keys(), u"/judgement/matrix"_s);
    known(limits.open, u"/judgement/open"_s);
    known(limits.rolledBack, u"/judgement/rolled_back"_s);
    known(limits.canary.keys(), u"/judgement/canary"_s);
    known(policy.staysHere.intents, u"/stays_here/intents"_s);
    known(policy.approval.intents, u"/approval/intents"_s);
    bool anyLeft = false;
    for (const Intent &intent : catalogue.intents) {
        const Standing standing = standingOf(intent.name, limits, catalogue);
        if (standing.open && standing.tier == Route::Escalate)
            say(PolicyConflict::OpensTierC, u"/judgement/open"_s, intent.name);
        if (standing.open && standing.tier == Route::Contain)
            say(PolicyConflict::OpensTierA, u"/judgement/open"_s, intent.name);
        if (standing.rolledBack && limits.canary.contains(intent.name))
            say(PolicyConflict::CanaryAndBack, u"/judgement/canary"_s, intent.name);
        if (standing.open && standing.rolledBack)
            say(PolicyConflict::OpenAndBack, u"/judgement/rolled_back"_s, intent.name);
        anyLeft = anyLeft
            || (!standing.rolledBack
                && (standing.tier == Route::Contain
                    || (standing.open && standing.tier == Route::Assist)));
    }
    if (!anyLeft && !catalogue.intents.isEmpty())
        say(PolicyConflict::NothingLeft, u"/judgement"_s);
    for (qsizetype i = 0; i < policy.targets.size(); ++i) {
        for (qsizetype before = 0; before < i; ++before) {
            if (sameFor(policy.targets[before], policy.targets[i]))
                say(PolicyConflict::SameTarget, u"/targets/%1"_s.arg(i));
        }
    }
    std::sort(found.begin(), found.end(), [](const PolicyProblem &a, const PolicyProblem &b) {
        return std::tuple(a.place, a.subject, a.kind) < std::tuple(b.place, b.subject, b.kind);
    });
    return found;
}

Policy rolledBack(Policy policy, const QStringList &intents)
{
    for (const QString &intent : intents) {
        policy.judgement.rolledBack.insert(intent);
        policy.judgement.canary.remove(intent);
    }
    return policy;
}

Policy givenBack(Policy policy, const QStringList &intents, double share)
{
    for (const QString &intent : intents) {
        policy.judgement.rolledBack.remove(intent);
        if (share < 1)
            policy.judgement.canary.insert(intent, share);
        else
            policy.judgement.canary.remove(intent);
    }
    return policy;
}

void takeRollBacks(Judgement &draft, const Judgement &before, const Judgement &live)
{
    draft.rolledBack.subtract(before.rolledBack - live.rolledBack)
        .unite(live.rolledBack - before.rolledBack);
    for (auto at = before.canary.cbegin(); at != before.canary.cend(); ++at) {
        if (!live.canary.contains(at.key()))
            draft.canary.remove(at.key());
    }
    for (auto at = live.canary.cbegin(); at != live.canary.cend(); ++at) {
        if (before.canary.value(at.key(), -1) != *at)
            draft.canary.insert(at.key(), *at);
    }
}

namespace {

/// Hours as a draft upon one version set them, upon another: of what it left alone, that one's.
void takeHours(Policy &draft, const Policy &before, const Policy &live)
{
    const auto isSet = [&before](const Calendar *now, const QString &id) {
        const Calendar *was = calendarIn(before, id);
        return now && was ? *now != *was : now != was;
    };
    QList<Calendar> calendars;
    for (const Calendar &one : live.calendars) {
        const Calendar *drawn = calendarIn(draft, one.id);
        if (!isSet(drawn, one.id))
            calendars.append(one);
        else if (drawn)
            calendars.append(*drawn);
    }
    for (const Calendar &one : std::as_const(draft.calendars)) {
        if (!calendarIn(live, one.id) && isSet(&one, one.id))
            calendars.append(one);
    }
    for (Queue &queue : draft.queues) {
        const Queue *was = queueIn(before, queue.id);
        const Queue *now = queueIn(live, queue.id);
        if (was && now && was->calendar == queue.calendar)
            queue.calendar = now->calendar;
    }
    draft.calendars = calendars;
}

} // namespace

void takeSettings(Policy &to, const Policy &from)
{
    to.judgement = from.judgement;
    to.stopLoss = from.stopLoss;
    to.targets.clear();
    for (const Target &target : from.targets) {
        if (!target.queue || queueIn(to, *target.queue))
            to.targets.append(target);
    }
    const QList<Calendar> before = std::exchange(to.calendars, from.calendars);
    for (Queue &queue : to.queues) {
        if (const Queue *other = queueIn(from, queue.id))
            queue.calendar = other->calendar;
        if (calendarIn(to, queue.calendar))
            continue; // else a queue of its own alone, and its hours with it
        const auto own = std::ranges::find(before, queue.calendar, &Calendar::id);
        if (own != before.end())
            to.calendars.append(*own);
    }
}

Policy carriedOver(Policy draft, const Policy &before, const Policy &live)
{
    if (draft.targets == before.targets)
        draft.targets = live.targets;
    takeHours(draft, before, live);
    Policy next = live;
    takeSettings(next, draft);
    takeRollBacks(next.judgement, before.judgement, live.judgement);
    return next;
}

PolicyVersion bundledVersion()
{
    const QByteArray file = bundledPolicyFile();
    return {1, {}, {}, {}, hashOf(file), file};
}

} // namespace baton::policy
