#pragma once

#include "core/store/ConversationRow.h"

namespace baton::store {

/// What of a conversation's surroundings decides how this desk shows it.
struct Surroundings
{
    Origin origin = Origin::Upstream;
    QList<OutboxEntry> acts;
    MessageId seen;
    Instant now;                      ///< only to tell whether a snooze has ended
    std::optional<JudgedLine> judged; ///< of the same packet, by the same judge
    std::optional<Route> corrected;   ///< the tier that an agent gave it
};

struct Folded
{
    Conversation conversation;         ///< with the acts folded in
    ConversationRow row;               ///< row number 0
    std::optional<SignalRecord> signs; ///< where it was read now
};

/// upstream is what the packet says with withdrawn messages united. Pure.
/// Judges where there is a judge and nothing was judged yet; an archive is not judged.
Folded fold(const Conversation &upstream, const Surroundings &around, const Rules &rules,
            const Judge &judge);

/// Whether a list that shows both must move or add something, rather than paint a line again.
bool movesInViews(const ConversationRow &before, const ConversationRow &now);

} // namespace baton::store
