#include "core/store/ApprovalTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

namespace {

/// The queue shows whether there is a draft.
ChangeSet changesOf(const Approval &approval)
{
    return {{approval.request.conversation}, false, false, false};
}

} // namespace

QFuture<Result<Approval>> Store::askApproval(ApprovalRequest request)
{
    return d->write([this, request = std::move(request)]() -> Result<Approval> {
        d->letDurableWritesThrough();
        Result<Approval> asked = d->desk->askApproval(request);
        if (asked)
            d->publish(changesOf(*asked));
        return asked;
    });
}

QFuture<Result<QList<OutboxEntry>>> Store::approveReply(ActKey key, Person by,
                                                        std::optional<Base> seen, Instant notBefore)
{
    return d->act([this, key = std::move(key), by = std::move(by), seen = std::move(seen),
                   notBefore] { return d->desk->approveReply(key, by, seen, notBefore); });
}

QFuture<Result<Approval>> Store::returnReply(ActKey key, Person by, QString note)
{
    return d->write([this, key = std::move(key), by = std::move(by),
                     note = std::move(note)]() -> Result<Approval> {
        d->letDurableWritesThrough();
        Result<Approval> returned = d->desk->returnReply(key, by, note);
        if (returned)
            d->publish(changesOf(*returned));
        return returned;
    });
}

QFuture<Result<Approval>> Store::withdrawReply(ActKey key)
{
    return d->write([this, key = std::move(key)]() -> Result<Approval> {
        d->letDurableWritesThrough();
        Result<Approval> withdrawn = d->desk->withdrawReply(key);
        if (withdrawn)
            d->publish(changesOf(*withdrawn));
        return withdrawn;
    });
}

QFuture<Result<void>> Store::markReturnRead(ActKey key)
{
    return d->write([this, key = std::move(key)]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->markReturnRead(key);
    });
}

QFuture<Result<QList<Approval>>> Store::openApprovals()
{
    return d->read(d->pagesThread, [this]() -> Result<QList<Approval>> {
        return ApprovalTable(*d->pagesConnection).open();
    });
}

} // namespace baton::store
