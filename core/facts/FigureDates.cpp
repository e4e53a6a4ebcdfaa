#include "core/facts/FigureParser.h"
#include "core/facts/FigureWords.h"

namespace baton::facts {

namespace {

QDate nearestYear(int month, int day, const QDate &near)
{
    QDate best;
    for (int year = near.year() - 1; year <= near.year() + 1; ++year) {
        const QDate date(year, month, day);
        if (date.isValid()
            && (!best.isValid() || std::abs(near.daysTo(date)) < std::abs(near.daysTo(best))))
            best = date;
    }
    return best;
}

} // namespace

void FigureParser::readClock()
{
    const QList<QByteArray> parts = at(m_i).plain.split(':');
    takeTime(m_i, m_i, parts[0].toInt(), parts[1].toInt());
}

void FigureParser::takeTime(int first, int last, int hour, int minute)
{
    if (isWord(last + 1, {"uhr", "h"}))
        ++last;
    else if (const int half = halfOfDay(last + 1)) {
        hour = hour % 12 + (half > 0 ? 12 : 0);
        last += isWord(last + 1, {"am", "pm"}) ? 1 : 3;
    }
    Figure &time = take(FigureKind::Time, first, last);
    time.low = time.high = hour <= 24 && minute < 60 ? hour * 60 + minute : -1;
}

int FigureParser::halfOfDay(int i) const
{
    if (isWord(i, {"am"}) || (isWord(i, {"a"}) && isSign(i + 1, ".") && isWord(i + 2, {"m"})))
        return -1;
    if (isWord(i, {"pm"}) || (isWord(i, {"p"}) && isSign(i + 1, ".") && isWord(i + 2, {"m"})))
        return 1;
    return 0;
}

void FigureParser::takeDate(int first, int last, const QDate &date)
{
    int weekday = 0;
    int i = first - 1;
    while (isSign(i, ",") || isWord(i, {"den", "der", "the", "dem", "el", "on"}))
        --i;
    if (at(i).kind == Token::Word && (weekday = weekdayNamed(at(i).plain)) != 0) {
        first = i;
        if (!m_figures.empty() && m_figures.back().begin == at(i).begin)
            m_figures.pop_back();
    }
    Figure &figure = take(FigureKind::Date, first, last);
    figure.low = figure.high = date.isValid() ? date.toJulianDay() : -1;
    figure.weekday = weekday;
    figure.seenOn = m_written.day.toJulianDay();
}

void FigureParser::takeDayOf(int first, int last, int year, int month, int day)
{
    takeDate(first, last, year ? QDate(year, month, day) : nearestYear(month, day, m_written.day));
    m_figures.back().anyYear = year == 0;
}

void FigureParser::readWord()
{
    const QByteArray &word = at(m_i).plain;
    if (const int weekday = weekdayNamed(word)) {
        Figure &figure = take(FigureKind::Date, m_i, m_i);
        figure.weekday = weekday;
        figure.seenOn = m_written.day.toJulianDay();
        return;
    }
    if (const int month = monthNamed(word); month && readMonthFirst(month))
        return;
    if (const auto away = relativeDay()) {
        takeDate(m_i, m_i, m_written.day.addDays(*away));
        return;
    }
    if (const auto small = smallNumber(word))
        readMeasure(*small * oneWhole, *small * oneWhole, m_i, m_i, true);
}

std::optional<int> FigureParser::relativeDay() const
{
    const QByteArray &word = at(m_i).plain;
    const bool lower = m_text[at(m_i).begin].isLower();
    if (word == "today" || word == "tonight" || word == "heute" || word == "hoy")
        return 0;
    if (word == "yesterday" || word == "gestern" || word == "ayer")
        return -1;
    if (word == "vorgestern" || word == "anteayer")
        return -2;
    if (word == "tomorrow")
        return isWord(m_i - 1, {"after"}) ? 2 : 1;
    if (word == "ubermorgen")
        return 2;
    if (word == "morgen" && (lower || m_i == 0 || isSign(m_i - 1, "."))
        && !isWord(m_i - 1, {"guten", "heute", "am", "gestern"}))
        return 1;
    if (word == "manana" && !isWord(m_i - 1, {"la", "esta", "una", "de", "media"}))
        return isWord(m_i - 1, {"pasado"}) ? 2 : 1;
    return {};
}

bool FigureParser::readMonthFirst(int month)
{
    const Token &day = at(m_i + 1);
    if (day.kind != Token::Number || day.value % oneWhole != 0 || day.value > 31 * oneWhole
        || day.exact)
        return false;
    const QByteArray word = at(m_i).plain;
    if ((word == "mar" || word == "may") && m_text[at(m_i).begin].isLower())
        return false;
    int last = m_i + 1;
    if (isWord(last + 1, {"st", "nd", "rd", "th"}))
        ++last;
    int year = 0;
    const int next = isSign(last + 1, ",") ? last + 2 : last + 1;
    if (isYear(next)) {
        year = int(at(next).value / oneWhole);
        last = next;
    }
    const int number = int(day.value / oneWhole);
    takeDayOf(m_i, last, year, month, number);
    return true;
}

bool FigureParser::isYear(int i) const
{
    return at(i).kind == Token::Number && at(i).plain.size() == 4 && at(i).value >= 1900 * oneWhole
        && at(i).value < 2200 * oneWhole;
}

bool FigureParser::readSlashed()
{
    const QByteArray plain = at(m_i).plain;
    const QList<QByteArray> parts = plain.split('/');
    if (parts.size() < 2 || parts.size() > 3 || plain == "24/7")
        return false;
    int day = parts[0].toInt();
    int month = parts[1].toInt();
    if (m_written.monthFirst || month > 12)
        std::swap(day, month);
    int year = parts.size() == 3 ? parts[2].toInt() : 0;
    year += year > 0 && year < 100 ? 2000 : 0;
    takeDayOf(m_i, m_i, year, month, day);
    return true;
}

bool FigureParser::readDotted()
{
    const QList<QByteArray> parts = at(m_i).plain.split('.');
    if (parts.size() < 2 || parts.size() > 3 || at(m_i).plain.contains(',') || parts[0].size() > 2
        || parts[1].size() > 2)
        return false;
    const int first = parts[0].toInt();
    const int second = parts[1].toInt();
    if (parts.size() == 2 && isWord(m_i + 1, {"uhr"}) && first < 24 && second < 60) {
        takeTime(m_i, m_i, first, second);
        return true;
    }
    if (first < 1 || first > 31 || second < 1 || second > 12)
        return false;
    if (parts.size() == 3) {
        const int year = parts[2].toInt() + (parts[2].size() == 2 ? 2000 : 0);
        takeDate(m_i, m_i, QDate(year, second, first));
        return true;
    }
    if (!isSign(m_i + 1, ".") || !touches(m_i, m_i + 1) || currencyAt(m_i, m_i).first >= 0)
        return false;
    const int last = isYear(m_i + 2) ? m_i + 2 : m_i + 1;
    takeDayOf(m_i, last, last > m_i + 1 ? int(at(last).value / oneWhole) : 0, second, first);
    return true;
}

bool FigureParser::readDayFirst()
{
    const Token &day = at(m_i);
    if (day.value % oneWhole != 0 || day.value < oneWhole || day.value > 99 * oneWhole)
        return false;
    int i = m_i + 1;
    if (isWord(i, {"st", "nd", "rd", "th"}) || isSign(i, "."))
        ++i;
    if (isWord(i, {"of", "de"}))
        ++i;
    const int month = at(i).kind == Token::Word ? monthNamed(at(i).plain) : 0;
    if (month == 0 || m_text.sliced(day.end, at(i).begin - day.end).contains(u'\n'))
        return false;
    int last = i;
    if (isSign(i + 1, ".") && at(i).plain.size() <= 4 && isYear(i + 2))
        ++i;
    if (isWord(i + 1, {"de", "del"}) || isSign(i + 1, ","))
        ++i;
    int year = 0;
    if (isYear(i + 1)) {
        last = i + 1;
        year = int(at(last).value / oneWhole);
    }
    const int number = int(day.value / oneWhole);
    takeDayOf(m_i, last, year, month, number);
    return true;
}

bool FigureParser::readHour()
{
    const Token &hour = at(m_i);
    if (hour.value % oneWhole != 0 || hour.value > 24 * oneWhole
        || !(isWord(m_i + 1, {"uhr"}) || halfOfDay(m_i + 1) != 0))
        return false;
    takeTime(m_i, m_i, int(hour.value / oneWhole), 0);
    return true;
}

} // namespace baton::facts
