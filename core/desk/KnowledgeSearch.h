#pragma once

#include "core/base/Async.h"
#include "core/domain/Feedback.h"
#include "core/domain/PassageQuery.h"
#include "core/knowledge/DocumentRanker.h"

#include <functional>
#include <memory>

namespace baton {

namespace store {
class Store;
}

/// What the ranker learns from, beside the documents themselves.
struct KnowledgeLessons
{
    struct Citation
    {
        QString text; ///< what was asked
        DocumentId document;
        bool operator==(const Citation &) const = default;
    };
    QStringList tickets; ///< unlabelled: what customers write; each text once
    QList<Citation> citations;
    bool operator==(const KnowledgeLessons &) const = default;
};

constexpr int citationsLearnt = 5000; ///< the newest ones

/// What was cited and not disputed in the same conversation; given the newest first.
KnowledgeLessons lessonsOf(const QList<Citation> &citations);

struct RankedDocument
{
    DocumentId id;
    double score = 0; ///< in steps of 1e-6, comparable within one answer only
};

/// The documents that answer a question, and their passages: the search index of the store and the
/// ranker that learns (core/knowledge/DocumentRanker.h) as one. Call from any thread; works on a
/// thread of its own, in the order asked. The store must outlive it.
class KnowledgeSearch
{
public:
    using Wanted = std::function<bool(const Document &)>; ///< on the search's thread

    explicit KnowledgeSearch(store::Store &store);

    /// Reads the documents as they are now and learns; what is asked meanwhile waits. Some seconds
    /// for ten thousand documents or tickets. Errors: the store's; it knows then what it knew.
    QFuture<Result<void>> learn(KnowledgeLessons lessons);

    /// Best first, then by id; the first limit of those that are wanted. The parts are the newest
    /// turn and those before it. A name that is heard in one of them, the newest first, puts the
    /// documents about it before all others (DocumentRanker::mentions()). Learns first where
    /// nothing was learnt yet.
    QFuture<Result<QList<RankedDocument>>> rank(PassageQuery query, Wanted wanted = {});
    /// Their passages: of each document those that the search index finds, in the order of its and
    /// the document's score together; its first one where it finds none.
    QFuture<Result<QList<FoundPassage>>> find(PassageQuery query);

private:
    struct Ranked;
    struct Known;
    struct Answer;

    Result<void> read(const KnowledgeLessons &lessons);
    Result<std::shared_ptr<const Known>> known();
    Result<Answer> answer(const PassageQuery &query, const Wanted &wanted);
    Result<QList<FoundPassage>> passages(const PassageQuery &query);

    store::Store &m_store;
    std::shared_ptr<const Known> m_known; ///< of the thread below
    SerialExecutor m_thread;              ///< last: ends before the rest
};

} // namespace baton
