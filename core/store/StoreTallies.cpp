#include "core/store/StorePrivate.h"
#include "core/store/TallyQueries.h"

namespace baton::store {

QFuture<Result<Tallies>> Store::tallies(TallyQuery query)
{
    return d->askKnowledge([this, query]() -> Result<Tallies> {
        const Snapshot snapshot(*d->searchConnection);
        return TallyQueries(*d->searchConnection).tallies(query);
    });
}

QFuture<Result<std::vector<SpreadLine>>> Store::spreads(int from, int to)
{
    return d->askKnowledge([this, from, to]() -> Result<std::vector<SpreadLine>> {
        const Snapshot snapshot(*d->searchConnection);
        return TallyQueries(*d->searchConnection).spreads(from, to);
    });
}

QFuture<Result<QueueIds>> Store::contacts(int from, int to, Wanted wanted)
{
    return d->askKnowledge([this, from, to, wanted = std::move(wanted)]() -> Result<QueueIds> {
        const Snapshot snapshot(*d->searchConnection);
        return QueueIds{std::make_shared<const std::vector<qint64>>(
            TallyQueries(*d->searchConnection).contacts(from, to, wanted))};
    });
}

QFuture<Result<std::vector<ReadingLine>>> Store::readings(int from, int to)
{
    return d->askKnowledge([this, from, to]() -> Result<std::vector<ReadingLine>> {
        const Snapshot snapshot(*d->searchConnection);
        return TallyQueries(*d->searchConnection).readings(from, to);
    });
}

} // namespace baton::store
