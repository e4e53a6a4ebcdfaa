#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baton::signs {

/// Thousands of literal pieces looked for in one pass over a text: the string matching that
/// re2::FilteredRE2 leaves to its caller. (re2::RE2::Set can do it too, but its automaton has a
/// state for every set of pieces seen so far, and spends its time making them.) Immutable; any
/// thread.
class Pieces
{
public:
    static constexpr std::size_t shortest = 3; ///< bytes of a piece

    Pieces() = default;
    /// Shorter pieces are never found.
    explicit Pieces(std::vector<std::string> pieces);

    /// Places in the list of those that stand in the text, ascending, each once.
    std::vector<int> in(std::string_view text) const;

private:
    static constexpr int bitsOfByte = 5;
    static constexpr std::uint32_t starts = 1U << (3 * bitsOfByte);
    static std::uint32_t startOf(std::string_view text);

    struct Piece
    {
        std::string text;
        int place = 0;
    };
    std::vector<Piece> m_pieces;       ///< by the key of their first three bytes
    std::vector<std::uint32_t> m_from; ///< by key: where its pieces begin; one more than there are
};

} // namespace baton::signs
