#pragma once

#include "core/desk/ScorecardTypes.h"
#include "core/domain/Catalogue.h"
#include "core/policy/Policy.h"
#include "core/store/TallyTypes.h"

#include <functional>

namespace baton {

/// Sums by a name each, in no order: what a key makes of a line, nothing leaves it out.
template <class Key>
std::map<Key, quality::WindowCounts> sumBy(
    const store::Tallies &tallies,
    const std::function<std::optional<Key>(const store::TallyLine &)> &key)
{
    std::map<Key, quality::WindowCounts> sums;
    for (const store::TallyLine &line : tallies.lines) {
        const std::optional<Key> at = key(line);
        if (!at)
            continue;
        quality::WindowCounts &sum = sums[*at];
        sum.all.of(line.arm).add(line.counts);
        if (line.matured)
            sum.matured.of(line.arm).add(line.counts);
    }
    return sums;
}

ScoreFigures figuresOf(const quality::WindowCounts &counts, quality::Arms arms);

/// The intent's, by the catalogue; none of these counts as B.
Route tierOfIntent(const Catalogue &catalogue, const QString &intent);

/// What a scorecard is made of: tallies by week over knownWeeks weeks, spreads of the period. Pure;
/// any thread.
ScorecardSnapshot makeScorecard(const store::Tallies &tallies,
                                const std::vector<store::SpreadLine> &spreads,
                                const Catalogue &catalogue, const ScorePeriod &period,
                                quality::Arms arms, int maturedDay,
                                const policy::StopLossLimits &limits = {}, const Costs &costs = {});

quality::Reliability reliabilityOf(const std::vector<store::ReadingLine> &readings);
/// Rows of one of its bins: what stood, or what was corrected; of what somebody looked at, where
/// the curve rests on that.
std::vector<qint64> rowsOf(const std::vector<store::ReadingLine> &readings, int bin, bool right);

} // namespace baton
