#pragma once

#include "core/policy/Policy.h"

namespace baton::policy {

const Queue *queueIn(const Policy &policy, const QueueId &id);       ///< null: it has none such
const Calendar *calendarIn(const Policy &policy, const QString &id); ///< likewise

/// As decided, else as the packet says; what neither says counts as B.
Route tierOf(const Conversation &conversation, const std::optional<JudgedLine> &judged);
/// The queue it names, else the policy's default.
const QueueId &queueOf(const Conversation &conversation, const Policy &policy);
/// The hours of its queue; those of the default queue where the policy does not know the one it
/// names. Null where there are none. Points into policy.
const Calendar *calendarOf(const Conversation &conversation, const Policy &policy);
/// The same of a queue by its id; an empty one is the default.
const Calendar *calendarOf(const QueueId &queue, const Policy &policy);
/// Open minutes until a first reply is due; absent where no target matches.
std::optional<int> targetMinutes(const Policy &policy, const QueueId &queue, Channel channel,
                                 ValueTier value, Route tier);
std::optional<int> targetMinutes(const Conversation &conversation, const Policy &policy,
                                 Route tier);

} // namespace baton::policy
