#include "core/desk/Knowledge.h"

#include "core/base/Async.h"
#include "core/base/Log.h"
#include "core/drafting/Contradictions.h"
#include "core/drafting/Said.h"
#include "core/knowledge/Bundled.h"

#include <QtConcurrent/QtConcurrentRun>

namespace baton {

Result<store::DocumentsReport> addBundledKnowledge(store::Store &store,
                                                   const QList<Document> &documents)
{
    const QByteArray fingerprint = knowledge::bundledFingerprint();
    const auto seed = awaited(store.knowledgeSeed());
    if (!seed)
        return seed.error();
    if (*seed == fingerprint)
        return store::DocumentsReport();
    if (seed->isEmpty()) {
        const auto known = awaited(store.documents());
        if (!known)
            return known.error();
        if (!known->isEmpty())
            return store::DocumentsReport();
    }
    auto report = awaited(store.addDocuments(documents));
    if (!report)
        return report;
    for (const store::RefusedDocument &refused : report->refused)
        log::error("knowledge", refused.error);
    if (const auto saved = awaited(store.saveKnowledgeSeed(fingerprint)); !saved)
        return saved.error();
    return report;
}

QFuture<Result<KnowledgeReview>> reviewKnowledge(store::Store &store, QStringList sentences,
                                                 Instant now)
{
    return QtConcurrent::run([documents = store.currentDocuments(),
                              sentences = std::move(sentences),
                              now]() mutable -> Result<KnowledgeReview> {
        const auto current = awaited(std::move(documents));
        if (!current)
            return current.error();
        KnowledgeReview review{drafting::checkKnowledge(*current, now), {}};
        for (const qsizetype one : drafting::saidBy(*current, sentences))
            review.said.insert(sentences[one]);
        return review;
    });
}

} // namespace baton
