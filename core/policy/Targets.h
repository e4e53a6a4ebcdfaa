#pragma once

#include "core/policy/Policy.h"

namespace baton::policy {

/// What a packet does not say counts as B.
Route tierOf(const Conversation &conversation);
/// The queue it names, else the policy's default.
const QueueId &queueOf(const Conversation &conversation, const Policy &policy);
/// The hours of its queue; those of the default queue where the policy does not know the one it
/// names. Null where there are none. Points into policy.
const Calendar *calendarOf(const Conversation &conversation, const Policy &policy);
/// Open minutes until a first reply is due; absent where no target matches.
std::optional<int> targetMinutes(const Conversation &conversation, const Policy &policy);

} // namespace baton::policy
