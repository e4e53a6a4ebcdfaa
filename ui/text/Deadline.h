#pragma once

#include "core/domain/Queue.h"

namespace baton::ui {

/// Soon: under ten minutes, or under a quarter of the whole time.
enum class DeadlineState { None, Plenty, Soon, Breached, Paused, Met };

/// What the ring and the time beside it say. A function of the SLA and the time, nothing else.
struct Deadline
{
    DeadlineState state = DeadlineState::None;
    double left = 0; ///< share of the time that is left, 0 to 1; of a quarter hour where the start
                     ///< is unknown
    qint64 leftMs = 0; ///< negative when breached; 0 in None, Paused and Met
    bool operator==(const Deadline &) const = default;
};

Deadline deadline(const Sla &sla, Instant now);

} // namespace baton::ui
