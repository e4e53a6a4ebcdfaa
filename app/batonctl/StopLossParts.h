#pragma once

#include "app/batonctl/Command.h"
#include "core/quality/StopLossGuard.h"

#include <nlohmann/json.hpp>

/// What the stop-loss commands share.
namespace baton::ctl {

Exit automationArc(Session &session);

nlohmann::ordered_json guardEventJson(const quality::GuardEvent &event);
QString guardEventLine(const quality::GuardEvent &event);

} // namespace baton::ctl
