#include "core/facts/FigureParser.h"

#include "core/facts/FigureWords.h"

#include <algorithm>
#include <array>

namespace baton::facts {

FigureParser::FigureParser(QStringView text, const Written &written)
    : m_text(text)
    , m_written(written)
    , m_tokens(tokensOf(text))
{ }

std::vector<Figure> FigureParser::run()
{
    while (m_i < count()) {
        const int before = m_i;
        read();
        if (m_i == before)
            ++m_i;
    }
    return std::move(m_figures);
}

const Token &FigureParser::at(int i) const
{
    static const Token none{Token::Sign, 0, 0, {}};
    return i >= 0 && i < count() ? m_tokens[size_t(i)] : none;
}

bool FigureParser::isSign(int i, const char *sign) const
{
    return at(i).kind == Token::Sign && at(i).plain == sign;
}

bool FigureParser::isWord(int i, std::initializer_list<const char *> words) const
{
    return at(i).kind == Token::Word
        && std::any_of(words.begin(), words.end(), [&](const char *w) { return at(i).plain == w; });
}

Figure &FigureParser::take(FigureKind kind, int first, int last)
{
    Figure figure;
    figure.kind = kind;
    figure.begin = at(first).begin;
    figure.end = at(last).end;
    m_figures.push_back(figure);
    m_i = last + 1;
    return m_figures.back();
}

void FigureParser::read()
{
    switch (at(m_i).kind) {
    case Token::Contact:
        take(FigureKind::Contact, m_i, m_i).unit = at(m_i).plain;
        return;
    case Token::Code:
        take(FigureKind::Code, m_i, m_i).unit = QByteArray(at(m_i).plain).replace('-', "");
        return;
    case Token::IsoDate:
        takeDate(m_i, m_i, QDate::fromString(QString::fromLatin1(at(m_i).plain), Qt::ISODate));
        return;
    case Token::Clock:
        readClock();
        return;
    case Token::Number:
        readNumber();
        return;
    case Token::Word:
        readWord();
        return;
    case Token::Sign:
        readPhone();
        return;
    }
}

void FigureParser::readPhone()
{
    if (!isSign(m_i, "+") || at(m_i + 1).kind != Token::Number || !touches(m_i, m_i + 1))
        return;
    QByteArray digits;
    int last = m_i;
    for (int i = m_i + 1; i < count()
         && (at(i).kind == Token::Number || isSign(i, "(") || isSign(i, ")") || isSign(i, "-"));
         ++i) {
        if (at(i).kind == Token::Number) {
            digits += at(i).plain;
            last = i;
        }
    }
    take(FigureKind::Contact, m_i, last).unit = digits;
}

void FigureParser::readNumber()
{
    if (countsAList() || readSlashed() || readDotted() || readDayFirst() || readHour())
        return;
    int last = m_i;
    qint64 high = at(m_i).value;
    if (const int second = rangeEnd()) {
        high = at(second).value;
        last = second;
    }
    readMeasure(at(m_i).value, high, m_i, last, false);
}

bool FigureParser::countsAList()
{
    const bool first = m_i == 0
        || m_text.sliced(at(m_i - 1).end, at(m_i).begin - at(m_i - 1).end).contains(u'\n');
    const QStringView before = m_text.first(at(m_i).begin);
    const bool bracketed = isSign(m_i + 1, ")") && before.count(u'(') > before.count(u')');
    const bool within = isSign(m_i + 1, ")") && !bracketed; // "such as 1) …, 2) …"
    if ((!first && !within) || at(m_i).plain.size() > 2 || !touches(m_i, m_i + 1)
        || !(isSign(m_i + 1, ".") || isSign(m_i + 1, ")")) || monthNamed(at(m_i + 2).plain))
        return false;
    ++m_i;
    return true;
}

int FigureParser::rangeEnd() const
{
    int i = m_i + 1;
    if (currencyOf(i).isEmpty() == false)
        ++i;
    static const std::array<const char *, 4> dashes{"-", "–", "—", "‐"};
    const bool dash
        = std::any_of(dashes.begin(), dashes.end(), [&](const char *d) { return isSign(i, d); });
    const bool between
        = isWord(m_i - 1, {"between", "zwischen", "entre"}) && isWord(i, {"and", "und", "y"});
    if (!dash && !between && !isWord(i, {"to", "bis", "a"}))
        return 0;
    ++i;
    if (currencyOf(i).isEmpty() == false)
        ++i;
    const Token &second = at(i);
    const bool number = second.kind == Token::Number && !second.plain.contains('/')
        && second.value > at(m_i).value;
    // "from 3 to 15 November" holds a date.
    return number && monthNamed(at(i + 1).plain) == 0 ? i : 0;
}

QByteArray FigureParser::currencyOf(int i) const
{
    return at(i).kind == Token::Word || at(i).kind == Token::Sign ? currencyNamed(at(i).plain)
                                                                  : QByteArray();
}

std::pair<int, int> FigureParser::currencyAt(int first, int last) const
{
    const bool before = !currencyOf(first - 1).isEmpty() && !taken(first - 1);
    if (before && touches(first - 1, first))
        return {first - 1, first - 1};
    if (!currencyOf(last + 1).isEmpty())
        return {last + 1, last + 1};
    if (!currencyOf(first + 1).isEmpty() && first + 1 < last)
        return {first + 1, first + 1};
    if (before)
        return {first - 1, first - 1};
    return {-1, -1};
}

bool FigureParser::taken(int i) const
{
    return !m_figures.empty() && at(i).begin < m_figures.back().end;
}

void FigureParser::readMeasure(qint64 low, qint64 high, int first, int last, bool inWords)
{
    int next = last + 1;
    if (isSign(next, "-") && !touches(next, next + 1) && !touches(last, next))
        next = last + 1;
    else if (isSign(next, "-"))
        ++next;
    const auto money = currencyAt(first, last);
    if (money.first >= 0 && !(inWords && money.first < first)) {
        if (!inWords)
            joinThousands(first, low, high);
        Figure &amount
            = take(FigureKind::Amount, std::min(first, money.first), std::max(last, money.first));
        amount.low = low;
        amount.high = high;
        amount.unit = currencyOf(money.first);
        return;
    }
    if (isPercent(at(next).plain) || (isWord(next, {"por"}) && isWord(next + 1, {"ciento", "cien"}))
        || (isWord(next, {"per"}) && isWord(next + 1, {"cent"}))) {
        const int end = isWord(next, {"por", "per"}) ? next + 1 : next;
        Figure &share = take(FigureKind::Percentage, first, end);
        share.low = low;
        share.high = high;
        return;
    }
    bool working = false;
    int unitAt = next;
    for (int i = 0; i < 2 && at(unitAt).kind == Token::Word; ++i, ++unitAt) {
        if (!meansWorking(at(unitAt).plain) && !isBeside(at(unitAt).plain))
            break;
        working = working || meansWorking(at(unitAt).plain);
    }
    const bool shortHour = !inWords && isWord(unitAt, {"h"});
    const auto unit = at(unitAt).kind != Token::Word ? std::nullopt
        : shortHour                                  ? timeUnitNamed("hour")
                                                     : timeUnitNamed(at(unitAt).plain);
    if (unit) {
        int end = unitAt;
        if (unit->unit == "d" && meansWorking(at(unitAt + 1).plain)) {
            working = true;
            ++end;
        }
        Figure &duration = take(FigureKind::Duration, first, end);
        duration.low = low / oneWhole * unit->times;
        duration.high = high / oneWhole * unit->times;
        duration.unit = working && unit->unit == "d" && unit->times == 1 ? "wd" : unit->unit;
        return;
    }
    if (inWords)
        return;
    const bool digitsCount = at(first).exact;
    Figure &number = take(digitsCount ? FigureKind::Code : FigureKind::Number, first, last);
    number.low = low;
    number.high = high;
    if (digitsCount)
        number.unit = at(first).plain;
}

void FigureParser::joinThousands(int &first, qint64 &low, qint64 &high)
{
    const Token &rest = at(first);
    const qsizetype whole
        = std::min(rest.plain.indexOf(',') < 0 ? rest.plain.size() : rest.plain.indexOf(','),
                   rest.plain.indexOf('.') < 0 ? rest.plain.size() : rest.plain.indexOf('.'));
    if (first == 0 || m_figures.empty() || whole != 3 || low != high)
        return;
    const Token &thousands = at(first - 1);
    const Figure &before = m_figures.back();
    if (before.kind != FigureKind::Number || before.end != thousands.end
        || before.begin != thousands.begin || thousands.plain.size() > 3
        || rest.begin - thousands.end != 1)
        return;
    low += thousands.value * 1000;
    high = low;
    m_figures.pop_back();
    --first;
}

} // namespace baton::facts
