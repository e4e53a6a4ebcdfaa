#pragma once

#include "core/signals/Pieces.h"

#include <QtCore/QByteArray>

#include <memory>
#include <string>
#include <vector>

namespace re2 {
class FilteredRE2;
class RE2;
} // namespace re2

namespace baton::signs {

/// Thousands of regular expressions of which nearly all fail on nearly every plain text. RE2 tells
/// of each which literal pieces a text must have for it to match; from that, two guards a pattern
/// are made: pieces of which one has to be there, the rarest that will do. (One re2::FilteredRE2
/// for all weighs each pattern's whole condition for every text, and leaves pieces out of it that
/// many patterns share, which are the telling ones here: it takes twice as long.) Immutable once
/// compiled; any thread then.
class PatternSet
{
public:
    PatternSet();
    PatternSet(PatternSet &&) noexcept;
    PatternSet &operator=(PatternSet &&) noexcept;
    ~PatternSet();

    /// 0, or RE2's error code where it does not take the pattern, which is left out then. Its
    /// number is how many were taken before.
    int add(const std::string &pattern);
    /// Once, after the last pattern. usual: plain texts that tell which pieces are common; they
    /// decide about the pace, never about what is found.
    void compile(const std::vector<QByteArray> &usual);

    int size() const { return int(m_patterns.size()); }
    const re2::RE2 &pattern(int number) const;
    /// The numbers of all patterns that match the text, ascending, among few others.
    std::vector<int> candidates(const QByteArray &text) const;

private:
    using Guard = std::vector<int>; ///< pieces, by their number

    std::vector<std::vector<int>> numberPieces();
    std::vector<int> countPieces(const std::vector<QByteArray> &texts) const;

    std::vector<std::unique_ptr<re2::FilteredRE2>> m_patterns;
    Pieces m_pieces;
    std::vector<std::vector<int>> m_opened;    ///< by piece: patterns whose first guard has it
    std::vector<std::vector<Guard>> m_further; ///< by pattern: those that share no piece with it
    std::vector<int> m_unguarded;              ///< patterns that match without any piece
};

} // namespace baton::signs
