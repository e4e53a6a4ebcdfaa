#pragma once

#include "core/domain/Conversation.h"

/// What an agent does to a conversation, on its way from this desk to upstream.
namespace baton {

enum class ActKind { Claim, Release, Reply, Note, Snooze, Transfer, Close, Tag };

/// What the agent saw when the first key was typed or the act was made: what a send is compared
/// with.
struct Base
{
    int version = 0;
    MessageId lastPublic;
    AgentId owner; ///< empty: nobody
    State state = State::Waiting;
    bool operator==(const Base &) const = default;
};

struct Act
{
    ActKey key;
    ConversationId conversation;
    ActKind kind = ActKind::Claim;
    Person agent;
    Instant at;
    Base base;
    QString text;                       ///< Reply, Note: what the agent wrote
    std::optional<Instant> until;       ///< Snooze
    QueueId toQueue;                    ///< Transfer to a queue
    std::optional<Person> toAgent;      ///< Transfer to a person
    std::optional<OutcomeKind> outcome; ///< Close
    QStringList tagsAdded;              ///< Tag
    QStringList tagsRemoved;            ///< likewise
    QList<Attachment> attachments;      ///< Reply: what goes with it
    bool operator==(const Act &) const = default;
};

/// Waiting → Acknowledged; Waiting → Held (compare-before-send) → Waiting again or Discarded;
/// Waiting → Undone while not_before lies ahead; Waiting → Refused when upstream says no for good.
enum class ActStatus { Waiting, Held, Acknowledged, Undone, Discarded, Refused };

enum class HoldReason { None, NewPublicMessage, OwnerChanged, Closed };

struct OutboxEntry
{
    Act act;
    ActStatus status = ActStatus::Waiting;
    Instant notBefore; ///< by the clock's now(); not sent earlier
    HoldReason hold = HoldReason::None;
    int attempts = 0;
    QString lastError;   ///< detail of the last failed attempt
    qint64 sequence = 0; ///< order of decision on this desk
    bool operator==(const OutboxEntry &) const = default;
};

/// What an agent has typed and not sent. One a conversation and kind.
enum class DraftKind { Reply, Note };
struct TypedDraft
{
    ConversationId conversation;
    DraftKind kind = DraftKind::Reply;
    QString text;
    Base base; ///< taken at the first key
    Instant savedAt;
    bool operator==(const TypedDraft &) const = default;
};

/// The base that an agent who looks at this conversation now has.
Base baseOf(const Conversation &conversation);

} // namespace baton
