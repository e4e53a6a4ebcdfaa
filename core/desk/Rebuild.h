#pragma once

#include "core/desk/Import.h"

namespace baton {

struct RebuildReport
{
    ImportTotals totals;
    QStringList damaged; ///< files of imports/ that could not be read to their end
};

/// Reads imports/ into the store again, oldest first, after the cache was new or set aside
/// (Store::openReport). Takes effect once however often it runs. progress gets 0 … 1 and answers
/// whether to go on. Blocking; may run beside the desk. Errors: Cancelled, the store's.
Result<RebuildReport> rebuildFromImports(store::Store &store,
                                         const std::function<bool(double)> &progress);

} // namespace baton
