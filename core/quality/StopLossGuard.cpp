#include "core/quality/StopLossGuard.h"

#include <algorithm>

namespace baton::quality {

StopLossGuard::StopLossGuard(GuardLimits limits)
    : m_limits(std::move(limits))
{ }

GuardState StopLossGuard::stateOf(const QString &segment) const
{
    return m_held.value(segment).state;
}

double StopLossGuard::shareAlone(const QString &segment) const
{
    switch (stateOf(segment)) {
    case GuardState::Armed:
        return 1;
    case GuardState::Canary:
        return m_limits.canaryShare;
    case GuardState::Tripped:
    case GuardState::Ready:
        break;
    }
    return 0;
}

GuardEvent StopLossGuard::turn(qsizetype week, const QString &segment, Held &held,
                               GuardState became, GuardCause cause)
{
    const GuardEvent event{week, segment, held.state, became, cause, {}, {}};
    held.state = became;
    held.since = week;
    held.atLevel = 0;
    held.until.reset();
    if (became == GuardState::Canary || became == GuardState::Armed)
        held.watchedFrom = week + 1;
    return event;
}

bool StopLossGuard::atLevel(const GuardWeek &week) const
{
    return week.acceptance && *week.acceptance >= m_limits.leastAcceptance && week.caught
        && *week.caught >= m_limits.leastCaught && week.hardEvents == 0;
}

QList<GuardEvent> StopLossGuard::week(qsizetype week, const QList<Segment> &segments,
                                      const QHash<QString, GuardWeek> &beside)
{
    QList<Segment> watched;
    for (const Segment &segment : segments) {
        const Held held = m_held.value(segment.name);
        if (held.state != GuardState::Armed && held.state != GuardState::Canary)
            continue;
        Segment since = segment;
        // What was before a release is no reference for what came after it.
        for (qsizetype w = 0; w < std::min(held.watchedFrom, since.weeks.size()); ++w)
            since.weeks[w] = Week{};
        watched += since;
    }
    QHash<QString, SegmentVerdict> verdicts;
    for (const SegmentVerdict &verdict : evaluate(m_limits.fall, watched, week))
        verdicts.insert(verdict.segment, verdict);

    QList<GuardEvent> events;
    for (const Segment &segment : segments) {
        Held &held = m_held[segment.name];
        const GuardWeek around = beside.value(segment.name);
        const bool alone = held.state == GuardState::Armed || held.state == GuardState::Canary;
        const auto verdict = verdicts.constFind(segment.name);
        if (alone && around.hardEvents >= m_limits.hardEvents) {
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Breaker);
        } else if (alone && verdict != verdicts.cend() && verdict->finding == Finding::Trips) {
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Fall);
            events.last().verdict = *verdict;
        } else if (held.until && week >= *held.until) {
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Expired);
        } else if (held.state == GuardState::Canary && week - held.since >= m_limits.canaryWeeks) {
            events += turn(week, segment.name, held, GuardState::Armed, GuardCause::Recovered);
        } else if (held.state == GuardState::Tripped) {
            held.atLevel = atLevel(around) ? held.atLevel + 1 : 0;
            if (held.atLevel >= m_limits.levelWeeks && week - held.since >= m_limits.coolDownWeeks)
                events += turn(week, segment.name, held, GuardState::Ready, GuardCause::Level);
        } else if (held.state == GuardState::Ready && !atLevel(around)) {
            // A level that is lost has to be held anew.
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Level);
        }
    }
    return events;
}

std::optional<GuardEvent> StopLossGuard::trip(qsizetype week, const QString &segment,
                                              const QString &reason)
{
    Held &held = m_held[segment];
    const bool alone = held.state == GuardState::Armed || held.state == GuardState::Canary;
    if (!alone || reason.trimmed().isEmpty())
        return {};
    GuardEvent event = turn(week, segment, held, GuardState::Tripped, GuardCause::Person);
    event.reason = reason.trimmed();
    return event;
}

std::optional<GuardEvent> StopLossGuard::release(qsizetype week, const QString &segment,
                                                 const QString &reason, int expiresAfterWeeks)
{
    Held &held = m_held[segment];
    const bool early = held.state == GuardState::Tripped;
    if ((!early && held.state != GuardState::Ready) || reason.trimmed().isEmpty()
        || (early && expiresAfterWeeks < 1))
        return {};
    GuardEvent event = turn(week, segment, held, GuardState::Canary, GuardCause::Person);
    event.reason = reason.trimmed();
    if (early)
        held.until = week + expiresAfterWeeks;
    return event;
}

} // namespace baton::quality
