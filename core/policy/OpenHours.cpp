#include "core/policy/Policy.h"
#include "core/policy/ZoneOffsets.h"

#include <algorithm>

namespace baton::policy {

namespace {

constexpr int dayMinutes = 1440;
/// How far ahead open minutes are looked for. A target that needs longer falls back to the wall
/// clock, so that a calendar with no hours left, or a few a year, can neither hang the desk nor
/// hide a conversation.
constexpr qint64 searchMs = 400 * dayMs;

qint64 floorDivide(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

bool isOpenAllDay(const QList<Span> &spans)
{
    int covered = 0;
    for (const Span &span : spans) {
        if (span.begin > covered)
            return false;
        covered = std::max(covered, span.end);
    }
    return covered == dayMinutes;
}

/// day counts from 1970-01-01, a Thursday.
const QList<Span> &hoursOf(const Calendar &calendar, qint64 day)
{
    static const QList<Span> closed;
    const QDate date = QDate(1970, 1, 1).addDays(day);
    if (std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), date))
        return closed;
    const qint64 weekday = ((day + 3) % 7 + 7) % 7;
    return calendar.week[static_cast<std::size_t>(weekday)];
}

} // namespace

Instant addOpenMinutes(const Calendar *calendar, Instant start, int minutes)
{
    qint64 left = std::max(minutes, 0) * minuteMs;
    const Instant byWallClock = start + left;
    if (!calendar || left == 0)
        return byWallClock;
    const auto &week = calendar->week;
    if (std::ranges::all_of(week, [](const QList<Span> &spans) { return spans.isEmpty(); }))
        return byWallClock;
    if (calendar->holidays.isEmpty() && std::ranges::all_of(week, isOpenAllDay))
        return byWallClock;

    ZoneOffsets &zone = ZoneOffsets::of(calendar->zone);
    const qint64 horizon = start.ms + searchMs;
    // Within a stretch of one offset local time runs evenly, so a day's hours are plain intervals
    // of UTC; hours that a clock change skips or repeats fall out of cutting them at the stretch's
    // ends.
    for (qint64 now = start.ms; now < horizon;) {
        const ZoneOffsets::Stretch stretch = zone.at(now);
        const qint64 day = floorDivide(now + stretch.offset, dayMs);
        const qint64 midnight = day * dayMs - stretch.offset;
        const qint64 dayEnd = std::min(midnight + dayMs, stretch.end);
        for (const Span &span : hoursOf(*calendar, day)) {
            const qint64 begin = std::max(midnight + span.begin * minuteMs, now);
            const qint64 end = std::min(midnight + span.end * minuteMs, dayEnd);
            if (begin >= end)
                continue;
            if (left <= end - begin)
                return {begin + left};
            left -= end - begin;
        }
        now = dayEnd;
    }
    return byWallClock;
}

} // namespace baton::policy
