#pragma once

#include "core/store/Connection.h"
#include "core/store/ProfileFiles.h"

namespace baton::store {

/// The profile's files, locked (ReadWrite), sound and migrated, as Store::open() promises.
struct OpenFiles
{
    std::unique_ptr<FileLock> lock; ///< null when read-only
    OpenReport report;
};
Result<OpenFiles> openFiles(const Paths &paths, Access access, const Clock &clock);

/// Makes or migrates cache.sqlite, set aside first if it is damaged. The lock is held.
Result<void> prepareCache(const Paths &paths, const Clock &clock, OpenReport &report);

} // namespace baton::store
