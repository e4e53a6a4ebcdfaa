#pragma once

#include "core/policy/Policy.h"
#include "core/quality/Metrics.h"
#include "core/quality/StopLossGuard.h"

/// A policy's stop-loss limits as the statistics take them. Pure; any thread.
namespace baton {

quality::GuardLimits guardLimitsOf(const policy::StopLossLimits &limits);
/// The marks of the scorecard's figures: those that the policy names, else the bundled ones.
quality::Levels levelsOf(const policy::StopLossLimits &limits);

} // namespace baton
