#include "core/quality/Planting.h"

#include "core/base/Text.h"
#include "core/facts/Figures.h"

#include <algorithm>

namespace baton::quality {

namespace {

constexpr int longestRun = 7; // digits; more are a number of something, not an amount

bool mayBeAltered(const facts::Figure &figure)
{
    return figure.kind == FigureKind::Amount || figure.kind == FigureKind::Date
        || figure.kind == FigureKind::Duration;
}

/// A day stays one of a month.
int otherDay(int day, quint64 seed)
{
    constexpr int commonDays = 28;
    const int by = 2 + int(seed % 9);
    return (day - 1 + by) % commonDays + 1;
}

int otherNumber(int number, FigureKind kind, quint64 seed)
{
    if (kind == FigureKind::Date)
        return otherDay(number, seed);
    if (kind == FigureKind::Duration)
        return number + 10; // "2 banking days" becomes "12 banking days"
    return number + std::max(1, number / 10) * (1 + int(seed % 3));
}

/// The figure as it is written, with its first number replaced; empty where it has none that could.
QString altered(const QString &figure, FigureKind kind, quint64 seed)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto begin = std::find_if(figure.begin(), figure.end(), digit);
    const auto end = std::find_if_not(begin, figure.end(), digit);
    const qsizetype at = begin - figure.begin();
    const qsizetype length = end - begin;
    if (length == 0 || length > longestRun || (kind == FigureKind::Date && length > 2))
        return {};
    const int number = figure.mid(at, length).toInt();
    QString other = figure;
    return other.replace(at, length, QString::number(otherNumber(number, kind, seed)));
}

int sentenceAt(const QString &whole, qsizetype place)
{
    const std::vector<text::Stretch> all = text::sentenceStretches(whole);
    const auto found = std::find_if(all.begin(), all.end(), [place](const text::Stretch &one) {
        return one.begin <= place && place < one.end;
    });
    return found == all.end() ? 0 : int(found - all.begin());
}

/// Replaces it where it stands for itself: "10 days" is not in "110 days".
QString replaced(QString whole, const QString &was, const QString &now)
{
    qsizetype from = 0;
    while ((from = whole.indexOf(was, from)) >= 0) {
        const qsizetype end = from + was.size();
        const bool inside = (from > 0 && whole[from - 1].isDigit() && was.front().isDigit())
            || (end < whole.size() && whole[end].isLetterOrNumber()
                && was.back().isLetterOrNumber());
        if (!inside)
            whole.replace(from, was.size(), now);
        from += inside ? was.size() : now.size();
    }
    return whole;
}

} // namespace

std::optional<PlantedCopy> plant(const QString &draft, const QString &sent, quint64 seed)
{
    const std::vector<facts::Figure> figures = facts::figuresIn(sent, {});
    std::vector<PlantedCopy> choices;
    for (const facts::Figure &figure : figures) {
        if (!mayBeAltered(figure))
            continue;
        const QString was = sent.mid(figure.begin, figure.end - figure.begin);
        const QString now = altered(was, figure.kind, seed);
        if (now.isEmpty() || now == was || sent.contains(now) || draft.contains(now))
            continue;
        PlantedCopy copy{replaced(draft, was, now), replaced(sent, was, now), {was, now, 0}};
        const qsizetype place = copy.sent.indexOf(now);
        if (place < 0)
            continue;
        copy.error.sentence = sentenceAt(copy.sent, place);
        choices.push_back(std::move(copy));
    }
    if (choices.empty())
        return {};
    return choices[seed / 9 % choices.size()];
}

} // namespace baton::quality
