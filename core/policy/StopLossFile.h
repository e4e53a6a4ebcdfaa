#pragma once

#include "core/base/JsonNode.h"
#include "core/policy/Policy.h"

#include <nlohmann/json.hpp>

/// "stop_loss" of a policy file. All of it may be left out.
namespace baton::policy {

StopLossLimits readStopLoss(const JsonNode &node);

/// Over what is there; what was left out stays so where it means the same.
void writeStopLoss(nlohmann::ordered_json &json, const StopLossLimits &limits);

} // namespace baton::policy
