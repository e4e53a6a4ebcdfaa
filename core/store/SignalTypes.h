#pragma once

#include "core/domain/SignalRecord.h"

namespace baton::store {

/// Which conversations' signals are not stored.
struct UnreadQuery
{
    Instant from;
    Instant to; ///< excluded
    qint64 readBy = 0;
    qint64 after = 0; ///< row
    int limit = 200;
};

struct UnreadSignals
{
    qint64 row = 0;
    Conversation conversation; ///< as upstream has it
};

struct StoredSignals
{
    qint64 row = 0;
    SignalRecord record;
    int version = 0; ///< of the conversation that was read
};

} // namespace baton::store
