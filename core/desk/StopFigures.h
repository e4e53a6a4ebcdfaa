#pragma once

#include "core/quality/StopLossGuard.h"

#include <nlohmann/json.hpp>

/// The stop-loss in JSON: what is kept, exported and written beside the evidence. Pure.
namespace baton {

QString isoWeek(int week); ///< "2025-W46"
/// The week of "2025-W46".
std::optional<int> weekFromIso(const QString &text);

const char *nameOf(GuardState state);
const char *nameOf(GuardCause cause);
const char *nameOf(quality::Watch watch);
const char *nameOf(quality::Finding finding);

/// Shares with their n and 95 % interval, window, p as found and as it counts (Holm), mix.
nlohmann::ordered_json toJson(const quality::SegmentVerdict &verdict);
/// What toJson() made; absent of anything else.
std::optional<quality::SegmentVerdict> verdictOf(const QByteArray &json);

} // namespace baton
