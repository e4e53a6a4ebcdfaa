#pragma once

#include "core/drafting/Sources.h"

#include <QtCore/QHash>

namespace baton::drafting {

constexpr double nearlySame = 0.75; ///< share from which on a statement says the same sentence

/// Not codes and addresses: each names one thing, and another one beside it means nothing.
bool compares(const Figure &figure);

/// Finds what the figures of one sentence rest on. Made for that sentence; what it is given
/// outlives it.
class FigureCheck
{
public:
    /// alike: for each statement, the share of the sentence's words that it holds; words: how many
    /// the sentence has.
    FigureCheck(const Sources &sources, const std::vector<Figure> &figures,
                const std::vector<double> &alike, size_t words);

    struct Finding
    {
        const Sources::Statement *match = nullptr;
        const Sources::Statement *nearest = nullptr; ///< where there is no match; may be null
        const Figure *instead = nullptr;             ///< in nearest
    };
    /// A number of one or two digits stands everywhere: it is matched only where a word is too.
    /// ours: an amount that we promise, or say that we paid, does not rest on the customer's word
    /// alone, nor on a passage about something else. What somebody wrote does not count where a
    /// system says otherwise, nor a link that only a message has. Nearest is named only where it
    /// speaks of the matter.
    Finding find(const Figure &figure, bool ours) const;

private:
    using Statement = Sources::Statement;
    struct Rival
    {
        const Statement *statement = nullptr;
        const Figure *figure = nullptr;
        double alike = -1;
    };

    void findTwins();
    void findRepeated(FigureKind kind, double bestAlike);
    std::vector<std::pair<int, Finding>> repeatedIn(const Statement &twin, FigureKind kind) const;
    void challenge(Rival &rival, const Statement &statement, double alike,
                   const Figure &figure) const;
    bool isSaid(const Figure &evidence) const;
    bool hasTheOthers(const Statement &statement, const Figure &but) const;
    bool mayMatch(const Figure &figure, bool ours, size_t statement) const;
    Rival nearestCode(const Figure &figure) const;

    const std::vector<Statement> &m_statements;
    const std::vector<Figure> &m_figures;
    const std::vector<double> &m_alike;
    size_t m_words;
    QHash<int, Finding> m_repeated; ///< by where the figure begins
};

} // namespace baton::drafting
