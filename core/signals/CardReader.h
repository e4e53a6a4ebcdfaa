#pragma once

#include "core/domain/Decision.h"
#include "core/domain/Fact.h"
#include "core/domain/HandoffCard.h"

namespace baton::signs {

/// The card of a conversation: the packet's own words first; what it lacks is inferred from the
/// messages up to the handoff and marked so. The need comes from the customer's first and last
/// substantial messages, what they expect from a sentence that asks for something, steps from tool
/// calls and from an answer given more than once, promises from the conversation's facts, the
/// packet's before those that were heard, the reason from the first trigger. Never guessed: what
/// nothing shows stays missing. Pure.
HandoffCard readCard(const Conversation &conversation, const Signals &signs,
                     const Decision &decision, const QList<Fact> &facts);

} // namespace baton::signs
