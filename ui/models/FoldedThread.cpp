#include "ui/models/FoldedThread.h"

#include <algorithm>

namespace baton::ui {

namespace {

bool isAnswered(const Turn &turn, Instant writtenFrom)
{
    return turn.kind == TurnKind::Message && turn.at && turn.at->ms <= writtenFrom.ms;
}

bool isCounted(const Turn &turn)
{
    return turn.kind == TurnKind::Message || turn.kind == TurnKind::Note
        || turn.kind == TurnKind::Tool || turn.kind == TurnKind::Step;
}

} // namespace

FoldedThread foldedThread(const QList<Turn> &turns, Instant writtenFrom)
{
    const auto last = std::find_if(turns.rbegin(), turns.rend(),
                                   [&](const Turn &turn) { return isAnswered(turn, writtenFrom); });
    const auto begin = last == turns.rend() ? turns.begin() : std::prev(last.base());
    FoldedThread folded;
    folded.earlier = int(std::count_if(turns.begin(), begin, isCounted));
    std::copy_if(begin, turns.end(), std::back_inserter(folded.turns), [&](const Turn &turn) {
        return turn.kind != TurnKind::NewMark
            && (turn.kind != TurnKind::Message || isAnswered(turn, writtenFrom));
    });
    if (!folded.turns.isEmpty())
        folded.turns.last().joined = false;
    return folded;
}

} // namespace baton::ui
