#pragma once

#include "core/policy/Policy.h"
#include "core/store/StoreTypes.h"

namespace baton {

/// How contacts are counted, by DESIGN §7's definitions (core/quality/Metrics.h).
store::Measure measureBy(const policy::Policy &policy);

} // namespace baton
