#pragma once

#include "core/policy/Policy.h"

#include <nlohmann/json.hpp>

/// "targets" and "calendars" of a policy file, as they are written.
namespace baton::policy {

inline constexpr const char *valueNames[] = {"none", "standard", "plus", "vip"}; ///< by ValueTier

nlohmann::ordered_json targetsJson(const QList<Target> &targets);

/// Those that are set otherwise than was read from there; the others stay as they are.
void writeCalendars(nlohmann::ordered_json &json, const QList<Calendar> &read,
                    const QList<Calendar> &calendars);

/// Whom a target is for: "queue=payments tier=C"; "all" where it is for everything.
std::string selectorOf(const nlohmann::ordered_json &target);

} // namespace baton::policy
