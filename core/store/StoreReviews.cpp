#include "core/store/ReviewTable.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

QFuture<Result<void>> Store::addDraftUses(QList<DraftUse> uses)
{
    return d->write([this, uses = std::move(uses)]() -> Result<void> {
        d->letDurableWritesThrough();
        const Result<QList<ConversationId>> added = d->desk->addDraftUses(uses);
        if (!added)
            return added.error();
        if (const Result<int> counted = d->seen(d->cache->followDrafts()); !counted)
            log::error("store", counted.error());
        if (!added->isEmpty())
            d->publish({*added, false, false, false});
        return {};
    });
}

QFuture<Result<int>> Store::addReviewItems(QList<PickedReview> picked)
{
    return d->write([this, picked = std::move(picked)] {
        d->letDurableWritesThrough();
        return d->desk->addReviewItems(picked);
    });
}

QFuture<Result<int>> Store::addReviews(QList<Review> reviews)
{
    return d->write([this, reviews = std::move(reviews)] {
        d->letDurableWritesThrough();
        return d->desk->addReviews(reviews);
    });
}

QFuture<Result<QList<CoachingNote>>> Store::coachingNotes(int limit)
{
    return d->read(d->pagesThread, [this, limit]() -> Result<QList<CoachingNote>> {
        return ReviewTable(*d->pagesConnection).coaching(d->rules.agent.id, limit);
    });
}

QFuture<Result<void>> Store::markCoachingRead(QList<qint64> reviews)
{
    return d->write([this, reviews = std::move(reviews)]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->markCoachingRead(reviews);
    });
}

QFuture<Result<void>> Store::addScorecard(ScorecardVersion version)
{
    return d->write([this, version = std::move(version)]() -> Result<void> {
        d->letDurableWritesThrough();
        return d->desk->addScorecard(version);
    });
}

QFuture<Result<QList<ScorecardVersion>>> Store::scorecards()
{
    return d->read(d->pagesThread, [this]() -> Result<QList<ScorecardVersion>> {
        return ReviewTable(*d->pagesConnection).scorecards();
    });
}

QFuture<Result<FactsPage>> Store::reviewFacts(FactsQuery query)
{
    return d->askKnowledge([this, query = std::move(query)]() -> Result<FactsPage> {
        const Snapshot snapshot(*d->searchConnection);
        return ReviewFactsReader(*d->searchConnection).page(query);
    });
}

QFuture<Result<ReviewIds>> Store::reviewIds(Instant from, Instant since)
{
    return d->askKnowledge([this, from, since]() -> Result<ReviewIds> {
        const Snapshot snapshot(*d->searchConnection);
        return ReviewTable(*d->searchConnection).ids(from, since);
    });
}

QFuture<Result<QList<ReviewRow>>> Store::reviewRows(QList<qint64> rows)
{
    return d->read(d->pagesThread, [this, rows = std::move(rows)]() -> Result<QList<ReviewRow>> {
        return ReviewTable(*d->pagesConnection).rows(rows, d->rules.agent.id);
    });
}

QFuture<Result<ReviewRecord>> Store::reviewRecord(ConversationId id)
{
    return d->read(d->pagesThread, [this, id = std::move(id)]() -> Result<ReviewRecord> {
        ReviewTable table(*d->pagesConnection);
        ReviewRecord record;
        record.row = table.row(id, d->rules.agent.id);
        record.use = table.draftUse(id);
        record.reviews = table.reviews(id);
        for (const Feedback &one : FeedbackTable(*d->pagesConnection).of(id))
            record.overrides += one.kind == FeedbackKind::Sentence ? 1 : 0;
        record.cameBack = ReviewFactsReader(*d->pagesConnection).cameBack(id);
        return record;
    });
}

QFuture<Result<ReviewSums>> Store::reviewSums(AgentId reviewer)
{
    return d->askKnowledge([this, reviewer = std::move(reviewer)]() -> Result<ReviewSums> {
        const Snapshot snapshot(*d->searchConnection);
        ReviewTable table(*d->searchConnection);
        return ReviewSums{table.catches(reviewer), table.catches({}), table.medianMs(reviewer),
                          table.doubleVerdicts()};
    });
}

} // namespace baton::store
