#include "ui/text/Format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <cmath>

namespace baton::ui::format {

using namespace Qt::StringLiterals;

namespace {

struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// A bare C locale writes neither group separators nor names of months that people use.
QLocale locale()
{
    const QLocale own;
    return own.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : own;
}

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

/// Whole minutes and up.
QString longLength(qint64 ms)
{
    if (ms < hourMs)
        return FormatWords::tr("%1 m", "minutes").arg(ms / minuteMs);
    if (ms < dayMs)
        return FormatWords::tr("%1 h %2", "hours and two digits of minutes")
            .arg(ms / hourMs)
            .arg(twoDigits(ms % hourMs / minuteMs));
    return FormatWords::tr("%1 d", "days").arg(ms / dayMs);
}

QString currencySign(const QString &code)
{
    static const QHash<QString, QString> signs{
        {u"EUR"_s, u"€"_s}, {u"GBP"_s, u"£"_s}, {u"USD"_s, u"$"_s},   {u"JPY"_s, u"¥"_s},
        {u"INR"_s, u"₹"_s}, {u"KRW"_s, u"₩"_s}, {u"CAD"_s, u"CA$"_s}, {u"AUD"_s, u"A$"_s},
        {u"ILS"_s, u"₪"_s}, {u"UAH"_s, u"₴"_s}, {u"TRY"_s, u"₺"_s},   {u"BRL"_s, u"R$"_s},
    };
    const QString upper = code.toUpper();
    return signs.value(upper, upper.isEmpty() ? QString() : upper + u'\u00A0');
}

bool hasNoMinorUnit(const QString &code)
{
    return code.compare("JPY"_L1, Qt::CaseInsensitive) == 0
        || code.compare("KRW"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

QDate dateOf(Instant at, const QTimeZone &zone)
{
    return at.utc().toTimeZone(zone).date();
}

QString countdown(qint64 leftMs)
{
    if (leftMs < 0)
        return u"\u2212%1"_s.arg(longLength(std::max(-leftMs, minuteMs)));
    if (leftMs < minuteMs)
        return FormatWords::tr("%1 s", "seconds").arg(leftMs / secondMs);
    if (leftMs < 2 * minuteMs)
        return FormatWords::tr("%1 m %2", "minutes and two digits of seconds")
            .arg(leftMs / minuteMs)
            .arg(twoDigits(leftMs % minuteMs / secondMs));
    return longLength(leftMs);
}

qint64 countdownHolds(qint64 leftMs)
{
    if (leftMs < 0)
        return minuteMs - -leftMs % minuteMs;
    const qint64 step = leftMs < 2 * minuteMs ? secondMs : minuteMs;
    return leftMs % step + 1;
}

QString duration(qint64 ms)
{
    if (ms < minuteMs)
        return FormatWords::tr("%1 s", "seconds").arg(std::max<qint64>(ms, 0) / secondMs);
    return longLength(ms);
}

QString durationInWords(qint64 ms)
{
    return ms < minuteMs || ms >= hourMs ? duration(ms)
                                         : FormatWords::tr("%1 min").arg(ms / minuteMs);
}

QString seconds(double length)
{
    const int decimals = length < 0.0995 ? 2 : length < 9.95 ? 1 : 0;
    return FormatWords::tr("%1 s", "seconds").arg(locale().toString(length, 'f', decimals));
}

QString ordinal(int number)
{
    const bool teen = number % 100 / 10 == 1;
    switch (teen ? 0 : number % 10) {
    case 1:
        return FormatWords::tr("%1st", "a place in an order").arg(number);
    case 2:
        return FormatWords::tr("%1nd", "a place in an order").arg(number);
    case 3:
        return FormatWords::tr("%1rd", "a place in an order").arg(number);
    default:
        return FormatWords::tr("%1th", "a place in an order").arg(number);
    }
}

QString ago(Instant then, Instant now, const QTimeZone &zone)
{
    const qint64 ms = now - then;
    if (ms < secondMs)
        return FormatWords::tr("now");
    if (ms < minuteMs)
        return FormatWords::tr("%1 s ago").arg(ms / secondMs);
    if (ms < hourMs)
        return FormatWords::tr("%1 min ago").arg(ms / minuteMs);
    if (ms < dayMs)
        return FormatWords::tr("%1 h ago").arg(ms / hourMs);
    return date(then, now, zone);
}

QString old(Instant then, Instant now, const QTimeZone &zone)
{
    const qint64 ms = now - then;
    if (ms < secondMs)
        return FormatWords::tr("new");
    if (ms < minuteMs)
        return FormatWords::tr("%1 s old").arg(ms / secondMs);
    if (ms < hourMs)
        return FormatWords::tr("%1 min old").arg(ms / minuteMs);
    if (ms < dayMs)
        return FormatWords::tr("%1 h old").arg(ms / hourMs);
    return FormatWords::tr("from %1", "a date").arg(date(then, now, zone));
}

QString when(Instant then, Instant now, const QTimeZone &zone)
{
    return dateOf(then, zone) == dateOf(now, zone) ? time(then, zone) : date(then, now, zone);
}

QString time(Instant at, const QTimeZone &zone)
{
    return at.utc().toTimeZone(zone).toString(u"HH:mm"_s);
}

QString date(Instant at, Instant now, const QTimeZone &zone)
{
    const QDate day = dateOf(at, zone);
    const bool thisYear = day.year() == dateOf(now, zone).year();
    return locale().toString(day, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString moment(Instant at, Instant now, const QTimeZone &zone)
{
    return FormatWords::tr("%1, %2", "date, time").arg(date(at, now, zone), time(at, zone));
}

QString day(Instant at, Instant now, const QTimeZone &zone)
{
    const QDate that = dateOf(at, zone);
    const QDate today = dateOf(now, zone);
    if (that == today)
        return FormatWords::tr("Today");
    if (that.addDays(1) == today)
        return FormatWords::tr("Yesterday");
    return locale().toString(that,
                             that.year() == today.year() ? u"ddd d MMM"_s : u"ddd d MMM yyyy"_s);
}

QString money(const Money &money, Decimals decimals)
{
    const int places = decimals == Decimals::Whole || hasNoMinorUnit(money.currency) ? 0 : 2;
    const QString sign = currencySign(money.currency);
    const double size = std::abs(money.amount);
    // Given no sign, QLocale would write that of its own country.
    const QString positive = sign.isEmpty() ? locale().toString(size, 'f', places)
                                            : locale().toCurrencyString(size, sign, places);
    const bool negative = money.amount < 0 && positive.contains(QRegularExpression(u"[1-9]"_s));
    return negative ? u'\u2212' + positive : positive;
}

QString percent(double share)
{
    return FormatWords::tr("%1\u202F%", "a number of percent")
        .arg(locale().toString(qRound(share * 100)));
}

QString count(qint64 number)
{
    return locale().toString(number);
}

QString bytes(qint64 size)
{
    return locale().formattedDataSize(size, size < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString linkHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

} // namespace baton::ui::format
