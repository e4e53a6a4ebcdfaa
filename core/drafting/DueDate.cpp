#include "core/drafting/DueDate.h"

#include <QtCore/QTimeZone>

namespace baton::drafting {

namespace {

constexpr int dayHours = 24;
constexpr int longestInWorkingDays = 72;
constexpr qint64 quarterMs = hourMs / 4;

QDateTime localTime(Instant instant, const QByteArray &zone)
{
    const QTimeZone known(zone);
    return known.isValid() ? instant.utc().toTimeZone(known) : instant.utc();
}

bool works(const policy::Calendar *calendar, const QDate &day)
{
    return day.dayOfWeek() <= 5 && (!calendar || !calendar->holidays.contains(day));
}

} // namespace

DueDate dueAfter(int hours, Instant now, const policy::Calendar *calendar, const QByteArray &zone)
{
    if (hours < dayHours) {
        Instant at = policy::addOpenMinutes(calendar, now, hours * 60);
        at.ms = (at.ms + quarterMs - 1) / quarterMs * quarterMs;
        return {localTime(at, zone), true};
    }
    if (hours > longestInWorkingDays)
        return {localTime(now + hours * hourMs, zone), false};
    QDateTime at = localTime(now, zone);
    for (int left = hours / dayHours; left > 0;) {
        at = at.addDays(1);
        left -= works(calendar, at.date()) ? 1 : 0;
    }
    return {at, false};
}

} // namespace baton::drafting
