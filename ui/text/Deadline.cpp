#include "ui/text/Deadline.h"

#include <algorithm>

namespace baton::ui {

namespace {

constexpr qint64 unknownLength = 15 * minuteMs;

} // namespace

Deadline deadline(const Sla &sla, Instant now)
{
    switch (sla.state) {
    case SlaState::None:
        return {};
    case SlaState::Paused:
        return {DeadlineState::Paused, 0, 0};
    case SlaState::Met:
        return {DeadlineState::Met, 0, 0};
    case SlaState::Running:
        break;
    }
    if (!sla.due)
        return {};
    const qint64 leftMs = *sla.due - now;
    if (leftMs < 0)
        return {DeadlineState::Breached, 0, leftMs};
    const qint64 length
        = sla.started && *sla.due > *sla.started ? *sla.due - *sla.started : unknownLength;
    const double left = std::min(1.0, double(leftMs) / double(length));
    const bool soon = leftMs < 10 * minuteMs || left < 0.25;
    return {soon ? DeadlineState::Soon : DeadlineState::Plenty, left, leftMs};
}

} // namespace baton::ui
