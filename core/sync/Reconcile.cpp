#include "core/sync/Reconcile.h"

#include "core/domain/Tags.h"

#include <algorithm>

namespace baton::sync {

namespace {

bool isPublic(const Message &message)
{
    return message.visibility == Visibility::Public && message.presence == Presence::Present;
}

bool isBy(const Message &message, const QString &agent)
{
    return message.from == Sender::Agent && message.author.id == agent;
}

/// Where the message stands in the list, or −1.
qsizetype placeOf(const QList<Message> &messages, const MessageId &id)
{
    for (qsizetype i = 0; !id.isEmpty() && i < messages.size(); ++i) {
        if (messages[i].id == id)
            return i;
    }
    return -1;
}

/// The first customer message that the agent had not seen when the act was made, or null. What they
/// had seen is told by the order of messages, not by time: clocks of producers and desks differ.
const Message *firstUnseen(const QList<Message> &messages, const Act &act)
{
    const qsizetype seen = placeOf(messages, act.base.lastPublic);
    const bool byTime = seen < 0 && !act.base.lastPublic.isEmpty();
    for (qsizetype i = seen + 1; i < messages.size(); ++i) {
        const Message &message = messages[i];
        if (message.from == Sender::Customer && isPublic(message)
            && (!byTime || message.at > act.at))
            return &message;
    }
    return nullptr;
}

Delivery deliveryOf(ActStatus status)
{
    switch (status) {
    case ActStatus::Waiting:
        return Delivery::Waiting;
    case ActStatus::Held:
        return Delivery::Held;
    case ActStatus::Refused:
        return Delivery::Refused;
    case ActStatus::Acknowledged:
    case ActStatus::Undone:
    case ActStatus::Discarded:
        break;
    }
    return Delivery::Delivered;
}

/// Folds one act after the other into a conversation.
class Fold
{
public:
    Fold(const Conversation &upstream, QList<OutboxEntry> entries)
        : m_upstream(upstream)
        , m_folded(upstream)
        , m_entries(std::move(entries))
    { }

    Conversation run()
    {
        // Messages first: whether a close stands depends on what the customer wrote after it.
        for (const OutboxEntry &entry : m_entries) {
            if (speaks(entry))
                say(entry);
        }
        for (const OutboxEntry &entry : m_entries) {
            const bool counts
                = entry.status == ActStatus::Waiting || entry.status == ActStatus::Acknowledged;
            if (!counts || speaks(entry))
                continue;
            if (entry.act.kind == ActKind::Tag) {
                tag(entry);
                continue;
            }
            if (overruled(entry))
                continue;
            // An act on a conversation that was still at rest came before what opened it.
            if (entry.act.base.state != m_folded.state)
                reopen();
            apply(entry.act);
        }
        reopen();
        return std::move(m_folded);
    }

private:
    static bool speaks(const OutboxEntry &entry)
    {
        return entry.act.kind == ActKind::Reply || entry.act.kind == ActKind::Note;
    }

    void say(const OutboxEntry &entry)
    {
        const Act &act = entry.act;
        QList<Message> &messages = m_folded.messages;
        const MessageId id(act.key.text());
        if (placeOf(messages, id) >= 0)
            return;
        Message message;
        message.id = id;
        message.at = act.at;
        message.from = Sender::Agent;
        message.author = act.agent;
        message.visibility = act.kind == ActKind::Note ? Visibility::Internal : Visibility::Public;
        message.text = act.text;
        message.attachments = act.attachments;
        message.delivery = deliveryOf(entry.status);
        // An answer never stands above what it answers, whatever the clocks say.
        if (const qsizetype seen = placeOf(messages, act.base.lastPublic); seen >= 0)
            message.at = std::max(message.at, messages[seen].at);
        const auto after
            = std::upper_bound(messages.begin(), messages.end(), message.at,
                               [](Instant at, const Message &other) { return at < other.at; });
        messages.insert(after, message);
    }

    /// The conversation stands as the agent saw it. That the bot handed it over meanwhile takes
    /// nothing back from what a person decided.
    bool standsAsAt(const Base &base) const
    {
        const AgentId owner(m_folded.owner ? m_folded.owner->id : QString());
        const auto open = [](State state) { return state == State::Bot ? State::Waiting : state; };
        return owner == base.owner && open(m_folded.state) == open(base.state);
    }

