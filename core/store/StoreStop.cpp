#include "core/store/StopTable.h"
#include "core/store/StorePrivate.h"
#include "core/store/TallyQueries.h"

namespace baton::store {

QFuture<Result<StopRecord>> Store::stopRecord()
{
    return d->read(d->pagesThread,
                   [this]() -> Result<StopRecord> { return StopTable(*d->pagesConnection).all(); });
}

QFuture<Result<StopRecord>> Store::addStopEvents(QList<StopEvent> events, QList<int> looked,
                                                 qint64 after)
{
    return d->write([this, events = std::move(events), looked = std::move(looked),
                     after]() -> Result<StopRecord> {
        d->letDurableWritesThrough();
        return d->desk->addStopEvents(events, looked, after);
    });
}

QFuture<Result<void>> Store::addStopStep(StopStepDone step)
{
    return d->write([this, step = std::move(step)]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->addStopStep(step);
    });
}

QFuture<Result<StopFacts>> Store::stopFacts(int from, int to, quint32 phrases)
{
    return d->askKnowledge([this, from, to, phrases]() -> Result<StopFacts> {
        const Snapshot snapshot(*d->searchConnection);
        return StopQueries(*d->searchConnection).facts(from, to, phrases);
    });
}

QFuture<Result<QList<KnowledgeChange>>> Store::knowledgeChanges(Instant from, Instant to)
{
    return d->askKnowledge([this, from, to]() -> Result<QList<KnowledgeChange>> {
        const Snapshot snapshot(*d->searchConnection);
        return StopQueries(*d->searchConnection).knowledge(from, to);
    });
}

QFuture<Result<std::vector<ContactLine>>> Store::contactLines(int from, int to, Wanted wanted)
{
    return d->askKnowledge(
        [this, from, to, wanted = std::move(wanted)]() -> Result<std::vector<ContactLine>> {
            const Snapshot snapshot(*d->searchConnection);
            return TallyQueries(*d->searchConnection).lines(from, to, wanted);
        });
}

} // namespace baton::store
