#include "core/policy/Targets.h"

#include <algorithm>

namespace baton::policy {

namespace {

template <class T>
bool allows(const std::optional<T> &wanted, const T &value)
{
    return !wanted || *wanted == value;
}

int fieldsGiven(const Target &target)
{
    return int(target.queue.has_value()) + int(target.channel.has_value())
        + int(target.tier.has_value()) + int(target.value.has_value());
}

} // namespace

const Queue *queueIn(const Policy &policy, const QueueId &id)
{
    const auto found = std::ranges::find(policy.queues, id, &Queue::id);
    return found == policy.queues.end() ? nullptr : &*found;
}

const Calendar *calendarIn(const Policy &policy, const QString &id)
{
    const auto found = std::ranges::find(policy.calendars, id, &Calendar::id);
    return found == policy.calendars.end() ? nullptr : &*found;
}

Route tierOf(const Conversation &conversation, const std::optional<JudgedLine> &judged)
{
    if (judged)
        return judged->route;
    return conversation.routeTaken.value_or(Route::Assist);
}

const QueueId &queueOf(const Conversation &conversation, const Policy &policy)
{
    return conversation.queue.isEmpty() ? policy.defaultQueue : conversation.queue;
}

const Calendar *calendarOf(const QueueId &id, const Policy &policy)
{
    const Queue *queue = queueIn(policy, id.isEmpty() ? policy.defaultQueue : id);
    if (!queue)
        queue = queueIn(policy, policy.defaultQueue);
    return queue ? calendarIn(policy, queue->calendar) : nullptr;
}

const Calendar *calendarOf(const Conversation &conversation, const Policy &policy)
{
    return calendarOf(conversation.queue, policy);
}

std::optional<int> targetMinutes(const Policy &policy, const QueueId &id, Channel channel,
                                 ValueTier value, Route tier)
{
    const QueueId &queue = id.isEmpty() ? policy.defaultQueue : id;
    const Target *best = nullptr;
    for (const Target &target : policy.targets) {
        const bool matches = allows(target.queue, queue) && allows(target.channel, channel)
            && allows(target.tier, tier) && allows(target.value, value);
        if (matches && (!best || fieldsGiven(target) > fieldsGiven(*best)))
            best = &target;
    }
    return best ? std::optional(best->minutes) : std::nullopt;
}

std::optional<int> targetMinutes(const Conversation &conversation, const Policy &policy, Route tier)
{
    return targetMinutes(policy, conversation.queue, conversation.channel,
                         conversation.customer.value, tier);
}

} // namespace baton::policy
