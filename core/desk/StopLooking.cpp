#include "core/desk/StopLooking.h"

#include "core/desk/StopEvidence.h"
#include "core/desk/StopFigures.h"
#include "core/desk/StopLimits.h"
#include "core/policy/Rules.h"

#include <algorithm>

namespace baton {

using namespace quality;

namespace {

constexpr int mostMissed = 12; // weeks that are looked at after a time away

GuardEvent guardEventOf(const StopEvent &event, const StopHistory &history)
{
    GuardEvent one{history.indexOf(event.week),
                   event.segment,
                   event.was,
                   event.became,
                   event.cause,
                   event.reason,
                   {},
                   {}};
    if (event.until)
        one.until = history.indexOf(*event.until);
    return one;
}

/// Of a tier only what the bot may answer: the rest goes to people anyhow.
QStringList intentsOf(const StopScene &scene, const QString &segment)
{
    if (!scene.limits.byTier)
        return {segment};
    return scene.history.intents.value(segment);
}

StopEvent eventOf(const GuardEvent &event, const StopScene &scene)
{
    StopEvent one;
    one.week = scene.history.base + int(event.week);
    one.segment = event.segment;
    one.was = event.was;
    one.became = event.became;
    one.cause = event.cause;
    one.reason = event.reason;
    if (event.until)
        one.until = scene.history.base + int(*event.until);
    one.intents = intentsOf(scene, event.segment);
    if (event.verdict)
        one.figures = QByteArray::fromStdString(toJson(*event.verdict).dump());
    return one;
}

/// As it stood after the last week that was looked at.
StopLossGuard guardOf(const StopScene &scene)
{
    StopLossGuard guard(guardLimitsOf(scene.limits));
    QMap<QString, int> since;
    for (const StopEvent &event : scene.record.events) {
        guard.resume(guardEventOf(event, scene.history));
        since.insert(event.segment, event.week);
    }
    for (auto it = since.begin(); it != since.end(); ++it) {
        for (int week = std::max(*it + 1, scene.history.base); week <= scene.record.lookedWeek;
             ++week)
            guard.recall(it.key(), scene.history.besideOf(week, it.key()));
    }
    return guard;
}

/// What speaks first: tripped, ready, canary, armed.
int orderOf(GuardState state)
{
    constexpr std::array order{3, 0, 1, 2};
    return order[std::size_t(state)];
}

} // namespace

int weeksRead(const policy::StopLossLimits &limits)
{
    // A level may have been held for as long as a canary or a cool-down takes.
    return weeksBefore(limits) + mostMissed + limits.levelWeeks;
}

int factsFrom(const StopScene &scene)
{
    const int newest = scene.record.lookedWeek > 0 ? scene.record.lookedWeek : scene.thisWeek - 1;
    return newest - scene.limits.levelWeeks - plantedWeeks;
}

StopLook lookAt(const StopScene &scene)
{
    StopLook look;
    if (!scene.isWhole)
        return look;
    StopLossGuard guard = guardOf(scene);
    const int over = scene.thisWeek - 1;
    const int first = scene.record.lookedWeek == 0
        ? over
        : std::max(scene.record.lookedWeek + 1, over - mostMissed + 1);
    for (int week = first; week <= over; ++week) {
        const qsizetype at = scene.history.indexOf(week);
        for (const GuardEvent &event :
             guard.week(at, scene.history.segments, scene.history.beside.value(at)))
            look.events.append(eventOf(event, scene));
        look.weeks.append(week);
    }
    const qsizetype now = scene.history.indexOf(scene.thisWeek);
    for (const GuardEvent &event : guard.breaker(now, scene.history.beside.value(now)))
        look.events.append(eventOf(event, scene));
    return look;
}

std::optional<StopEvent> tripByHand(const StopScene &scene, const QString &segment,
                                    const QString &reason, const Person &who)
{
    const auto event = guardOf(scene).trip(scene.history.indexOf(scene.thisWeek), segment, reason);
    if (!event)
        return {};
    StopEvent one = eventOf(*event, scene);
    one.who = who;
    return one;
}

std::optional<StopEvent> releaseByHand(const StopScene &scene, const QString &segment,
                                       const QString &reason, int weeks, const Person &who)
{
    const auto event
        = guardOf(scene).release(scene.history.indexOf(scene.thisWeek), segment, reason, weeks);
    if (!event)
        return {};
    StopEvent one = eventOf(*event, scene);
    one.who = who;
    // What was taken from the bot is given back, not more.
    for (const StopEvent &before : scene.record.events) {
        if (before.segment == segment && before.isTrip())
            one.intents = before.intents;
    }
    return one;
}

GuardState stateIn(const policy::Judgement &judgement, const QString &intent)
{
    if (judgement.rolledBack.contains(intent))
        return GuardState::Tripped;
    return judgement.canary.contains(intent) ? GuardState::Canary : GuardState::Armed;
}

std::optional<StopEvent> releaseByVersion(const StopScene &scene, const policy::Judgement &live,
                                          const PolicyVersion &version)
{
    QMap<QString, const StopEvent *> trips; // of those that are held still
    for (const StopEvent &event : scene.record.events) {
        if (event.isTrip())
            trips.insert(event.segment, &event);
        else if (isAlone(event.became))
            trips.remove(event.segment);
    }
    for (const StopEvent *trip : std::as_const(trips)) {
        const StopStepDone *taken = scene.record.find(trip->seq, StopStep::Policy);
        const bool given = taken && taken->detail.toInt() < version.version
            && std::none_of(trip->intents.begin(), trip->intents.end(),
                            [&live](const QString &one) { return live.rolledBack.contains(one); });
        if (!given)
            continue;
        if (auto event = releaseByHand(scene, trip->segment, version.note,
                                       scene.limits.coolDownWeeks, version.author))
            return event;
    }
    return {};
}

StopSnapshot snapshotOf(const StopScene &scene)
{
    StopSnapshot shown;
    shown.isRead = true;
    shown.lookedWeek = scene.record.lookedWeek;
    shown.limits = guardLimitsOf(scene.limits);
    shown.owner = scene.limits.owner;
    const StopLossGuard guard = guardOf(scene);
    QMap<QString, StopSegment> segments;
    for (auto it = scene.history.intents.begin(); it != scene.history.intents.end(); ++it)
        segments[it.key()];
    for (const StopEvent &event : scene.record.events) {
        StopSegment &one = segments[event.segment];
        one.last = event;
        if (const StopStepDone *pack = scene.record.find(event.seq, StopStep::Pack))
            one.evidence = scene.folder + u'/' + pack->detail;
    }
    const auto &events = scene.record.events;
    for (qsizetype i = events.size() - 1; i >= 0 && shown.log.size() < mostLogged; --i)
        shown.log.append(events[i]);
    const int over = scene.thisWeek - 1;
    for (auto it = segments.begin(); it != segments.end(); ++it) {
        StopSegment &one = *it;
        one.segment = it.key();
        one.title = scene.catalogue.titleOf(one.segment);
        one.state = guard.stateOf(one.segment);
        one.week = scene.history.besideOf(over, one.segment);
        const StopLossGuard::Wanted wanted = guard.wantedOf(one.segment);
        if (one.last.seq > 0)
            one.weeksSince = std::max(0, over - one.last.week);
        one.weeksAtLevel = wanted.weeksAtLevel;
        if (wanted.until)
            one.until = scene.history.base + int(*wanted.until);
        shown.segments.append(one);
    }
    std::stable_sort(shown.segments.begin(), shown.segments.end(),
                     [](const StopSegment &a, const StopSegment &b) {
                         return std::pair(orderOf(a.state), a.title)
                             < std::pair(orderOf(b.state), b.title);
                     });
    return shown;
}

} // namespace baton
