#pragma once

#include "app/batonctl/Command.h"
#include "core/base/Async.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"

namespace baton::ctl {

/// The profile's store with the rules of the console. On failure the problem has been told.
std::unique_ptr<store::Store> openStore(Session &session, store::Access access);

/// The newest that was published in the profile, else the bundled one. Told where it does not read.
std::optional<policy::Policy> policyOf(Session &session);
/// As it was published or bundled; null where that is told.
QByteArray policyFileOf(Session &session);

/// Writable where no console has the profile, else to read.
std::unique_ptr<store::Store> openStoreAsItCan(Session &session, store::Access &access);

/// Puts back what earlier imports brought and a lost cache forgot; tells of the loss.
Result<void> rebuildIfNew(Session &session, store::Store &store);

/// Whoever the settings name, else the account of this computer.
Agent agentOf(const Session &session);

} // namespace baton::ctl
