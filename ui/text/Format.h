#pragma once

#include "core/base/Clock.h"
#include "core/domain/Conversation.h"

#include <QtCore/QTimeZone>

class QUrl;

/// Numbers and times as people read them (TOKENS §9). Pure: the time and the zone are arguments.
namespace baton::ui::format {

/// Time left: "41 m", "1 h 05", "3 d"; in the last two minutes "1 m 45" and "45 s"; past it "−3 m".
QString countdown(qint64 leftMs);
/// When the countdown's text changes next, in milliseconds from now, 1 to 60,000.
qint64 countdownHolds(qint64 leftMs);
/// A length: "45 s", "5 m", "1 h 05", "2 d".
QString duration(qint64 ms);
/// The same in a line of words: "45 s", "5 min", "1 h 05", "2 d".
QString durationInWords(qint64 ms);
QString seconds(double length); ///< "0.4 s"
QString ordinal(int number);    ///< "1st", "2nd", "11th"; from 1

QString ago(Instant then, Instant now, const QTimeZone &zone); ///< "now", "14 s ago", "4 min ago",
                                                               ///< "3 h ago"; then "16 Nov"
QString old(Instant then, Instant now, const QTimeZone &zone); ///< "14 s old", "4 min old" …
/// In a list: "14:06" today, "16 Nov" before, "16 Nov 2024" in another year.
QString when(Instant then, Instant now, const QTimeZone &zone);
QDate dateOf(Instant at, const QTimeZone &zone);
QString time(Instant at, const QTimeZone &zone);                ///< "14:06"
QString date(Instant at, Instant now, const QTimeZone &zone);   ///< "16 Nov", "16 Nov 2024"
QString moment(Instant at, Instant now, const QTimeZone &zone); ///< "16 Nov, 14:06"
QString day(Instant at, Instant now, const QTimeZone &zone); ///< "Today", "Yesterday", "Mon 16 Nov"

enum class Decimals { Whole, Two };
/// "€8,420", "€106.00", "−€3.50"; a currency without a sign of its own stands before: "CHF 12.00".
QString money(const Money &money, Decimals decimals = Decimals::Two);
QString percent(double share);     ///< 0.09 → "9 %", with a thin space that does not break
QString count(qint64 number);      ///< "25,430"
QString bytes(qint64 size);        ///< "240 kB"
QString linkHost(const QUrl &url); ///< where a link leads; ASCII only, so that no letter deceives

} // namespace baton::ui::format
