#pragma once

#include <QtCore/QByteArray>

#include <optional>

/// Words that figures are made of, in plain English, German and Spanish.
namespace baton::facts {

int monthNamed(const QByteArray &word);                 ///< 1 … 12, 0 for none
int weekdayNamed(const QByteArray &word);               ///< 1 … 7, Monday first, 0 for none
std::optional<int> smallNumber(const QByteArray &word); ///< "two", "zwei", "dos" … twelve
QByteArray currencyNamed(const QByteArray &wordOrSign); ///< ISO 4217, empty for none
bool isPercent(const QByteArray &wordOrSign);

struct TimeUnit
{
    QByteArray unit; ///< "min", "d", "wd" (working and banking days), "n" (nights), "mo", "y"
    int times = 1;
};
std::optional<TimeUnit> timeUnitNamed(const QByteArray &word);
/// "working", "bancarios": the day beside it is a working day.
bool meansWorking(const QByteArray &word);
/// "full", "calendar", "opening": may stand between a number and its unit and changes nothing.
bool isBeside(const QByteArray &word);

} // namespace baton::facts
