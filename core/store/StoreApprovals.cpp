#include "core/store/ApprovalTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

QFuture<Result<Approval>> Store::askApproval(ApprovalRequest request)
{
    return d->changeApproval(
        [this, request = std::move(request)] { return d->desk->askApproval(request); });
}

QFuture<Result<QList<OutboxEntry>>> Store::approveReply(ActKey key, Person by,
                                                        std::optional<Base> seen, Instant notBefore)
{
    return d->act([this, key = std::move(key), by = std::move(by), seen = std::move(seen),
                   notBefore] { return d->desk->approveReply(key, by, seen, notBefore); });
}

QFuture<Result<Approval>> Store::returnReply(ActKey key, Person by, QString note)
{
    return d->changeApproval(
        [this, key = std::move(key), by = std::move(by), note = std::move(note)] {
            return d->desk->returnReply(key, by, note);
        });
}

QFuture<Result<Approval>> Store::withdrawReply(ActKey key)
{
    return d->changeApproval([this, key = std::move(key)] { return d->desk->withdrawReply(key); });
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
