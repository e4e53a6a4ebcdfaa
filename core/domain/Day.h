#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"

#include <optional>

namespace baton {

/// A conversation that this desk's agent replied in since some moment.
struct RepliedTo
{
    ConversationId conversation;
    int replies = 0;       ///< not undone or given up
    bool cameBack = false; ///< the customer began another contact after the first of them
    bool operator==(const RepliedTo &) const = default;
};

/// One public reply of the agent.
struct ReplyTime
{
    Instant at;
    bool first = false;             ///< no person had replied in the conversation before
    bool late = false;              ///< after the deadline as it stood then
    std::optional<qint64> waitedMs; ///< of the customer, for it; absent where nobody waited
    bool operator==(const ReplyTime &) const = default;
};

/// What the agent did since midnight, as this desk knows it.
struct DayFigures
{
    int replies = 0;
    int late = 0;
    int cameBack = 0;                         ///< customers
    std::optional<qint64> medianFirstReplyMs; ///< absent without a first reply
    bool operator==(const DayFigures &) const = default;
};

} // namespace baton
