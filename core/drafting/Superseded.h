#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/LookUp.h"
#include "core/domain/Passage.h"

/// What newer sources replace is no evidence: it was true once. Pure; any thread.
namespace baton::drafting {

/// Without what the same look-up answered later about the same thing; where the times are the same,
/// the later in the list is the later one.
QList<LookUp> newestOf(const QList<LookUp> &lookUps);
/// Without the older versions of documents that are there in a newer one.
QList<Passage> newestOf(const QList<Passage> &passages);
/// Whether a later step called the same tool with the same arguments, and was answered.
bool isRepeatedLater(const QList<Step> &steps, qsizetype step);
/// Whether a look-up says in what state this order is.
bool tellsStateOf(const QList<LookUp> &lookUps, const Order &order);

} // namespace baton::drafting
