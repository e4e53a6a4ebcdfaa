#pragma once

#include "core/domain/PassageQuery.h"
#include "core/domain/Signal.h"

namespace baton::knowledge {

using Query = PassageQuery;

/// What a person who answers this conversation would look up. Three kinds of words, each a part:
/// the need (handoff need, else subject) at weight 1; the customer's last three public messages at
/// 1, 0.6 and 0.36, the newest first; the intent's name, in words, at 2, so that something is found
/// for a customer whose language the documents do not speak. Documents that name the intent in
/// their head score PassageQuery::intentFactor times as high. No filter is set: who may read a
/// passage is on it, and the caller's to decide. Pure.
Query queryFor(const Conversation &conversation, const Signals &signs);

} // namespace baton::knowledge
