#pragma once

#include "app/batonctl/Command.h"
#include "core/policy/Policy.h"
#include "core/signals/SignalReader.h"

namespace baton::ctl {

/// The reader of signals, its intents learnt and kept in the profile where they are not yet. Told
/// where that fails or is cancelled.
std::optional<signs::SignalReader> readerFor(Session &session, const Catalogue &catalogue);

/// What --policy names, or the newest version. Told where it is none.
std::optional<policy::Policy> policyFor(Session &session);
/// What --terms names, or the bundled terms. Likewise.
std::optional<signs::Terms> termsFor(Session &session);

} // namespace baton::ctl
