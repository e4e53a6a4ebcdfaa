#pragma once

#include "core/domain/SignalRecord.h"
#include "core/quality/LabelSample.h"
#include "core/quality/Reliability.h"
#include "core/store/TallyTypes.h"

/// What people said of readings, beside what was observed of all. Pure; any thread.
namespace baton {

/// One that somebody looked at, at its place in the columns.
struct PlacedLook
{
    std::size_t at = 0;
    LookedAt looked = LookedAt::CameUpon;
    bool right = false;
    quint16 confidence = 0; ///< in steps of 1e-4; of a drawn one as it was then
    bool operator==(const PlacedLook &) const = default;
};

/// By their places; those that name no intent now are left out.
std::vector<PlacedLook> placedIn(const SignalColumns &columns,
                                 const std::vector<store::LookedLine> &looked);

/// Of the readings that name an intent and are at least so sure.
quality::Reliability reliabilityFrom(const SignalColumns &columns,
                                     const std::vector<PlacedLook> &looked, double confidence);

/// Of those that ended or that a person answered, and that nobody looked at.
std::vector<quality::LabelCandidate> candidatesIn(const SignalColumns &columns,
                                                  const std::vector<PlacedLook> &looked);

} // namespace baton
