#pragma once

#include "core/base/Async.h"
#include "core/desk/Settings.h"
#include "core/domain/Feedback.h"
#include "core/domain/PassageQuery.h"
#include "core/knowledge/DocumentRanker.h"

#include <QtCore/QElapsedTimer>

#include <atomic>
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
constexpr int ticketsLearnt = 2000;   ///< likewise, of closed conversations
constexpr int ticketsWorthIt = 100;   ///< fewer say little about how customers write

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
    ~KnowledgeSearch(); ///< a filling under way ends

    /// Reads the documents as they are now and learns; what is asked meanwhile waits. Some seconds
    /// for ten thousand documents or tickets. Errors: the store's; it knows then what it knew.
    QFuture<Result<void>> learn(KnowledgeLessons lessons);

    /// Learns other citations about the documents as they were read; the newest call counts.
    QFuture<Result<void>> relearn(QList<KnowledgeLessons::Citation> citations);

    /// A model that tells what texts mean alike, beside their words; an empty place: none. What it
    /// makes of the passages is kept in the store, and made in the background, now and after each
    /// learn(); until all of it is there, and while the model cannot be asked, the search does
    /// without. Ready once it is there. Errors: those of knowledge::openEmbedder(), the store's,
    /// Cancelled at the end.
    QFuture<Result<void>> useEmbeddings(EmbeddingSource source);
    /// What became of the last filling, once it has come to its end.
    QFuture<Result<void>> settled();

    /// Best first, then by id; the first limit of those that are wanted. The parts are the newest
    /// turn and those before it. A name that is heard in one of them, the newest first, puts the
    /// documents about it before all others (DocumentRanker::mentions()). Learns first where
    /// nothing was learnt yet.
    QFuture<Result<QList<RankedDocument>>> rank(PassageQuery query, Wanted wanted = {});
    /// Their passages: of each document those that the search index finds, in the order of its and
    /// the document's score together; its first one where it finds none.
    QFuture<Result<QList<FoundPassage>>> find(PassageQuery query);

private:
    struct Corpus;
    struct Ranked;
    struct Known;
    struct Near;
    struct Answer;
    struct Models;

    Result<void> read(const KnowledgeLessons &lessons);
    Result<void> learnAnew(const QList<KnowledgeLessons::Citation> &citations);
    Result<std::shared_ptr<const Known>> known();
    Result<Answer> answer(const PassageQuery &query, const Wanted &wanted);
    void hearMeaning(Answer &answer, const QStringList &texts);
    Result<QList<FoundPassage>> passages(const PassageQuery &query);
    Result<void> fill();
    Result<QStringList> textsOf(const Corpus &corpus);
    void fillLater();

    store::Store &m_store;
    std::atomic_bool m_ending = false;
    std::atomic_bool m_meant = false; ///< a model is wanted
    std::atomic<quint64> m_relearnt = 0;
    // Of the search's thread.
    std::shared_ptr<const Known> m_known;
    std::shared_ptr<const Near> m_near; ///< what the passages of one corpus mean
    QElapsedTimer m_unheard;            ///< since the model did not answer; invalid: it did
    std::unique_ptr<Models> m_models;   ///< of the filling's thread
    SerialExecutor m_thread;            ///< outlives the filling, which asks it
    SerialExecutor m_filling;
};

} // namespace baton
