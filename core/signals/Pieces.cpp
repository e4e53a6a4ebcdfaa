#include "core/signals/Pieces.h"

#include <algorithm>
#include <numeric>

namespace baton::signs {

/// Of the first three bytes; different ones may share a key.
std::uint32_t Pieces::startOf(std::string_view text)
{
    std::uint32_t key = 0;
    for (const char byte : text.substr(0, shortest))
        key = (key << bitsOfByte) | (std::uint32_t(std::uint8_t(byte)) & ((1U << bitsOfByte) - 1));
    return key;
}

Pieces::Pieces(std::vector<std::string> pieces)
    : m_from(starts + 1)
{
    for (std::size_t place = 0; place < pieces.size(); ++place) {
        if (pieces[place].size() >= shortest)
            m_pieces.push_back({std::move(pieces[place]), int(place)});
    }
    std::stable_sort(m_pieces.begin(), m_pieces.end(), [](const Piece &a, const Piece &b) {
        return startOf(a.text) < startOf(b.text);
    });
    for (const Piece &piece : m_pieces)
        ++m_from[startOf(piece.text) + 1];
    std::partial_sum(m_from.begin(), m_from.end(), m_from.begin());
}

std::vector<int> Pieces::in(std::string_view text) const
{
    std::vector<int> found;
    if (m_pieces.empty())
        return found;
    for (std::size_t at = 0; at + shortest <= text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        const std::uint32_t key = startOf(rest);
        for (std::uint32_t i = m_from[key]; i < m_from[key + 1]; ++i) {
            const std::string &piece = m_pieces[i].text;
            // Most differ in the fourth byte already.
            const bool may = piece.size() == shortest
                || (rest.size() > shortest && rest[shortest] == piece[shortest]);
            if (may && rest.starts_with(piece))
                found.push_back(m_pieces[i].place);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace baton::signs
