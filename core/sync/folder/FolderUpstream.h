#pragma once

#include "core/domain/Queue.h"
#include "core/store/AttachmentStore.h"
#include "core/sync/Upstream.h"

#include <memory>

namespace baton::sync {

/// A folder as an upstream (DESIGN §9): producers rename *.jsonl and *.jsonl.gz files with handoff
/// packets into it; acts are appended to <stem>.<agent>.out.jsonl beside them, one durable line
/// each; what goes with a reply lies in attachments/<sha256> before its line is written. One desk a
/// folder, by the lock file .baton.lock. A folder that is away is Offline until it
/// is back.
class FolderUpstream final : public Upstream
{
public:
    /// Blocking. A missing folder is no failure: it may come back. Errors: Locked (detail names the
    /// process and host that hold it), Io where the folder takes no files.
    /// files: where what goes with replies is read; none: it takes no files.
    static Result<std::unique_ptr<FolderUpstream>> open(const QString &folder, const Agent &agent,
                                                        std::optional<store::AttachmentStore> files
                                                        = {});
    ~FolderUpstream() override;

    Result<Delta> pull(const Cursor &since, int limit) override;
    Result<PushReceipt> push(const OutboxEntry &entry) override;
    Result<bool> hasTaken(const ActKey &key) override;
    Capabilities capabilities() const override;
    void abort() override;

private:
    struct Private;
    explicit FolderUpstream(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace baton::sync
