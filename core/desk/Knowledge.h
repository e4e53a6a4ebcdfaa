#pragma once

#include "core/domain/KnowledgeCheck.h"
#include "core/store/Store.h"

#include <QtCore/QSet>

namespace baton {

/// Adds the documents that come with the program (knowledge::bundledDocuments()): to a store that
/// knows nothing, and again when the program brought others since. A store that somebody else
/// filled is left alone. Blocking; may run beside the desk. Errors: the store's.
Result<store::DocumentsReport> addBundledKnowledge(store::Store &store,
                                                   const QList<Document> &documents);

/// What contradicts itself among the current documents, what is past its review, and which of some
/// sentences the documents say; found on the compute pool. store outlives the future. Errors: the
/// store's.
struct KnowledgeReview
{
    KnowledgeCheck check;
    QSet<QString> said;
};
QFuture<Result<KnowledgeReview>> reviewKnowledge(store::Store &store, QStringList sentences,
                                                 Instant now);

} // namespace baton
