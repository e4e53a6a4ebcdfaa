#pragma once

#include "core/domain/Queue.h"

#include <vector>

/// Who has how much and what waits, at one moment. Plain values.
namespace baton {

struct PersonLoad
{
    Person person;
    int open = 0;                  ///< conversations that are theirs, snoozed ones too
    int toAnswer = 0;              ///< of them, where the customer waits for a reply
    int late = 0;                  ///< of those, past their deadline
    std::optional<Instant> oldest; ///< since when the first of those waits
    bool operator==(const PersonLoad &) const = default;
};

struct QueueLoad
{
    QueueId queue;
    int waiting = 0;   ///< for a reply, whoever has them
    int unclaimed = 0; ///< of them, what nobody has
    int breached = 0;  ///< of them, past their deadline
    std::optional<Instant> oldest;
    std::optional<Instant> nextDue; ///< of those that are not past it
    bool operator==(const QueueLoad &) const = default;
};

/// A reply that somebody waits for.
struct AwaitedReply
{
    int queue = 0;    ///< a place in TeamLoad::queues
    int person = -1;  ///< a place in TeamLoad::people; −1: nobody has it
    qint64 dueMs = 0; ///< 0: it has no deadline
    bool operator==(const AwaitedReply &) const = default;
};

struct TeamLoad
{
    QList<PersonLoad> people; ///< whoever has something; by name
    QList<QueueLoad> queues;  ///< whatever holds something that is open; the most breached first
    std::vector<AwaitedReply> awaited; ///< in the order of the queue
    bool operator==(const TeamLoad &) const = default;
};

} // namespace baton
