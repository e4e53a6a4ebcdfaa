#include "core/desk/Knowledge.h"

#include "core/base/Log.h"
#include "core/drafting/Contradictions.h"
#include "core/knowledge/Bundled.h"

#include <QtConcurrent/QtConcurrentRun>

namespace baton {

namespace {

template <class T>
Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

} // namespace

Result<store::DocumentsReport> addBundledKnowledge(store::Store &store,
                                                   const QList<Document> &documents)
{
    const QByteArray fingerprint = knowledge::bundledFingerprint();
    const auto seed = wait(store.knowledgeSeed());
    if (!seed)
        return seed.error();
    if (*seed == fingerprint)
        return store::DocumentsReport();
    if (seed->isEmpty()) {
        const auto known = wait(store.documents());
        if (!known)
            return known.error();
        if (!known->isEmpty())
            return store::DocumentsReport();
    }
    auto report = wait(store.addDocuments(documents));
    if (!report)
        return report;
    for (const store::RefusedDocument &refused : report->refused)
        log::error("knowledge", refused.error);
    if (const auto saved = wait(store.saveKnowledgeSeed(fingerprint)); !saved)
        return saved.error();
    return report;
}

QFuture<Result<KnowledgeCheck>> checkKnowledge(store::Store &store, Instant now)
{
    return QtConcurrent::run(
        [documents = store.currentDocuments(), now]() mutable -> Result<KnowledgeCheck> {
            const auto current = wait(std::move(documents));
            if (!current)
                return current.error();
            return drafting::checkKnowledge(*current, now);
        });
}

} // namespace baton
