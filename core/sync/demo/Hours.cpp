#include "core/sync/demo/Hours.h"

#include <array>

namespace baton::sync::demo {

namespace {

constexpr std::array<int, 24> weekday
    = {2, 1, 1, 1, 1, 2, 4, 9, 20, 30, 34, 34, 28, 27, 30, 31, 32, 30, 26, 24, 20, 14, 8, 4};

} // namespace

int Hours::customersAnHour(Instant at) const
{
    const QDateTime time = local(at);
    const int count = weekday[size_t(time.time().hour())];
    const int day = time.date().dayOfWeek();
    const int percent = day == Qt::Sunday ? 35 : day == Qt::Saturday ? 60 : 100;
    return std::max(1, count * percent / 100);
}

bool Hours::isNight(Instant at) const
{
    const int hour = local(at).time().hour();
    return hour >= 22 || hour < 7;
}

Instant Hours::atWork(Instant at, QTime from, QTime to) const
{
    QDateTime time = local(at);
    if (from > to) { // over midnight, and every night
        const bool there = time.time() >= from || time.time() < to;
        return there ? at : Instant::from(QDateTime(time.date(), from, m_zone));
    }
    if (time.date().dayOfWeek() <= Qt::Friday && time.time() >= from && time.time() < to)
        return at;
    QDate day = time.date();
    if (time.time() >= from)
        day = day.addDays(1);
    while (day.dayOfWeek() > Qt::Friday)
        day = day.addDays(1);
    return Instant::from(QDateTime(day, from, m_zone));
}

Instant Hours::since(Instant at, QTime from, QTime to, bool working) const
{
    const QDateTime now = local(at);
    const QTime moment = working ? from : to;
    QDate day = now.time() >= moment ? now.date() : now.date().addDays(-1);
    while (from < to && day.dayOfWeek() > Qt::Friday)
        day = day.addDays(-1);
    return Instant::from(QDateTime(day, moment, m_zone));
}

Instant Hours::next(Instant at, QTime time) const
{
    const QDateTime now = local(at);
    const QDate day = now.time() <= time ? now.date() : now.date().addDays(1);
    return Instant::from(QDateTime(day, time, m_zone));
}

} // namespace baton::sync::demo
