#include "core/store/Fold.h"

namespace baton::store {

namespace {

Shelf shelfOf(const Conversation &conversation, const Surroundings &around)
{
    if (around.origin == Origin::Archive)
        return Shelf::Archive;
    switch (conversation.state) {
    case State::Bot:
        return Shelf::Bot;
    case State::Snoozed:
        return conversation.snoozedUntil && *conversation.snoozedUntil <= around.now
            ? Shelf::Queue
            : Shelf::Snoozed;
    case State::Closed:
        return Shelf::Archive;
    case State::Waiting:
    case State::Claimed:
        break;
    }
    return Shelf::Queue;
}

bool saysBack(const Conversation &conversation)
{
    const QList<QString> flags
        = conversation.handoff ? conversation.handoff->riskFlags : QList<QString>();
    return flags.contains(QLatin1StringView("recontact"))
        || flags.contains(QLatin1StringView("repeat_contact"));
}

Instant endOf(const Conversation &conversation)
{
    if (conversation.outcome && conversation.outcome->at)
        return *conversation.outcome->at;
    return conversation.messages.isEmpty() ? conversation.createdAt
                                           : conversation.messages.last().at;
}

Instant touched(const Conversation &conversation)
{
    Instant last = std::max(conversation.createdAt,
                            conversation.handedOffAt.value_or(conversation.createdAt));
    if (conversation.outcome && conversation.outcome->at)
        last = std::max(last, *conversation.outcome->at);
    for (const Message &message : conversation.messages)
        last = std::max(last, message.at);
    return last;
}

/// Only the customer's messages are news.
bool hasUnseen(const Conversation &conversation, const MessageId &seen)
{
    const auto decides = [&](const Message &message) {
        return message.id == seen
            || (message.from == Sender::Customer && message.visibility == Visibility::Public
                && message.presence == Presence::Present);
    };
    const auto &messages = conversation.messages;
    const auto last = std::find_if(messages.crbegin(), messages.crend(), decides);
    return last != messages.crend() && last->id != seen;
}

} // namespace

Folded fold(const Conversation &upstream, const Surroundings &around, const Rules &rules,
            const Judge &judge)
{
    Folded folded{rules.reconcile(upstream, around.acts), {}, {}};
    const Conversation &conversation = folded.conversation;
    ConversationRow &line = folded.row;
    line.row.judged = around.judged;
    if (!line.row.judged && judge.read && around.origin == Origin::Upstream) {
        Reading reading = judge.read(upstream);
        line.row.judged = std::move(reading.line);
        line.row.judged->by = judge.by;
        folded.signs = std::move(reading.signs);
    }
    if (line.row.judged && around.corrected)
        line.row.judged->route = *around.corrected;
    const Placement placement = rules.place(conversation, line.row.judged);
    line.shelf = shelfOf(conversation, around);
    line.customer = conversation.customer.id;
    line.createdAt = conversation.createdAt;
    if (around.origin == Origin::Upstream && conversation.customer.contact.contains(u'@'))
        line.contact = conversation.customer.contact.trimmed().toLower();
    line.saysBack = saysBack(upstream);
    if (line.shelf == Shelf::Archive)
        line.endedAt = endOf(conversation);
    line.touchedAt = touched(conversation);
    line.unseen = hasUnseen(conversation, around.seen);
    QueueRow &row = line.row;
    row.id = conversation.id;
    row.name = displayName(conversation);
    row.need = needLine(conversation);
    row.channel = conversation.channel;
    row.value = conversation.customer.value;
    row.state = conversation.state;
    row.origin = around.origin;
    if (conversation.owner)
        row.owner = *conversation.owner;
    row.queue = conversation.queue.isEmpty() ? placement.queue : conversation.queue;
    row.sla = placement.sla;
    row.place = placement.key;
    row.place.id = conversation.id.text();
    row.snoozedUntil = conversation.snoozedUntil;
    row.tags = conversation.tags;
    return folded;
}

bool movesInViews(const ConversationRow &before, const ConversationRow &now)
{
    // The archive stands in the order in which it came.
    if (before.shelf == Shelf::Archive && now.shelf == Shelf::Archive)
        return false;
    return before.shelf != now.shelf || before.row.owner.id != now.row.owner.id
        || before.row.place != now.row.place || before.row.sla != now.row.sla
        || before.row.backMs != now.row.backMs || before.row.incident != now.row.incident;
}

} // namespace baton::store
