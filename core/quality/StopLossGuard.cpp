#include "core/quality/StopLossGuard.h"

#include <QtCore/QSet>

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
    const GuardEvent event{week, segment, held.state, became, cause, {}, {}, {}};
    held.state = became;
    held.since = week;
    held.atLevel = 0;
    held.until.reset();
    if (isAlone(became))
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
    m_verdicts.clear();
    for (const Watch watch : {Watch::Satisfaction, Watch::NoRecontact}) {
        QList<Segment> watched;
        for (const Segment &segment : segments) {
            const Held held = m_held.value(segment.name);
            if (segment.watch != watch || !isAlone(held.state))
                continue;
            Segment since = segment;
            // What was before a release is no reference for what came after it.
            for (qsizetype w = 0; w < std::min(held.watchedFrom, since.weeks.size()); ++w)
                since.weeks[w] = Week{};
            watched += since;
        }
        m_verdicts += evaluate(m_limits.of(watch), watched, week);
    }
    QHash<QString, SegmentVerdict> trips;
    for (const SegmentVerdict &verdict : std::as_const(m_verdicts)) {
        if (verdict.finding == Finding::Trips && !trips.contains(verdict.segment))
            trips.insert(verdict.segment, verdict);
    }

    QList<GuardEvent> events;
    QSet<QString> told;
    for (const Segment &segment : segments) {
        if (told.contains(segment.name))
            continue;
        told.insert(segment.name);
        Held &held = m_held[segment.name];
        const GuardWeek around = beside.value(segment.name);
        const auto trip = trips.constFind(segment.name);
        if (breaks(held, week, around)) {
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Breaker);
        } else if (trip != trips.cend()) {
            events += turn(week, segment.name, held, GuardState::Tripped, GuardCause::Fall);
            events.last().verdict = *trip;
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

bool StopLossGuard::breaks(const Held &held, qsizetype week, const GuardWeek &beside) const
{
    return isAlone(held.state) && week >= held.watchedFrom
        && beside.hardEvents >= m_limits.hardEvents;
}

QList<GuardEvent> StopLossGuard::breaker(qsizetype week, const QHash<QString, GuardWeek> &beside)
{
    QList<GuardEvent> events;
    QStringList names = beside.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (breaks(m_held.value(name), week, beside.value(name)))
            events += turn(week, name, m_held[name], GuardState::Tripped, GuardCause::Breaker);
    }
    return events;
}

void StopLossGuard::resume(const GuardEvent &event)
{
    Held &held = m_held[event.segment];
    turn(event.week, event.segment, held, event.became, event.cause);
    held.until = event.until;
}

void StopLossGuard::recall(const QString &segment, const GuardWeek &beside)
{
    if (Held &held = m_held[segment]; held.state == GuardState::Tripped)
        held.atLevel = atLevel(beside) ? held.atLevel + 1 : 0;
}

StopLossGuard::Wanted StopLossGuard::wantedOf(const QString &segment) const
{
    const Held held = m_held.value(segment);
    return {held.state == GuardState::Ready ? m_limits.levelWeeks : held.atLevel, held.until};
}

std::optional<GuardEvent> StopLossGuard::trip(qsizetype week, const QString &segment,
                                              const QString &reason)
{
    Held &held = m_held[segment];
    if (!isAlone(held.state) || reason.trimmed().isEmpty())
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
        held.until = event.until = week + expiresAfterWeeks;
    return event;
}

} // namespace baton::quality
