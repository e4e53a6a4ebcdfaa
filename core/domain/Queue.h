#pragma once

#include "core/domain/Act.h"
#include "core/domain/Arrival.h"
#include "core/domain/Judged.h"

/// How a conversation stands in the queue. Computed by core/policy, stored by core/store, shown by
/// ui.
namespace baton {

enum class SlaState { None, Running, Paused, Met };
/// Which of the three clocks of DESIGN §5 gave the due time.
enum class SlaSource { None, Unanswered, PromisedWait, Promise };

struct Sla
{
    SlaState state = SlaState::None;
    SlaSource source = SlaSource::None;
    std::optional<Instant> started;
    std::optional<Instant> due;
    bool operator==(const Sla &) const = default;
};

/// The order of the queue (DESIGN §5), smallest first, member by member. Nothing in it depends on
/// now.
struct PlaceKey
{
    int safety = 1;          ///< 0 safety first
    qint64 dueFloor = 0;     ///< due time floored to 5 minutes, ms; farFuture without a deadline
    int tier = 1;            ///< 0 C, 1 B or undecided, 2 A
    int value = 3;           ///< 3 − pips
    qint64 waitingSince = 0; ///< ms
    QString id;

    static constexpr qint64 farFuture = 7258118400000; ///< 2200-01-01T00:00:00Z
    bool operator==(const PlaceKey &) const = default;
    std::strong_ordering operator<=>(const PlaceKey &other) const;
};

/// Everything that a policy says about a conversation's place.
struct Placement
{
    Sla sla;
    PlaceKey key;
    QueueId queue; ///< where it belongs when the packet names none
    bool operator==(const Placement &) const = default;
};

/// Recontacts: the customer's contact about the same matter was closed within W before.
enum class QueueView { AllWaiting, Mine, TierC, BreachingSoon, Recontacts, Archive };
constexpr int channelBit(Channel channel)
{
    return 1 << static_cast<int>(channel);
}
constexpr int tierBit(Route route) ///< by PlaceKey::tier
{
    return route == Route::Escalate ? 1 : route == Route::Assist ? 2 : 4;
}
/// What a list leaves out; as made it leaves out nothing.
struct QueueFilter
{
    int channels = 0;       ///< bits of those shown; 0 shows all
    int tiers = 0;          ///< likewise
    bool unclaimed = false; ///< only what nobody has
    bool upset = false;     ///< only where the mood is 1 or 2 (TOKENS §5)
    QString tag = {};       ///< only what has it; empty shows all
    bool operator==(const QueueFilter &) const = default;
};
/// Rows that are alike otherwise stand by their deadline.
enum class QueueSort { Deadline, LongestWaiting, NewestFirst, Value };

enum class Doing { Viewing, Composing };
/// A colleague at a conversation, where upstream tells. A claim is exclusive; this only announces.
struct ColleagueAt
{
    ConversationId conversation;
    Person person;
    Doing doing = Doing::Viewing;
    bool operator==(const ColleagueAt &) const = default;
};

/// Whether somebody is there to work, and since when it is so, where upstream tells.
enum class Duty { Unknown, On, Away };
struct PersonDuty
{
    Person person;
    Duty duty = Duty::Unknown;
    std::optional<Instant> since;
    bool operator==(const PersonDuty &) const = default;
};

/// Upstream conversations live in the views of today; imported history fills Archive and search
/// only.
enum class Origin { Upstream, Archive };

/// One line of the queue.
struct QueueRow
{
    qint64 row = 0; ///< the store's number for the conversation; never shown
    ConversationId id;
    QString name;
    QString need;
    Channel channel = Channel::Chat;
    ValueTier value = ValueTier::Absent;
    State state = State::Waiting;
    Origin origin = Origin::Upstream;
    Person owner; ///< empty id: nobody
    QueueId queue;
    Sla sla;
    PlaceKey place;
    std::optional<Instant> snoozedUntil;
    std::optional<JudgedLine> judged; ///< absent until it was read
    std::optional<qint64> backMs;     ///< since the contact about the same was closed, within W
    ConversationId backTo;            ///< that contact
    ConversationId duplicateOf;       ///< an older one about the same that is open still
    qint64 incident = 0;              ///< others write the same: the row of the first; 0: none
    bool unread = false;              ///< my customer wrote and I have not looked
    bool draft = false;               ///< I have typed something that is not sent
    QStringList tags;                 ///< of people, in the order given
    bool operator==(const QueueRow &) const = default;
};

/// Who uses this desk (DESIGN §9). Without a server a role hides and records, it protects nothing.
enum class Role { Agent, Lead, Viewer };
struct Agent
{
    AgentId id;
    QString name;
    Role role = Role::Agent;
    Person person() const { return {id.text(), name}; }
    bool operator==(const Agent &) const = default;
};

} // namespace baton