    /// Upstream took the act, and in a later version it names the agent as the owner: so it has
    /// heard of the agent's acts, and what it says now it says knowing them.
    bool overruled(const OutboxEntry &entry) const
    {
        return entry.status == ActStatus::Acknowledged && m_upstream.owner
            && m_upstream.version > entry.act.base.version
            && m_upstream.owner->id == entry.act.agent.id;
    }

    /// Whoever has the conversation, its tags are everybody's. An upstream that knows no tags never
    /// says anything against them.
    void tag(const OutboxEntry &entry)
    {
        if (entry.status == ActStatus::Acknowledged && !m_upstream.tags.isEmpty()
            && m_upstream.version > entry.act.base.version)
            return;
        m_folded.tags = withTags(m_folded.tags, entry.act.tagsAdded, entry.act.tagsRemoved);
    }

    void apply(const Act &act)
    {
        if (!standsAsAt(act.base))
            return;
        switch (act.kind) {
        case ActKind::Reply:
        case ActKind::Note:
        case ActKind::Tag:
            return;
        case ActKind::Claim:
            become(State::Claimed, act.agent);
            return;
        case ActKind::Release:
            become(State::Waiting, {});
            return;
        case ActKind::Transfer:
            become(act.toAgent ? State::Claimed : State::Waiting, act.toAgent);
            if (!act.toQueue.isEmpty())
                m_folded.queue = act.toQueue;
            return;
        case ActKind::Snooze:
            become(State::Snoozed, m_folded.owner);
            m_folded.snoozedUntil = act.until;
            m_rested = &act;
            return;
        case ActKind::Close:
            become(State::Closed, m_folded.owner);
            if (act.outcome)
                m_folded.outcome = Outcome{*act.outcome, act.at, {}, false};
            m_rested = &act;
            return;
        }
    }

    void become(State state, std::optional<Person> owner)
    {
        m_folded.state = state;
        m_folded.owner = std::move(owner);
        m_folded.snoozedUntil.reset();
        m_rested = nullptr;
    }

    void reopen()
    {
        const Message *unseen = m_rested ? firstUnseen(m_folded.messages, *m_rested) : nullptr;
        if (!unseen)
            return;
        const bool closed = m_rested->kind == ActKind::Close;
        become(m_folded.owner ? State::Claimed : State::Waiting, m_folded.owner);
        m_folded.waitingSince = std::max(m_folded.waitingSince.value_or(unseen->at), unseen->at);
        if (closed && m_folded.outcome)
            m_folded.outcome->reopened = true;
    }

    const Conversation &m_upstream;
    Conversation m_folded;
    QList<OutboxEntry> m_entries;
    const Act *m_rested = nullptr; ///< the close or snooze of ours that holds now
};

} // namespace

Conversation reconcile(const Conversation &upstream, const QList<OutboxEntry> &acts)
{
    QList<OutboxEntry> entries;
    for (const OutboxEntry &entry : acts) {
        if (entry.act.conversation == upstream.id && entry.status != ActStatus::Undone
            && entry.status != ActStatus::Discarded)
            entries += entry;
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    return Fold(upstream, std::move(entries)).run();
}

HoldReason compareBeforeSend(const Base &base, const Conversation &current, const Person &agent)
{
    const QList<Message> &messages = current.messages;
    // A base message that is gone (undone since) tells nothing: then everything counts as new.
    for (qsizetype i = placeOf(messages, base.lastPublic) + 1; i < messages.size(); ++i) {
        const Message &message = messages[i];
        if (isPublic(message) && message.from != Sender::System && !isBy(message, agent.id))
            return HoldReason::NewPublicMessage;
    }
    if (current.owner && current.owner->id != base.owner.text() && current.owner->id != agent.id)
        return HoldReason::OwnerChanged;
    if (current.state == State::Closed && base.state != State::Closed)
        return HoldReason::Closed;
    return HoldReason::None;
}

} // namespace baton::sync
