#pragma once

#include "core/quality/StopLoss.h"

#include <functional>

namespace baton::quality {

/// How a limit does on invented years: how often it trips where nothing fell, and how soon where
/// something did. Ten segments stand together, as intents do, each with about 200 ratings a week of
/// which 84 % are satisfied.
struct StopLossTrial
{
    int segmentYears = 0;
    double falseTripsPerSegmentYear = 0;
    int falls = 0;                   ///< of each kind
    double detected12ptIn3Weeks = 0; ///< share; weeks count once they have matured
    double detected8ptIn6Weeks = 0;
    double othersTripped = 0; ///< a fall: share of the nine others' years that tripped meanwhile
};

/// The same for the same seed. goesOn is asked now and then: false ends it early, with what there
/// is. A few seconds for 10,000 segment-years.
StopLossTrial tryStopLoss(const FallLimit &limit, quint64 seed, int segmentYears, int falls,
                          const std::function<bool(double)> &goesOn);

} // namespace baton::quality
