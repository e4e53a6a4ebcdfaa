#include "core/base/Clock.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimeZone>

#include <chrono>
#include <cmath>

namespace baton {

namespace {

constexpr qint64 latest = 7258118400000; // 2200-01-01T00:00:00Z

/// Reads exactly count digits at position, and moves past them; -1 where there is something else.
int digits(QStringView text, qsizetype &position, int count)
{
    int number = 0;
    if (position + count > text.size())
        return -1;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[position + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c - u'0');
    }
    position += count;
    return number;
}

bool skip(QStringView text, qsizetype &position, QStringView anyOf)
{
    if (position >= text.size() || !anyOf.contains(text[position]))
        return false;
    ++position;
    return true;
}

} // namespace

std::optional<Instant> instantFromRfc3339(QStringView text)
{
    qsizetype at = 0;
    const int year = digits(text, at, 4);
    if (!skip(text, at, u"-"))
        return {};
    const int month = digits(text, at, 2);
    if (!skip(text, at, u"-"))
        return {};
    const int day = digits(text, at, 2);
    if (!skip(text, at, u"Tt "))
        return {};
    const int hour = digits(text, at, 2);
    if (!skip(text, at, u":"))
        return {};
    const int minute = digits(text, at, 2);
    if (!skip(text, at, u":"))
        return {};
    int second = digits(text, at, 2);
    int milliseconds = 0;
    if (skip(text, at, u".")) {
        const qsizetype begin = at;
        for (int weight = 100; at < text.size() && text[at] >= u'0' && text[at] <= u'9';
             ++at, weight /= 10)
            milliseconds += weight * (text[at].unicode() - u'0');
        if (at == begin)
            return {};
    }
    qint64 offsetMinutes = 0;
    if (!skip(text, at, u"Zz")) {
        const bool west = at < text.size() && text[at] == u'-';
        if (!skip(text, at, u"+-"))
            return {};
        const int hours = digits(text, at, 2);
        if (!skip(text, at, u":"))
            return {};
        const int minutes = digits(text, at, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
            return {};
        offsetMinutes = (west ? -1LL : 1LL) * (hours * 60 + minutes);
    }
    if (second == 60)
        second = 59; // a leap second has no place in Unix time
    const QDate date(year, month, day);
    if (at != text.size() || year < 0 || !date.isValid() || hour < 0 || hour > 23 || minute < 0
        || minute > 59 || second < 0 || second > 59)
        return {};
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    const Instant instant{days * dayMs + hour * hourMs + (minute - offsetMinutes) * minuteMs
                          + second * secondMs + milliseconds};
    if (instant.ms < 0 || instant.ms >= latest)
        return {};
    return instant;
}

QString toRfc3339(Instant instant)
{
    return instant.utc().toString(instant.ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

std::optional<qint64> durationFromIso8601(QStringView text)
{
    if (!text.startsWith(u'P') || text.size() > 64)
        return {};
    double total = 0;
    bool time = false;
    bool any = false;
    QString number;
    for (const QChar c : text.sliced(1)) {
        if (c == u'T' && !time && number.isEmpty()) {
            time = true;
            continue;
        }
        if ((c >= u'0' && c <= u'9') || c == u'.') {
            number += c;
            continue;
        }
        bool ok = false;
        const double count = number.toDouble(&ok);
        double unit = 0;
        if (!time && c == u'W')
            unit = double(7 * dayMs);
        else if (!time && c == u'D')
            unit = double(dayMs);
        else if (time && c == u'H')
            unit = double(hourMs);
        else if (time && c == u'M')
            unit = double(minuteMs);
        else if (time && c == u'S')
            unit = double(secondMs);
        if (!ok || unit == 0)
            return {};
        total += count * unit;
        any = true;
        number.clear();
    }
    if (!any || !number.isEmpty() || !(total <= double(366 * dayMs)))
        return {};
    return std::llround(total);
}

Instant SystemClock::now() const
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

qint64 SystemClock::steadyMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

ScenarioClock::ScenarioClock(Instant start)
    : m_start(start)
    , m_startedMs(m_system.steadyMs())
{ }

Instant ScenarioClock::now() const
{
    return m_start + (m_system.steadyMs() - m_startedMs);
}

} // namespace baton
