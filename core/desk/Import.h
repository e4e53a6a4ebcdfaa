#pragma once

#include "core/packet/LineSource.h"
#include "core/store/ImportArchive.h"
#include "core/store/Store.h"

#include <functional>

namespace baton {

struct ImportTotals
{
    qint64 read = 0; ///< lines that are not blank
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    bool operator==(const ImportTotals &) const = default;
};

/// Feeds files of packets into the archive: the next batch is read and checked here while the store
/// writes the last one. A bad line costs itself only. Two batches are in memory at most. Blocking;
/// one thread.
class Importer
{
public:
    struct Hooks
    {
        std::function<void(const packet::Rejection &)>
            rejected;                  ///< in order of lines within a batch
        std::function<bool()> proceed; ///< asked for every line; false ends with Cancelled
    };
    Importer(store::Store &store, Hooks hooks);
    ~Importer();

    /// file names the source in rejections. keep, where not null, gets every accepted line. What
    /// was read before an error or a cancel is stored. Errors: Cancelled, the source's, the
    /// store's.
    Result<void> read(packet::LineSource &source, const QString &file, store::ImportArchive *keep);
    const ImportTotals &totals() const { return m_totals; }

private:
    struct Batch;
    Result<void> finish(Batch &batch, store::ImportArchive *keep);
    void reject(const packet::Rejection &rejection);

    store::Store &m_store;
    Hooks m_hooks;
    packet::Reader m_reader;
    ImportTotals m_totals;
};

} // namespace baton
