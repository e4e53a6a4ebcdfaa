#pragma once

#include "core/base/Clock.h"
#include "core/store/StoreTypes.h"

#include <memory>

namespace baton::store {

/// Holds a file locked for as long as it lives; the kernel lets go when the process ends, however
/// it ends.
class FileLock
{
public:
    /// Locked: another process (or another lock in this one) has it; detail names its process
    /// number.
    static Result<std::unique_ptr<FileLock>> take(const QString &path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    { }
    int m_descriptor = -1;
};

/// Makes the folders, 0700, where they are not there.
Result<void> makeFolders(const Paths &paths);
/// Makes an empty database file, 0600, so that SQLite's files beside it get the same permissions.
Result<void> touchDatabase(const QString &file);
/// Half-written imports of a process that was killed.
void removeLeftovers(const Paths &paths);

/// The marker beside cache.sqlite: damage was met while it was in use.
QString damageMarker(const Paths &paths);
void markDamaged(const Paths &paths, const QString &problem);

/// Moves cache.sqlite and what belongs to it out of the way; returns where it lies now.
Result<QString> setCacheAside(const Paths &paths, Instant now);

} // namespace baton::store
