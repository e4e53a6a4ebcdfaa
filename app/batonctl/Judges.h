#pragma once

#include "app/batonctl/Command.h"
#include "core/signals/SignalReader.h"

namespace baton::ctl {

/// The reader of signals, its intents learnt and kept in the profile where they are not yet. Told
/// where that fails or is cancelled.
std::optional<signs::SignalReader> readerFor(Session &session, const Catalogue &catalogue);

} // namespace baton::ctl
