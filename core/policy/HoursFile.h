#pragma once

#include "core/policy/Policy.h"

#include <nlohmann/json.hpp>

/// "targets", "calendars" and "queues" of a policy file, as they are written.
namespace baton::policy {

inline constexpr const char *valueNames[] = {"none", "standard", "plus", "vip"}; ///< by ValueTier

nlohmann::ordered_json targetsJson(const QList<Target> &targets);

/// Those that are set otherwise than was read from there, and new ones at the end; what is not
/// among them goes. The others stay as they are.
void writeCalendars(nlohmann::ordered_json &json, const QList<Calendar> &read,
                    const QList<Calendar> &calendars);
/// Whose hours a queue has; nothing else of it.
void writeQueueHours(nlohmann::ordered_json &json, const QList<Queue> &queues);

/// Whom a target is for: "queue=payments tier=C"; "all" where it is for everything.
std::string selectorOf(const nlohmann::ordered_json &target);

} // namespace baton::policy
