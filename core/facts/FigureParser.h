#pragma once

#include "core/facts/Figures.h"
#include "core/facts/Tokens.h"

#include <optional>

namespace baton::facts {

constexpr qint64 oneWhole = 10'000; // of an amount or a number

/// Reads figures from left to right; made for one text, used once. m_i is where reading stands.
class FigureParser
{
public:
    FigureParser(QStringView text, const Written &written);
    std::vector<Figure> run();

private:
    int count() const { return int(m_tokens.size()); }
    const Token &at(int i) const;
    bool isSign(int i, const char *sign) const;
    bool isWord(int i, std::initializer_list<const char *> words) const;
    bool touches(int i, int j) const { return at(i).end == at(j).begin; }

    /// Takes tokens [first, last] and goes on behind them.
    Figure &take(FigureKind kind, int first, int last);

    void read();
    void readPhone();
    void readClock();
    void takeTime(int first, int last, int hour, int minute);
    /// −1 before noon, 1 after, 0 where it is not said: "pm", "p.m".
    int halfOfDay(int i) const;
    void takeDate(int first, int last, const QDate &date);
    /// year 0: the nearest.
    void takeDayOf(int first, int last, int year, int month, int day);
    void readWord();
    std::optional<int> relativeDay() const;
    /// "Nov 15th, 2025".
    bool readMonthFirst(int month);
    bool isYear(int i) const;
    void readNumber();
    bool countsAList();

    bool readSlashed();
    /// "15.11." and "15.11.2025"; "16.42 Uhr".
    bool readDotted();
    /// "15 Nov", "15th of November 2025", "15. November", "15 de noviembre de 2025".
    bool readDayFirst();
    /// "6 pm", "18 Uhr".
    bool readHour();

    /// The token of a range's second number, or 0: "3–5", "3 to 5", "entre 3 y 5".
    int rangeEnd() const;
    QByteArray currencyOf(int i) const;
    /// Tokens that the currency of the numbers in [first, last] stands at (−1 for none): one that
    /// touches them goes first, then what follows, then what goes before.
    std::pair<int, int> currencyAt(int first, int last) const;
    bool taken(int i) const;
    /// What the number counts. A small number in words is a figure only where it counts something.
    void readMeasure(qint64 low, qint64 high, int first, int last, bool inWords);
    /// "1 234,50 €": what was read before as a number of its own is the thousands of this one.
    void joinThousands(int &first, qint64 &low, qint64 &high);

    QStringView m_text;
    Written m_written;
    std::vector<Token> m_tokens;
    std::vector<Figure> m_figures;
    int m_i = 0;
};

} // namespace baton::facts
