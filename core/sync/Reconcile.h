#pragma once

#include "core/domain/Act.h"

namespace baton::sync {

/// The conversation as this desk shows it: what upstream says, with this desk's acts folded in by
/// their sequence. Pure, and idempotent over acts that upstream already shows.
///
/// Replies and notes become messages with the act's key as id, unless upstream has a message of
/// that id; their delivery follows the act's status. Of the rest an act takes effect only while
/// owner and state, folded so far, are those it was made on (a bot's handover counts as no change);
/// else upstream wins. So it does over an acknowledged act once a later version names the agent as
/// owner. A customer message that the agent had not seen when they closed or snoozed opens the
/// conversation again: claimed where it has an owner, else waiting; an outcome is marked reopened.
/// Tags are added and removed whoever has the conversation.
/// Undone and discarded acts leave no trace; refused ones leave only their message, marked.
Conversation reconcile(const Conversation &upstream, const QList<OutboxEntry> &acts);

/// Whether a reply may go out: base is what the agent saw, current is upstream as pulled just now
/// with this desk's earlier acts folded in. Holds if a public message by someone else follows base,
/// the owner is someone else than at base and than agent, or it was closed by someone else. Tags,
/// notes and the version alone never hold.
HoldReason compareBeforeSend(const Base &base, const Conversation &current, const Person &agent);

} // namespace baton::sync
