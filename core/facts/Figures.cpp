#include "core/facts/FigureParser.h"

#include <algorithm>

namespace baton::facts {

namespace {

bool sameDay(const Figure &said, const Figure &evidence)
{
    constexpr qint64 week = 7;
    const auto weekdayOf = [](qint64 julian) { return QDate::fromJulianDay(julian).dayOfWeek(); };
    if (said.low < 0)
        return false;
    if (said.low > 0 && evidence.low > 0 && (said.anyYear || evidence.anyYear)) {
        const QDate a = QDate::fromJulianDay(said.low);
        const QDate b = QDate::fromJulianDay(evidence.low);
        const qint64 meant = evidence.anyYear ? said.low : evidence.low;
        return a.month() == b.month() && a.day() == b.day()
            && (!said.weekday || weekdayOf(meant) == said.weekday);
    }
    if (said.low > 0 && said.weekday && weekdayOf(said.low) != said.weekday)
        return false;
    if (said.low > 0 && evidence.low > 0)
        return said.low == evidence.low;
    if (said.low == 0 && evidence.low == 0)
        return said.weekday == evidence.weekday;
    const Figure &day = said.low > 0 ? said : evidence;
    const Figure &name = said.low > 0 ? evidence : said;
    return weekdayOf(day.low) == name.weekday && std::abs(day.low - name.seenOn) <= week;
}

} // namespace

std::vector<Figure> figuresIn(QStringView text, const Written &written)
{
    return FigureParser(text.first(std::min(text.size(), longestText)), written).run();
}

bool matches(const Figure &said, const Figure &evidence)
{
    const auto same = [&] { return said.low == evidence.low && said.high == evidence.high; };
    const bool plainNumber = said.kind == FigureKind::Number && said.low == said.high;
    if (plainNumber && evidence.kind == FigureKind::Code) {
        constexpr qsizetype fewest = 4;
        const QByteArray digits = QByteArray::number(said.low / oneWhole);
        return said.low % oneWhole == 0 && digits.size() >= fewest
            && evidence.unit.endsWith(digits);
    }
    if (plainNumber && (evidence.kind == FigureKind::Amount || evidence.kind == FigureKind::Number))
        return same();
    if (said.kind != evidence.kind)
        return false;
    switch (said.kind) {
    case FigureKind::Date:
        return sameDay(said, evidence);
    case FigureKind::Amount:
        return same() && (said.unit == evidence.unit || evidence.unit == "XXX");
    case FigureKind::Duration:
        return same() && said.unit == evidence.unit;
    case FigureKind::Percentage:
    case FigureKind::Number:
        return same();
    case FigureKind::Time:
        return same() && said.low >= 0;
    case FigureKind::Code:
    case FigureKind::Contact:
    case FigureKind::Name:
        return said.unit == evidence.unit;
    }
    return false;
}

} // namespace baton::facts
