#include "core/store/ActionTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

QFuture<Result<ActionEntry>> Store::recordAction(ActionRequest request,
                                                 std::optional<Person> approved)
{
    return d->write([this, request = std::move(request), approved = std::move(approved)] {
        d->letDurableWritesThrough();
        return d->actions->record(request, approved);
    });
}

QFuture<Result<ActionEntry>> Store::approveAction(ActKey key, Person by)
{
    return d->write([this, key = std::move(key), by = std::move(by)] {
        d->letDurableWritesThrough();
        return d->actions->approve(key, by);
    });
}

QFuture<Result<void>> Store::withdrawAction(ActKey key)
{
    return d->write([this, key = std::move(key)] {
        d->letDurableWritesThrough();
        return d->actions->withdraw(key);
    });
}

QFuture<Result<void>> Store::dismissAction(ActKey key)
{
    return d->write([this, key = std::move(key)] {
        d->letDurableWritesThrough();
        return d->actions->dismiss(key);
    });
}

QFuture<Result<bool>> Store::beginAction(ActKey key)
{
    return d->write([this, key = std::move(key)] {
        d->letDurableWritesThrough();
        return d->actions->begin(key);
    });
}

QFuture<Result<ActionEntry>> Store::settleAction(ActionSettlement settlement)
{
    return d->write([this, settlement = std::move(settlement)] {
        d->letDurableWritesThrough();
        return d->actions->settle(settlement);
    });
}

QFuture<Result<QList<ActionEntry>>> Store::openActions()
{
    return d->read(d->pagesThread, [this]() -> Result<QList<ActionEntry>> {
        return ActionTable(*d->pagesConnection).open();
    });
}

QFuture<Result<QList<ActionEntry>>> Store::actionsOf(ConversationId id)
{
    return d->read(d->pagesThread, [this, id = std::move(id)]() -> Result<QList<ActionEntry>> {
        return ActionTable(*d->pagesConnection).of(id);
    });
}

} // namespace baton::store
