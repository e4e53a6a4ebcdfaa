#pragma once

#include "core/domain/Decision.h"
#include "core/domain/HandoffCard.h"

namespace baton::signs {

/// The card of a conversation: the packet's own words first; what it lacks is inferred from the
/// messages up to the handoff and marked so. The need comes from the customer's first and last
/// substantial messages, what they expect from a sentence that asks for something, steps from tool
/// calls and from an answer given more than once, promises from what bot and agents said they would
/// do, the reason from the first trigger. Never guessed: what nothing shows stays missing. Pure.
HandoffCard readCard(const Conversation &conversation, const Signals &signs,
                     const Decision &decision);

/// When a sentence such as "within 3–5 working days" or "innerhalb von 24 Stunden" falls due, said
/// at that time: the longer end; working days skip Saturday and Sunday; empty where it names no
/// span. In UTC days; a first cut that knows spans, not dates.
std::optional<Instant> dueOf(QStringView sentence, Instant said);

} // namespace baton::signs
