#pragma once

#include "core/base/Log.h"
#include "core/store/ActionWriter.h"
#include "core/store/CacheWriter.h"
#include "core/store/DeskWriter.h"
#include "core/store/KnowledgeWriter.h"
#include "core/store/OpenFiles.h"
#include "core/store/PassageQueries.h"
#include "core/store/Reader.h"
#include "core/store/SearchQueries.h"
#include "core/store/SearchTurns.h"
#include "core/store/Snapshot.h"
#include "core/store/Store.h"
#include "core/store/TurnQueue.h"
#include "core/store/VectorTable.h"
#include "core/store/ViewReader.h"

namespace baton::store {

struct Store::Private
{
    Private(Paths where, Access how, Rules judgement, const Clock &time)
        : paths(std::move(where))
        , access(how)
        , rules(std::move(judgement))
        , clock(time)
    { }

    Result<void> open();
    Result<void> startWriting();
    void stopWriting();
    Result<void> startReading();

    /// Runs fn on the writer thread; with a read-only store it fails.
    template <class Fn>
    auto write(Fn fn) -> QFuture<std::invoke_result_t<Fn>>
    {
        if (access == Access::ReadOnly)
            return refusal<std::invoke_result_t<Fn>>();
        return writer.run(std::move(fn));
    }
    /// An alteration of desk.sqlite by fn, followed by the cache; fn's result stands whatever
    /// becomes of the cache.
    template <class Fn>
    auto act(Fn fn) -> QFuture<std::invoke_result_t<Fn>>
    {
        return write([this, fn = std::move(fn)]() mutable {
            letDurableWritesThrough();
            auto result = fn();
            if (result)
                follow();
            return result;
        });
    }
    /// Of what waits for a lead; the queue shows whether there is a draft.
    template <class Fn>
    QFuture<Result<Approval>> changeApproval(Fn fn)
    {
        return write([this, fn = std::move(fn)]() -> Result<Approval> {
            letDurableWritesThrough();
            Result<Approval> changed = fn();
            if (changed)
                publish({{changed->request.conversation}, false, false, false});
            return changed;
        });
    }
    template <class Fn>
    auto writeInOrder(Fn fn) -> QFuture<std::invoke_result_t<Fn>>
    {
        using T = std::invoke_result_t<Fn>;
        if (access == Access::ReadOnly)
            return refusal<T>();
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        ordered.add([this, promise, fn = std::move(fn)]() mutable {
            promise->addResult(seen(fn()));
            promise->finish();
            return false;
        });
        return promise->future();
    }
    template <class Fn>
    auto read(SerialExecutor &executor, Fn fn) -> QFuture<std::invoke_result_t<Fn>>
    {
        return executor.run(
            [this, fn = std::move(fn)]() mutable { return seen(attempt(paths.data, fn)); });
    }
    /// Reads a view in turns on the pages thread, pages in between; then answer(rows) makes the
    /// result.
    template <class Fn>
    auto readView(const QueueQuery &query, Fn answer)
        -> QFuture<std::invoke_result_t<Fn, std::vector<qint64> &>>;
    /// fn(text, goOn) gives what was asked; stale ones end in Cancelled.
    template <class Fn>
    auto searching(SearchTurns::Channel channel, QString text, Fn fn)
        -> QFuture<std::invoke_result_t<Fn, QString, SearchQueries::GoOn>>;

    /// Remembers damage, so that the next open sets the cache aside.
    template <class T>
    Result<T> seen(Result<T> result)
    {
        if (!result && isDamage(result.error()))
            noteDamage(result.error());
        return result;
    }
    void noteDamage(const Error &error);
    void letDurableWritesThrough();
    void follow();
    void tidyLater();
    void publish(ChangeSet changes);
    bool applySome(ApplyJob &job, QPromise<Result<ApplyReport>> &promise);
    void auditImport();
    bool addSome(DocumentsJob &job, QPromise<Result<DocumentsReport>> &promise);
    /// Asks the knowledge on the search thread; begins again when an interruption meant for a
    /// search of conversations has hit it.
    template <class Fn>
    auto askKnowledge(Fn fn) -> QFuture<std::invoke_result_t<Fn>>
    {
        return searchThread.run([this, fn = std::move(fn)] {
            for (;;) {
                auto result = seen(attempt(paths.data, fn));
                if (result || result.error().code != ErrorCode::Cancelled)
                    return result;
            }
        });
    }

