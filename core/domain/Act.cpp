#include "core/domain/Act.h"

#include <algorithm>

namespace baton {

Base baseOf(const Conversation &conversation)
{
    // A reply of ours that is still on its way may be undone or held, so it is no ground to stand
    // on.
    const auto &messages = conversation.messages;
    const auto last = std::find_if(messages.crbegin(), messages.crend(), [](const Message &m) {
        return m.visibility == Visibility::Public && m.presence == Presence::Present
            && m.delivery == Delivery::Delivered;
    });
    return {conversation.version, last == messages.crend() ? MessageId() : last->id,
            conversation.owner ? AgentId(conversation.owner->id) : AgentId(), conversation.state};
}

} // namespace baton
