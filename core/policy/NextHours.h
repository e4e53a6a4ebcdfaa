#pragma once

#include "core/base/Clock.h"

#include <QtCore/QList>

#include <optional>
#include <vector>

/// What would pass its deadline in the next hours: a simulation without chance. Pure values and
/// functions; the same input gives the same answer.
namespace baton::policy {

/// A reply that somebody waits for, or will.
struct AwaitedJob
{
    int queue = 0;
    int person = -1;      ///< who alone can write it, a place among those who work; −1: anybody
    bool blocked = false; ///< whoever has it is not there: nobody writes it
    qint64 arrivesMs = 0;
    qint64 dueMs = 0; ///< 0: it has no deadline
    bool operator==(const AwaitedJob &) const = default;
};

/// So many people from now on, each works on one reply after the other, takesMs long, the earliest
/// deadline first (none last, then the earliest arrival, then as given). By queue, how many whose
/// deadline lies after from and not after until have no reply by then. What is past its deadline
/// before is worked on like the rest, and not counted.
QList<int> lateBy(const std::vector<AwaitedJob> &jobs, int queues, int people, qint64 takesMs,
                  Instant from, Instant until);

/// The middle of some weeks, and how far they lie apart.
struct LateRange
{
    int middle = 0; ///< of an even number the higher one of the two
    int fewest = 0;
    int most = 0;
    bool operator==(const LateRange &) const = default;
};

struct NextHours
{
    int weeks = 0;       ///< of history that were played
    qint64 arrivals = 0; ///< in them, all together
    qint64 handled = 0;  ///< conversations that takesMs is the median of
    qint64 takesMs = 0;
    int people = 0;
    QList<LateRange> queues; ///< with the people there are
    QList<LateRange> total; ///< with them, with one more, with two more; empty: too little is known
    bool isKnown() const { return !total.isEmpty(); }
    bool operator==(const NextHours &) const = default;
};

constexpr int weeksNeeded = 3;
constexpr int weeksPlayed = 8;
constexpr qint64 handledNeeded = 20;
constexpr qint64 nextHoursMs = 2 * hourMs;

/// Plays each of the past weeks' same hours behind what waits now. Too little is known with fewer
/// weeks than weeksNeeded or fewer handled conversations than handledNeeded: then no figure is
/// given. weeks: what each brought, its times as if it came now.
NextHours nextHours(const std::vector<AwaitedJob> &waiting,
                    const std::vector<std::vector<AwaitedJob>> &weeks, int queues, int people,
                    qint64 takesMs, qint64 handled, Instant now);

} // namespace baton::policy
