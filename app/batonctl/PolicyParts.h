#pragma once

#include "app/batonctl/Command.h"

namespace baton::ctl {

Exit replayPolicy(Session &session);
/// How long a million invented conversations take.
Exit timeReplay(Session &session);

} // namespace baton::ctl
