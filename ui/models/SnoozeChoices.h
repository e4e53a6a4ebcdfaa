#pragma once

#include "core/base/Clock.h"

#include <QtCore/QList>
#include <QtCore/QTimeZone>

namespace baton::ui {

struct SnoozeChoice
{
    QString words; ///< "Tomorrow"
    Instant until;
    bool operator==(const SnoozeChoice &) const = default;
};

/// When a conversation can come back, soonest first: in an hour, this afternoon while it is still
/// morning, tomorrow, next Monday; by the clock on the wall of zone. Never twice the same moment.
QList<SnoozeChoice> snoozeChoices(Instant now, const QTimeZone &zone);

} // namespace baton::ui
