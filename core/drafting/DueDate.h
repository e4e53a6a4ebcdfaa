#pragma once

#include "core/policy/Policy.h"

#include <QtCore/QDateTime>

namespace baton::drafting {

struct DueDate
{
    QDateTime at;          ///< local
    bool withTime = false; ///< else the day is what is promised
};

/// When something is due that takes hours from now: below 24 in open hours (to the next quarter of
/// an hour), to 72 in working days (24 each; Monday to Friday without the calendar's holidays),
/// above in calendar hours. Without a calendar every hour is open.
DueDate dueAfter(int hours, Instant now, const policy::Calendar *calendar, const QByteArray &zone);

} // namespace baton::drafting
