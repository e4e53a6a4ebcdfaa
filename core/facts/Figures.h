#pragma once

#include "core/domain/Draft.h"

#include <QtCore/QDate>

#include <vector>

/// What has to be exact in a text: amounts, dates, times, durations, numbers, codes, addresses, in
/// any notation of English, German and Spanish. Pure; any thread.
namespace baton::facts {

/// When and where words were written: relative days, weekdays and dates without a year are read
/// from there.
struct Written
{
    QDate day;
    bool monthFirst = false; ///< 11/17 is 17 November, as in en-US
};

/// A figure by its value; the notation is gone.
struct Figure
{
    FigureKind kind = FigureKind::Number;
    int begin = 0;
    int end = 0;
    /// Ten-thousandths for an amount, percentage and number; minutes from midnight for a time; the
    /// Julian day for a date (0: only a weekday was named); −1 for a time or date that there is
    /// not; minutes, days, months, years or nights for a duration. A range has two ends.
    qint64 low = 0;
    qint64 high = 0;
    int weekday = 0;      ///< of a date, where it was named; Monday is 1
    qint64 seenOn = 0;    ///< of a date: the Julian day of writing
    bool anyYear = false; ///< of a date: none was named, and the nearest one was taken
    QByteArray unit;      ///< currency; unit of a duration; a code or an address in one spelling
};

constexpr qsizetype longestText = 20'000; ///< UTF-16 units that are looked at

/// By place, not overlapping. A number that counts a list ("1. Open …") is none.
std::vector<Figure> figuresIn(QStringView text, const Written &written);

/// Whether evidence has what is said. A weekday matches a date of that week, a date without its
/// year the same day of any; a plain number matches an amount, a duration or the digits that a code
/// ends in; an amount of no currency (XXX) one of any.
bool matches(const Figure &said, const Figure &evidence);

} // namespace baton::facts
