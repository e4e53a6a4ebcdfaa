#pragma once

#include "core/domain/KnowledgeCheck.h"

namespace baton::drafting {

/// What contradicts itself among these documents, and what is past its review on that day. Amounts,
/// percentages and durations are compared, of sentences of two documents in one language that say
/// nearly the same: few words tell them apart, weighed by how rare they are, and none of those
/// names another thing. Rather some are missed than agents sent after false ones. Pure; any thread;
/// a second for some thousand documents.
KnowledgeCheck checkKnowledge(const QList<Document> &documents, Instant now);

} // namespace baton::drafting