    /// A transaction of the cache's vectors.
    template <class Fn>
    auto changeVectors(Fn fn) -> std::invoke_result_t<Fn, VectorTable &>
    {
        letDurableWritesThrough();
        return seen(attempt(paths.data, [&]() -> std::invoke_result_t<Fn, VectorTable &> {
            SQLite::Transaction transaction(writerConnection->database());
            VectorTable table(*writerConnection);
            auto result = fn(table);
            transaction.commit();
            return result;
        }));
    }

    template <class T>
    QFuture<T> refusal() const
    {
        return QtFuture::makeReadyFuture(
            T(Error{ErrorCode::InvalidArgument, paths.data, QStringLiteral("opened read-only")}));
    }

    Store *store = nullptr;
    Paths paths;
    Access access;
    Rules rules;
    const Clock &clock;
    OpenReport report;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Connection> writerConnection;
    std::unique_ptr<Connection> pagesConnection;
    std::unique_ptr<Connection> viewsConnection; ///< on the pages thread too
    std::unique_ptr<Connection> searchConnection;
    std::optional<DeskWriter> desk;
    std::optional<ActionWriter> actions;
    std::optional<CacheWriter> cache;
    std::optional<KnowledgeWriter> knowledge;
    std::optional<Reader> pages;
    std::optional<SearchQueries> searches;
    std::optional<PassageQueries> passages; ///< on the search connection
    SearchTurns turns;
    TurnQueue ordered{writer}; ///< applies and what must keep its order with them
    TurnQueue judging{writer}; ///< beside them: what comes in meanwhile is judged as it comes
    TurnQueue documents{writer};
    TurnQueue views{pagesThread};
    // On the writer thread only.
    bool bulk = false;
    bool outboxChanged = false;
    ApplyReport imported; ///< since the last audit entry of imports
    // Last, so that they stop first.
    SerialExecutor writer;
    SerialExecutor pagesThread;
    SerialExecutor searchThread;
};

template <class Fn>
auto Store::Private::readView(const QueueQuery &query, Fn answer)
    -> QFuture<std::invoke_result_t<Fn, std::vector<qint64> &>>
{
    using T = std::invoke_result_t<Fn, std::vector<qint64> &>;
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto reader = std::make_shared<ViewReader>(*viewsConnection, query);
    views.add([this, promise, reader, answer = std::move(answer)]() mutable {
        const Result<bool> more
            = attempt(paths.data, [&]() -> Result<bool> { return reader->readOn(); });
        if (more && *more)
            return true;
        promise->addResult(seen(attempt(paths.data, [&]() -> T {
            if (!more)
                return more.error();
            return answer(reader->rows());
        })));
        reader.reset();
        promise->finish();
        return false;
    });
    return promise->future();
}

template <class Fn>
auto Store::Private::searching(SearchTurns::Channel channel, QString text, Fn fn)
    -> QFuture<std::invoke_result_t<Fn, QString, SearchQueries::GoOn>>
{
    using T = std::invoke_result_t<Fn, QString, SearchQueries::GoOn>;
    const auto enqueue = [&](const SearchTurns::Turn &turn) {
        return searchThread.run([this, turn, text, fn = std::move(fn)]() -> T {
            const SearchQueries::GoOn goOn = [this, turn] { return turns.isCurrent(turn); };
            T result = Error{ErrorCode::Cancelled, {}, QStringLiteral("a newer search came")};
            // An interruption meant for an older search may hit one that is wanted: that one begins
            // again.
            while (goOn()) {
                result = seen(attempt(paths.data, [&] { return fn(text, goOn); }));
                if (result || result.error().code != ErrorCode::Cancelled)
                    break;
            }
            if (!goOn())
                return Error{ErrorCode::Cancelled, {}, QStringLiteral("a newer search came")};
            return result;
        });
    };
    return turns.next(
        channel, text, [this] { searchConnection->interrupt(); }, enqueue);
}

} // namespace baton::store
