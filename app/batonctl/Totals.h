#pragma once

#include "app/batonctl/Command.h"
#include "core/desk/Import.h"

namespace baton::ctl {

/// What became of what was read, as import and knowledge add end.
void tell(Session &session, const ImportTotals &totals);

} // namespace baton::ctl
