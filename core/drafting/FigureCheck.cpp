#include "core/drafting/FigureCheck.h"

#include <algorithm>

namespace baton::drafting {

namespace {

constexpr double farBehind = 0.2; ///< a match this much less alike than a rival does not count
constexpr double verbatim = 0.99; ///< of a sentence that was approved with another figure
constexpr double aboutIt = 0.34;  ///< share from which on a statement speaks of the same matter
constexpr size_t fewestWords = 3; ///< with fewer nothing says the same sentence

constexpr qint64 leastTelling = 1'000'000; ///< a number from here on is known when it is seen

auto countOf(const std::vector<Figure> &figures, FigureKind kind)
{
    return std::count_if(figures.begin(), figures.end(),
                         [kind](const Figure &figure) { return figure.kind == kind; });
}

/// A web address; not one of e-mail, nor a phone number.
bool isLink(const Figure &figure)
{
    return figure.kind == FigureKind::Contact && !figure.unit.contains('@')
        && figure.unit.contains('.');
}

QByteArray hostOf(const Figure &link)
{
    QByteArray host = link.unit;
    if (const auto scheme = host.indexOf("://"); scheme >= 0)
        host = host.sliced(scheme + 3);
    if (host.startsWith("www."))
        host = host.sliced(4);
    const auto end = std::find_if(host.begin(), host.end(), [](char c) {
        return c == '/' || c == ':' || c == '?' || c == '#';
    });
    return host.first(end - host.begin());
}

bool isSameHost(const Figure &said, const Figure &evidence)
{
    return isLink(evidence) && hostOf(said) == hostOf(evidence);
}

/// What comes from outside, or from a machine that reads it.
bool isHearsay(const Sources::Statement &statement)
{
    return statement.origin == Sources::Origin::CustomerMessage
        || statement.origin == Sources::Origin::BotMessage;
}
/// Words of a conversation, true when they were written.
bool isSaying(const Sources::Statement &statement)
{
    return isHearsay(statement) || statement.origin == Sources::Origin::OwnMessage
        || statement.support.source.startsWith(QLatin1StringView("promises/"));
}

} // namespace

bool compares(const Figure &figure)
{
    return figure.kind != FigureKind::Code && figure.kind != FigureKind::Contact;
}

FigureCheck::FigureCheck(const Sources &sources, const std::vector<Figure> &figures,
                         const std::vector<double> &alike, size_t words)
    : m_statements(sources.statements())
    , m_figures(figures)
    , m_alike(alike)
    , m_words(words)
{
    findTwins();
}

/// Figures that say once more what the same sentence on file says only once, with the ones that
/// they stand in place of: "30 days, with Plus 60 days" against "60 days, with Plus 60 days".
void FigureCheck::findTwins()
{
    const auto best = std::max_element(m_alike.begin(), m_alike.end());
    if (best == m_alike.end() || *best < nearlySame || m_words < fewestWords)
        return;
    QList<FigureKind> seen;
    for (const Figure &figure : m_figures) {
        if (!compares(figure) || seen.contains(figure.kind))
            continue;
        seen.append(figure.kind);
        findRepeated(figure.kind, *best);
    }
}

void FigureCheck::findRepeated(FigureKind kind, double bestAlike)
{
    std::vector<std::pair<int, Finding>> repeated;
    double repeatedAlike = -1;
    for (size_t i = 0; i < m_statements.size(); ++i) {
        if (m_alike[i] < std::max(nearlySame, bestAlike - farBehind)
            || countOf(m_statements[i].figures, kind) != countOf(m_figures, kind))
            continue;
        const auto now = repeatedIn(m_statements[i], kind);
        if (now.empty())
            return;
        if (m_alike[i] <= repeatedAlike)
            continue;
        repeated = now;
        repeatedAlike = m_alike[i];
    }
    for (const auto &[begin, finding] : repeated)
        m_repeated.insert(begin, finding);
}

std::vector<std::pair<int, FigureCheck::Finding>> FigureCheck::repeatedIn(const Statement &twin,
                                                                          FigureKind kind) const
{
    std::vector<const Figure *> left;
    for (const Figure &figure : twin.figures) {
        if (figure.kind == kind)
            left.push_back(&figure);
    }
    std::vector<int> without;
    for (const Figure &figure : m_figures) {
        if (figure.kind != kind)
            continue;
        const auto same = std::find_if(
            left.begin(), left.end(), [&](const Figure *other) { return matches(figure, *other); });
        if (same == left.end())
            without.push_back(figure.begin);
        else
            left.erase(same);
    }
    std::vector<std::pair<int, Finding>> pairs;
    for (size_t i = 0; i < without.size(); ++i)
        pairs.push_back({without[i], {nullptr, &twin, left[i]}});
    return pairs;
}

/// Whether the sentence has it too: then it is no rival of another figure in it.
bool FigureCheck::isSaid(const Figure &evidence) const
{
    return std::any_of(m_figures.begin(), m_figures.end(),
                       [&](const Figure &own) { return matches(own, evidence); });
}

/// Whether it has all figures of the sentence but this one, and some: "Crumb tray | €8 / £7".
bool FigureCheck::hasTheOthers(const Statement &statement, const Figure &but) const
{
    return m_figures.size() > 1
        && std::all_of(m_figures.begin(), m_figures.end(), [&](const Figure &own) {
               return own.begin == but.begin
                   || std::any_of(statement.figures.begin(), statement.figures.end(),
                                  [&](const Figure &other) { return matches(own, other); });
           });
}

/// A statement more alike goes first, then the figure nearer in value. Another code or address
/// rivals only in a sentence that was approved with it.
void FigureCheck::challenge(Rival &rival, const Statement &statement, double alike,
                            const Figure &figure) const
{
    if (alike < rival.alike || (!compares(figure) && statement.origin != Sources::Origin::Approved))
        return;
    for (const Figure &other : statement.figures) {
        if (other.kind != figure.kind || isSaid(other))
            continue;
        if (rival.figure && alike <= rival.alike
            && std::abs(other.low - figure.low) >= std::abs(rival.figure->low - figure.low))
            continue;
        rival = {&statement, &other, alike};
    }
}

/// A code of the same length with at most two other characters: a slip of the fingers.
FigureCheck::Rival FigureCheck::nearestCode(const Figure &figure) const
{
    qsizetype least = 3;
    Rival nearest;
    for (const Statement &statement : m_statements) {
        for (const Figure &other : statement.figures) {
            if (other.kind != FigureKind::Code || other.unit.size() != figure.unit.size())
                continue;
            qsizetype apart = 0;
            for (qsizetype i = 0; i < other.unit.size(); ++i)
                apart += other.unit[i] == figure.unit[i] ? 0 : 1;
            if (apart >= least)
                continue;
            least = apart;
            nearest = {&statement, &other, 0};
        }
    }
    return nearest;
}

bool FigureCheck::mayMatch(const Figure &figure, bool ours, size_t i) const
{
    const Statement &statement = m_statements[i];
    const bool common
        = figure.kind == FigureKind::Number && figure.low < leastTelling && m_words > 0;
    if (common && m_alike[i] <= 0)
        return false;
    if (isLink(figure))
        return !isHearsay(statement);
    if (!ours || figure.kind != FigureKind::Amount)
        return true;
    return statement.origin != Sources::Origin::CustomerMessage
        && (statement.origin != Sources::Origin::Passage || m_words < fewestWords
            || m_alike[i] >= aboutIt);
}

FigureCheck::Finding FigureCheck::find(const Figure &figure, bool ours) const
{
    if (const auto repeated = m_repeated.constFind(figure.begin); repeated != m_repeated.cend())
        return *repeated;
    const Statement *best = nullptr;
    double bestAlike = -1;
    Rival rival;
    Rival system;   // what a live system says in its place
    Rival document; // what a document says
    bool onlySaid = true;
    for (size_t i = 0; i < m_statements.size(); ++i) {
        const Statement &statement = m_statements[i];
        const bool match = std::any_of(
            statement.figures.begin(), statement.figures.end(), [&](const Figure &other) {
                return isLink(figure) ? isSameHost(figure, other) : matches(figure, other);
            });
        if (match && !mayMatch(figure, ours, i))
            continue;
        if (!match) {
            challenge(rival, statement, m_alike[i], figure);
            if (statement.origin == Sources::Origin::LookUp)
                challenge(system, statement, m_alike[i], figure);
            else if (statement.origin == Sources::Origin::Passage)
                challenge(document, statement, m_alike[i], figure);
            continue;
        }
        onlySaid = onlySaid && (isSaying(statement) || m_alike[i] < aboutIt);
        if (m_alike[i] > bestAlike) {
            best = &statement;
            bestAlike = m_alike[i];
        }
    }
    if (best && isSaying(*best) && system.statement && system.alike >= aboutIt)
        return {nullptr, system.statement, system.figure};
    if (best && onlySaid && isSaying(*best) && document.alike >= nearlySame
        && m_words >= fewestWords)
        return {nullptr, document.statement, document.figure};
    const bool approved = rival.statement && rival.alike >= verbatim
        && rival.statement->origin == Sources::Origin::Approved;
    const bool outdone = rival.statement && rival.alike >= nearlySame
        && bestAlike < rival.alike - (approved ? 0 : farBehind)
        && (m_words >= fewestWords || hasTheOthers(*rival.statement, figure));
    if (best && !outdone)
        return {best, nullptr, nullptr};
    if (figure.kind == FigureKind::Code && !rival.statement)
        rival = nearestCode(figure);
    else if (rival.alike < aboutIt)
        rival = {}; // what is on file of something else is no figure to put there
    return {nullptr, rival.statement, rival.figure};
}

} // namespace baton::drafting
