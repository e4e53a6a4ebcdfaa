#pragma once

#include "app/batonctl/Command.h"
#include "core/desk/StopHistory.h"
#include "core/quality/StopLossGuard.h"
#include "core/store/Store.h"

#include <nlohmann/json.hpp>

/// What the stop-loss commands share.
namespace baton::ctl {

Exit automationArc(Session &session);
Exit replayStopLoss(Session &session);
Exit packStopLoss(Session &session);

/// What the limits look at, for weeks from … to; told where it does not read.
std::optional<StopHistory> stopHistoryOf(Session &session, store::Store &store,
                                         const policy::Policy &policy, int from, int to,
                                         qint64 &uncounted);

nlohmann::ordered_json guardEventJson(const quality::GuardEvent &event);
QString guardEventLine(const quality::GuardEvent &event);

} // namespace baton::ctl
