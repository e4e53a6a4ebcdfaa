#include "core/knowledge/Pieces.h"

#include <algorithm>
#include <limits>

namespace baton::knowledge {

namespace {

constexpr double unknownPenalty = 10; // below the rarest piece, as sentencepiece has it

int unitAt(const QString &text, qsizetype depth)
{
    return depth < text.size() ? text[depth].unicode() : -1;
}

qsizetype characters(QStringView text)
{
    return std::count_if(text.begin(), text.end(),
                         [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace

void PieceTable::sort()
{
    std::stable_sort(m_pieces.begin(), m_pieces.end(),
                     [](const Piece &a, const Piece &b) { return a.text < b.text; });
}

void PieceTable::narrow(size_t &from, size_t &to, qsizetype depth, QChar unit) const
{
    const auto begin = m_pieces.begin() + std::ptrdiff_t(from);
    const auto end = m_pieces.begin() + std::ptrdiff_t(to);
    const auto first = std::lower_bound(
        begin, end, int(unit.unicode()),
        [depth](const Piece &piece, int wanted) { return unitAt(piece.text, depth) < wanted; });
    const auto last = std::upper_bound(
        first, end, int(unit.unicode()),
        [depth](int wanted, const Piece &piece) { return wanted < unitAt(piece.text, depth); });
    from = size_t(first - m_pieces.begin());
    to = size_t(last - m_pieces.begin());
}

PieceCutter wordPieces(PieceTable beginning, PieceTable continuing, int longest)
{
    return [beginning = std::move(beginning), continuing = std::move(continuing),
            longest](QStringView word, std::vector<int> &ids) {
        const size_t before = ids.size();
        if (characters(word) > longest)
            return;
        for (qsizetype at = 0; at < word.size();) {
            const PieceTable::Piece *best = nullptr;
            (at == 0 ? beginning : continuing)
                .each(word.sliced(at), [&best](const PieceTable::Piece &one) { best = &one; });
            if (!best) {
                ids.resize(before);
                return;
            }
            ids.push_back(best->id);
            at += best->text.size();
        }
    };
}

PieceCutter unigramPieces(PieceTable pieces, double rarest)
{
    struct Best
    {
        double score = -std::numeric_limits<double>::infinity();
        qsizetype from = 0;
        int id = -1; ///< negative: unknown
    };
    return [pieces = std::move(pieces), unknown = rarest - unknownPenalty](QStringView word,
                                                                           std::vector<int> &ids) {
        std::vector<Best> best(size_t(word.size()) + 1);
        best[0].score = 0;
        for (qsizetype at = 0; at < word.size();) {
            const double before = best[size_t(at)].score;
            const qsizetype character = word[at].isHighSurrogate() && at + 1 < word.size() ? 2 : 1;
            bool whole = false;
            const auto take = [&](qsizetype length, double score, int id) {
                Best &end = best[size_t(at + length)];
                if (before + score > end.score)
                    end = {before + score, at, id};
            };
            pieces.each(word.sliced(at), [&](const PieceTable::Piece &one) {
                whole = whole || one.text.size() == character;
                take(one.text.size(), one.score, one.id);
            });
            if (!whole)
                take(character, unknown, -1);
            at += character;
        }
        const size_t before = ids.size();
        for (qsizetype at = word.size(); at > 0; at = best[size_t(at)].from)
            if (best[size_t(at)].id >= 0)
                ids.push_back(best[size_t(at)].id);
        std::reverse(ids.begin() + std::ptrdiff_t(before), ids.end());
    };
}

} // namespace baton::knowledge
