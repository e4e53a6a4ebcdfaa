#pragma once

#include "app/batonctl/Command.h"

namespace baton::ctl {

/// knowledge add PATH…
Exit addKnowledge(Session &session, const QStringList &paths);

} // namespace baton::ctl
