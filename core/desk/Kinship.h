#pragma once

#include "core/policy/Policy.h"
#include "core/store/StoreTypes.h"

namespace baton {

/// How arrivals are compared, by a policy's limits.
store::Kinship kinshipBy(const policy::Policy &policy);

} // namespace baton
