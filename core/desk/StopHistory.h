#pragma once

#include "core/domain/Catalogue.h"
#include "core/policy/Policy.h"
#include "core/quality/StopLossGuard.h"
#include "core/store/TallyTypes.h"

#include <QtCore/QMap>

/// The store's sums as the stop-loss looks at them. Pure; any thread.
namespace baton {

/// Phrases whose conversations must reach a person: one that the bot answered alone is a hard
/// event.
quint32 hardPhrases();

inline constexpr int plantedWeeks = 4; ///< of planted errors: they are few, pooled over so many

/// Weeks of segments; index i is week base + i. Weeks whose recontacts have not matured have none.
struct StopHistory
{
    int base = 0;
    int last = 0; ///< the newest week
    QList<quality::Segment> segments;
    QMap<QString, QStringList> intents;               ///< by segment
    QList<QHash<QString, quality::GuardWeek>> beside; ///< by week

    qsizetype indexOf(int week) const { return week - base; }
    quality::GuardWeek besideOf(int week, const QString &segment) const;
};

/// Weeks before one that is looked at that its limits go back to.
int weeksBefore(const policy::StopLossLimits &limits);

/// Of weeks from … to. Segments are those of the policy: each intent, or tier, that the bot has
/// had a part in.
StopHistory stopHistory(const store::Tallies &tallies, const store::StopFacts &facts,
                        const Catalogue &catalogue, const policy::StopLossLimits &limits, int from,
                        int to);

/// What a dry run finds.
struct StopReplay
{
    struct Ask
    {
        int week = 0;
        quality::SegmentVerdict verdict; ///< Mixed or Unheard: hold, and ask a person
    };
    int from = 0; ///< weeks
    int to = 0;
    QList<quality::GuardEvent> events;           ///< week is weekOfDay()'s
    QList<Ask> asks;                             ///< where a segment's finding became so
    QMap<QString, quality::SegmentVerdict> last; ///< by segment, at the last week
};
/// As if the limits had been there from the first week on, and nobody had released anything.
/// history reaches weeksBefore() back.
StopReplay replayStops(const StopHistory &history, const policy::StopLossLimits &limits, int from,
                       int to);

} // namespace baton
