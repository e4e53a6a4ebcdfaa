#pragma once

#include "core/base/Result.h"
#include "core/domain/Teaching.h"

#include <functional>

namespace baton::store {
class Store;
}

namespace baton {

class ConversationJudge;

/// Empty where both judges read the same intent and route alike. As the packet says. Pure.
std::optional<RouteChange> routeChange(const Conversation &conversation,
                                       const ConversationJudge &before,
                                       const ConversationJudge &after);

constexpr int mostCompared = 5000; ///< conversations, the first of the queue

/// What would change in the queue, waiting or claimed. A tier that an agent corrected stays.
/// Blocking, some tenths of a millisecond a conversation; goOn is asked with 0 … 1 and answers
/// whether to go on. Not on a thread of the store. Errors: Cancelled, the store's.
Result<RouteChanges> compareRoutes(store::Store &store, const ConversationJudge &before,
                                   const ConversationJudge &after,
                                   const std::function<bool(double)> &goOn = {});

} // namespace baton
