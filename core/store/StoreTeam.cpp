#include "core/store/StorePrivate.h"
#include "core/store/TeamQueries.h"

namespace baton::store {

QFuture<Result<TeamLoad>> Store::teamLoad(Instant now)
{
    return d->askKnowledge([this, now]() -> Result<TeamLoad> {
        const Snapshot snapshot(*d->searchConnection);
        return TeamQueries(*d->searchConnection).load(now);
    });
}

QFuture<Result<ShiftRows>> Store::shiftRows(Instant since, Instant now, int limit)
{
    return d->askKnowledge([this, since, now, limit]() -> Result<ShiftRows> {
        const Snapshot snapshot(*d->searchConnection);
        const QList<ConversationId> ids = TeamQueries(*d->searchConnection).touched(since, now);
        Reader reader(*d->searchConnection, d->rules);
        ShiftRows rows;
        rows.more = std::max(0, int(ids.size()) - limit);
        for (const ConversationId &id : ids.first(ids.size() - rows.more)) {
            Result<ConversationRecord> record = reader.conversation(id);
            if (record)
                rows.records.append(*std::move(record));
        }
        return rows;
    });
}

QFuture<Result<QStringList>> Store::tagsInUse(int limit)
{
    return d->askKnowledge([this, limit]() -> Result<QStringList> {
        return TeamQueries(*d->searchConnection).tags(limit);
    });
}

} // namespace baton::store
