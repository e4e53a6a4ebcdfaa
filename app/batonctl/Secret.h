#pragma once

#include "app/batonctl/Command.h"
#include "core/live/HttpLiveSystem.h"

namespace baton::ctl {

/// What a system's declaration names, from the environment or the keychain; empty: it is not there.
/// Waits, if need be for the user to open the keychain.
QByteArray secretOf(const live::System &system);

} // namespace baton::ctl
