#pragma once

#include <QtCore/QString>

#include <functional>
#include <vector>

namespace baton::knowledge {

/// A table of texts in which all that a text begins with are found by one walk. Immutable once
/// sorted; any thread.
class PieceTable
{
public:
    struct Piece
    {
        QString text;
        int id = 0;
        double score = 0;
    };
    void add(Piece piece) { m_pieces.push_back(std::move(piece)); }
    void sort(); ///< once, after the last

    /// fn(piece) for each that the text begins with, the shortest first; never an empty one.
    template <class Fn>
    void each(QStringView text, Fn fn) const
    {
        size_t from = 0;
        size_t to = m_pieces.size();
        for (qsizetype depth = 0; depth < text.size(); ++depth) {
            narrow(from, to, depth, text[depth]);
            if (from == to)
                return;
            if (m_pieces[from].text.size() == depth + 1)
                fn(m_pieces[from]);
        }
    }

private:
    /// To those that have this unit there.
    void narrow(size_t &from, size_t &to, qsizetype depth, QChar unit) const;

    std::vector<Piece> m_pieces;
};

/// Cuts a word into tokens, whose ids it appends; what the model does not know is left out.
using PieceCutter = std::function<void(QStringView word, std::vector<int> &ids)>;

/// The longest piece first, then the longest that continues it, and so on; a word of more than
/// longest characters, or with a rest that is no piece, is unknown as a whole.
PieceCutter wordPieces(PieceTable beginning, PieceTable continuing, int longest);

/// The pieces whose scores (logarithms of how frequent they are) have the greatest sum. A character
/// that is no piece counts as the rarest piece and ten more.
PieceCutter unigramPieces(PieceTable pieces, double rarest);

} // namespace baton::knowledge
