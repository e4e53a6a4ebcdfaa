#pragma once

#include "core/base/Clock.h"

#include <QtCore/QTimeZone>

namespace baton::sync::demo {

/// The hours of the invented company, in Berlin: how many customers write, and who works.
class Hours
{
public:
    /// How many customers an hour write at this time; at least 1. Quiet nights, two peaks a day,
    /// less on Saturdays, least on Sundays.
    int customersAnHour(Instant at) const;
    bool isNight(Instant at) const; ///< 22 to 7
    /// at itself where it lies within from … to of a Monday to Friday, else when that next begins.
    Instant atWork(Instant at, QTime from, QTime to) const;
    /// Since when it is so: the last begin, or the last end, of from … to on a day that is worked.
    Instant since(Instant at, QTime from, QTime to, bool working) const;
    /// The next moment at or after at that shows this time.
    Instant next(Instant at, QTime time) const;

private:
    QDateTime local(Instant at) const { return at.utc().toTimeZone(m_zone); }
    QTimeZone m_zone{"Europe/Berlin"};
};

} // namespace baton::sync::demo
