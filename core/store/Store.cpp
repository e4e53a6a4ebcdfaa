#include "core/store/Store.h"

#include "core/base/Post.h"
#include "core/store/IncidentQueries.h"
#include "core/store/StorePrivate.h"

namespace baton::store {

Store::Store(std::unique_ptr<Private> own)
    : d(std::move(own))
{
    d->store = this;
}

Store::~Store() = default;

bool Store::event(QEvent *event)
{
    return runPosted(this, event) || QObject::event(event);
}

Result<std::unique_ptr<Store>> Store::open(const Paths &paths, Access access, Rules rules,
                                           const Clock &clock)
{
    auto d = std::make_unique<Private>(paths, access, std::move(rules), clock);
    if (const Result<void> opened = d->open(); !opened)
        return opened.error();
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

const OpenReport &Store::openReport() const
{
    return d->report;
}

const Paths &Store::paths() const
{
    return d->paths;
}

QFuture<Result<ApplyReport>> Store::apply(QList<Incoming> packets, Origin origin)
{
    if (d->access == Access::ReadOnly)
        return d->refusal<Result<ApplyReport>>();
    auto promise = std::make_shared<QPromise<Result<ApplyReport>>>();
    promise->start();
    auto job = std::make_shared<ApplyJob>();
    job->packets = std::move(packets);
    job->origin = origin;
    d->ordered.add([own = d.get(), job, promise] { return own->applySome(*job, *promise); });
    return promise->future();
}

QFuture<Result<void>> Store::saveCursor(QByteArray cursor)
{
    return d->writeInOrder(
        [this, cursor = std::move(cursor)] { return d->cache->saveCursor(cursor); });
}

QFuture<Result<QByteArray>> Store::loadCursor()
{
    return d->writeInOrder([this] { return d->cache->loadCursor(); });
}

QFuture<Result<void>> Store::beginBulk()
{
    return d->writeInOrder([this] {
        Result<void> begun = d->cache->beginBulk();
        d->bulk = begun.has_value();
        return begun;
    });
}

QFuture<Result<void>> Store::finishBulk()
{
    return d->writeInOrder([this] {
        d->bulk = false;
        Result<void> finished = d->cache->finishBulk();
        if (finished)
            d->auditImport();
        return finished;
    });
}

QFuture<Result<QList<OutboxEntry>>> Store::record(QList<NewAct> acts)
{
    return d->act([this, acts = std::move(acts)] { return d->desk->record(acts); });
}

QFuture<Result<OutboxEntry>> Store::undo(ActKey key)
{
    return d->act([this, key = std::move(key)] { return d->desk->undo(key); });
}

QFuture<Result<void>> Store::discard(ActKey key)
{
    return d->act([this, key = std::move(key)] { return d->desk->discard(key); });
}

QFuture<Result<bool>> Store::beginPush(ActKey key)
{
    return d->act([this, key = std::move(key)] { return d->desk->beginPush(key); });
}

QFuture<Result<void>> Store::settle(Settlement settlement)
{
    return d->act(
        [this, settlement = std::move(settlement)] { return d->desk->settle(settlement); });
}

QFuture<Result<OutboxEntry>> Store::release(ActKey key, QString text, Base base)
{
    return d->act([this, key = std::move(key), text = std::move(text), base = std::move(base)] {
        return d->desk->release(key, text, base);
    });
}

QFuture<Result<QList<OutboxEntry>>> Store::outbox()
{
    if (d->access == Access::ReadOnly) {
        return d->read(d->pagesThread, [this]() -> Result<QList<OutboxEntry>> {
            return OutboxTable(*d->pagesConnection).open();
        });
    }
    return d->write([this] { return d->desk->outbox(); });
}

QFuture<Result<void>> Store::postponeWaiting(Instant notBefore)
{
    return d->act([this, notBefore] { return d->desk->postponeWaiting(notBefore); });
}

QFuture<Result<void>> Store::saveDraft(TypedDraft draft)
{
    return d->write([this, draft = std::move(draft)]() -> Result<void> {
        d->letDurableWritesThrough();
        const Result<bool> saved = d->desk->saveDraft(draft);
        if (!saved)
            return saved.error();
        if (*saved)
            d->publish({{draft.conversation}, false, false, false});
        return {};
    });
}

QFuture<Result<QList<TypedDraft>>> Store::drafts(ConversationId id)
{
    if (d->access == Access::ReadOnly) {
        return d->read(d->pagesThread, [this, id = std::move(id)]() -> Result<QList<TypedDraft>> {
            return DraftTable(*d->pagesConnection).of(id);
        });
    }
    return d->write([this, id = std::move(id)] { return d->desk->drafts(id); });
}

QFuture<Result<void>> Store::addFeedback(Feedback feedback)
{
    return d->write([this, feedback = std::move(feedback)]() -> Result<void> {
        d->letDurableWritesThrough();
        Result<void> added = d->desk->addFeedback(feedback);
        if (!added)
            return added;
        d->publish({{feedback.conversation}, false, false, false});
        if (feedback.kind == FeedbackKind::Tier)
            (void)d->seen(d->cache->follow(feedback.conversation));
        return {};
    });
}

QFuture<Result<void>> Store::recordFileChange(FileChange change)
{
    return d->write([this, change = std::move(change)] {
        d->letDurableWritesThrough();
        return d->desk->recordFileChange(change);
    });
}

QFuture<Result<void>> Store::markSeen(ConversationId id, MessageId last)
{
    return d->write([this, id = std::move(id), last = std::move(last)]() -> Result<void> {
        d->letDurableWritesThrough();
        const Result<bool> marked = d->desk->markSeen(id, last);
        if (!marked)
            return marked.error();
        if (*marked)
            (void)d->seen(d->cache->catchUp());
        return {};
    });
}

QFuture<Result<int>> Store::wakeSnoozed()
{
    return d->write([this] { return d->seen(d->cache->wakeSnoozed()); });
}

QFuture<Result<int>> Store::setJudge(Judge judge)
{
    if (d->access == Access::ReadOnly)
        return d->refusal<Result<int>>();
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    d->judging.add([this, promise, judge = std::move(judge), sum = 0, set = false]() mutable {
        if (!std::exchange(set, true))
            d->cache->setJudge(judge);
        const Result<int> some = d->seen(d->cache->judgeSlice());
        if (some && *some > 0) {
            sum += *some;
            return true;
        }
        if (const Result<int> counted = d->seen(d->cache->countSlice()); counted && *counted > 0)
            return true;
        promise->addResult(some ? Result<int>(sum) : some);
        promise->finish();
        return false;
    });
    return promise->future();
}

QFuture<Result<void>> Store::setMeasure(Kinship kinship, Measure measure)
{
    if (d->access == Access::ReadOnly)
        return d->refusal<Result<void>>();
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    d->judging.add([this, promise, kinship = std::move(kinship), measure = std::move(measure),
                    set = false]() mutable {
        if (!std::exchange(set, true)) {
            // Only the writer's thread asks them.
            d->rules.kinship = kinship;
            d->rules.measure = measure;
        }
        const Result<int> counted = d->seen(d->cache->countSlice());
        if (counted && *counted > 0)
            return true;
        promise->addResult(counted ? Result<void>() : Result<void>(counted.error()));
        promise->finish();
        return false;
    });
    return promise->future();
}

QFuture<Result<QList<QueueRow>>> Store::firstRows(QueueQuery query, int limit)
{
    return d->read(d->pagesThread,
                   [this, query = std::move(query), limit]() -> Result<QList<QueueRow>> {
                       return d->pages->queue().firstRows(query, limit);
                   });
}

QFuture<Result<QueueIds>> Store::ids(const QueueQuery &query)
{
    return d->readView(query, [](std::vector<qint64> &rows) -> Result<QueueIds> {
        return QueueIds{std::make_shared<const std::vector<qint64>>(std::move(rows))};
    });
}

QFuture<Result<QList<QueueRow>>> Store::rows(QList<qint64> rows)
{
    return d->read(d->pagesThread, [this, rows = std::move(rows)]() -> Result<QList<QueueRow>> {
        return d->pages->queue().rows(rows);
    });
}

QFuture<Result<ViewCounts>> Store::counts(QueueQuery query)
{
    query = {QueueView::BreachingSoon, query.agent, query.soon, {}, {}};
    return d->readView(
        query,
        [own = d.get(), agent = query.agent](std::vector<qint64> &rows) -> Result<ViewCounts> {
            ViewCounts counts = own->pages->queue().counts(agent);
            counts.breachingSoon = static_cast<int>(rows.size());
            return counts;
        });
}

QFuture<Result<ConversationRecord>> Store::conversation(ConversationId id)
{
    return d->read(d->pagesThread,
                   [this, id = std::move(id)] { return d->pages->conversation(id); });
}

QFuture<Result<QList<QueueRow>>> Store::rows(QList<ConversationId> ids)
{
    return d->read(d->pagesThread, [this, ids = std::move(ids)]() -> Result<QList<QueueRow>> {
        QList<QueueRow> rows;
        for (const ConversationId &id : ids) {
            if (const std::optional<QueueRow> row = d->pages->queue().row(id))
                rows.append(*row);
        }
        return rows;
    });
}

QFuture<Result<QList<QueueRow>>> Store::earlierContacts(CustomerId customer, ConversationId except,
                                                        int limit)
{
    return d->read(d->pagesThread,
                   [this, customer = std::move(customer), except = std::move(except),
                    limit]() -> Result<QList<QueueRow>> {
                       return d->pages->queue().earlierContacts(customer, except, limit);
                   });
}

QFuture<Result<QList<Incident>>> Store::incidents()
{
    return d->read(d->pagesThread, [this]() -> Result<QList<Incident>> {
        return incidentsIn(*d->pagesConnection, d->rules.kinship.limits);
    });
}

QFuture<Result<QList<RepliedTo>>> Store::repliedSince(Instant since)
{
    return d->read(d->pagesThread, [this, since]() -> Result<QList<RepliedTo>> {
        return d->pages->queue().repliedSince(since);
    });
}

QFuture<Result<QList<QueueRow>>> Store::closedOfIntent(QString intent, CustomerId except, int limit)
{
    return d->read(d->pagesThread,
                   [this, intent = std::move(intent), except = std::move(except),
                    limit]() -> Result<QList<QueueRow>> {
                       return d->pages->queue().closedOfIntent(intent, except, limit);
                   });
}

QFuture<Result<QList<QueueRow>>> Store::searchRows(QString text, int limit, QueueFilter filter)
{
    const auto find
        = [this, limit, filter = std::move(filter)](
              const QString &typed, const SearchQueries::GoOn &goOn) -> Result<QList<QueueRow>> {
        return d->searches->rows(typed, filter, limit, goOn);
    };
    return d->searching(SearchTurns::Channel::Rows, std::move(text), find);
}

QFuture<Result<QueueIds>> Store::searchIds(QString text, QueueFilter filter)
{
    const auto find
        = [this, filter = std::move(filter)](const QString &typed,
                                             const SearchQueries::GoOn &goOn) -> Result<QueueIds> {
        return QueueIds{
            std::make_shared<const std::vector<qint64>>(d->searches->ids(typed, filter, goOn))};
    };
    return d->searching(SearchTurns::Channel::Ids, std::move(text), find);
}

QFuture<Result<QList<SearchHit>>> Store::search(QString text, int limit)
{
    const auto find = [this, limit](const QString &typed,
                                    const SearchQueries::GoOn &goOn) -> Result<QList<SearchHit>> {
        return d->searches->hits(typed, limit, goOn);
    };
    return d->searching(SearchTurns::Channel::Hits, std::move(text), find);
}

QFuture<Result<ExportPage>> Store::exportLines(qint64 afterRow, int limit)
{
    return d->read(d->pagesThread, [this, afterRow, limit]() -> Result<ExportPage> {
        return d->pages->exportLines(afterRow, limit);
    });
}

QFuture<Result<AuditReport>> Store::verifyAudit()
{
    return d->searchThread.run([this] { return checkAudit(d->paths); });
}

QFuture<Result<Health>> Store::health()
{
    return d->searchThread.run([this] { return checkHealth(d->paths); });
}

} // namespace baton::store
