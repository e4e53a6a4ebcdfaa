#include "core/store/AuditTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

QFuture<Result<AuditPage>> Store::auditPage(AuditFilter filter, qint64 before, int limit)
{
    return d->askKnowledge(
        [this, filter = std::move(filter), before, limit]() -> Result<AuditPage> {
            const Snapshot snapshot(*d->searchConnection);
            return AuditTable(*d->searchConnection).page(filter, before, limit);
        });
}

QFuture<Result<AuditNames>> Store::auditNames()
{
    return d->askKnowledge([this]() -> Result<AuditNames> {
        const Snapshot snapshot(*d->searchConnection);
        return AuditTable(*d->searchConnection).names();
    });
}

} // namespace baton::store
