#include "core/store/StorePrivate.h"

#include "core/base/Post.h"

namespace baton::store {

namespace {

constexpr const char *openSearchTables
    = "SELECT rowid FROM cache.search LIMIT 0; SELECT rowid FROM cache.search_passage LIMIT 0";

}

Result<void> Store::Private::open()
{
    Result<OpenFiles> files = openFiles(paths, access, clock);
    if (!files)
        return files.error();
    report = files->report;
    lock = std::move(files->lock);
    if (access == Access::ReadWrite) {
        Result<void> started = startWriting();
        if (!started && isDamage(started.error())) {
            // Damage that shows only when the cache is written to.
            stopWriting();
            markDamaged(paths, started.error().detail);
            started = prepareCache(paths, clock, report);
            if (started)
                started = startWriting();
        }
        if (!started)
            return started;
    }
    return startReading();
}

Result<void> Store::Private::startWriting()
{
    Result<std::unique_ptr<Connection>> connection
        = Connection::open(paths, Connection::Mode::Writer);
    if (!connection)
        return connection.error();
    writerConnection = *std::move(connection);
    desk.emplace(*writerConnection, paths, rules, clock);
    actions.emplace(*writerConnection, paths, rules, clock);
    cache.emplace(*writerConnection, rules, clock,
                  [this](const ChangeSet &changes) { publish(changes); });
    knowledge.emplace(*writerConnection, paths, rules, clock);
    if (const Result<void> checked = desk->checkAudit(); !checked)
        return checked;
    if (const Result<void> adopted = cache->adoptDesk(); !adopted)
        return adopted;
    const Result<int> folded = cache->catchUp();
    if (!folded)
        return folded.error();
    report.actsFolded = *folded;
    if (const Result<int> followed = cache->followDrafts(); !followed)
        return followed.error();
    if (const Result<void> filled = cache->fillIndex(); !filled)
        return filled;
    if (const Result<void> adopted = knowledge->adoptDesk(); !adopted)
        return adopted;
    for (;;) {
        const Result<bool> more = knowledge->followSlice();
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
}

void Store::Private::stopWriting()
{
    knowledge.reset();
    cache.reset();
    actions.reset();
    desk.reset();
    writerConnection.reset();
}

Result<void> Store::Private::startReading()
{
    for (std::unique_ptr<Connection> *reader :
         {&pagesConnection, &viewsConnection, &searchConnection}) {
        Result<std::unique_ptr<Connection>> connection
            = Connection::open(paths, Connection::Mode::Reader);
        if (!connection)
            return connection.error();
        *reader = *std::move(connection);
    }
    return attempt(paths.cacheFile(), [this]() -> Result<void> {
        // Opened now, where no interruption can spoil it: SQLite would report that as an error of
        // its own.
        searchConnection->database().exec(openSearchTables);
        pages.emplace(*pagesConnection, rules);
        searches.emplace(*searchConnection, rules.agent.id);
        passages.emplace(*searchConnection);
        return {};
    });
}

bool Store::Private::applySome(ApplyJob &job, QPromise<Result<ApplyReport>> &promise)
{
    const Result<bool> more = seen(cache->applySlice(job));
    if (more && *more)
        return true;
    tidyLater(); // once a list: what its slices leave in pieces FTS5 merges as it goes
    if (more && job.origin == Origin::Archive) {
        imported.added += job.report.added;
        imported.updated += job.report.updated;
        if (!bulk)
            auditImport();
    }
    promise.addResult(more ? Result<ApplyReport>(std::move(job.report))
                           : Result<ApplyReport>(more.error()));
    promise.finish();
    return false;
}

void Store::Private::auditImport()
{
    if (imported.added + imported.updated == 0)
        return;
    if (const Result<void> recorded = desk->recordImport(imported); !recorded)
        log::error("store", recorded.error());
    imported = {};
}

void Store::Private::letDurableWritesThrough()
{
    if (const Result<void> paused = seen(cache->pauseBulk()); !paused)
        log::error("store", paused.error());
}

void Store::Private::follow()
{
    outboxChanged = true;
    if (const Result<int> followed = seen(cache->catchUp()); !followed)
        log::error("store", followed.error());
    tidyLater();
    if (std::exchange(outboxChanged, false))
        publish({{}, false, false, true});
}

void Store::Private::tidyLater()
{
    if (!cache->isUntidy())
        return;
    writer.run([this] {
        if (const Result<void> tidied = seen(cache->tidy()); !tidied)
            log::error("store", tidied.error());
    });
}

void Store::Private::publish(ChangeSet changes)
{
    changes.outbox = changes.outbox || std::exchange(outboxChanged, false);
    if (!store)
        return;
    post(store, [to = store, changes = std::move(changes)] { Q_EMIT to->changed(changes); });
}

void Store::Private::noteDamage(const Error &error)
{
    log::error("store", error);
    if (access == Access::ReadWrite)
        markDamaged(paths, error.detail);
}

} // namespace baton::store
