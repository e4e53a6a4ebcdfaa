#pragma once

#include "core/desk/ReviewTypes.h"
#include "ui/models/SourceLines.h"

namespace baton::ui {

/// How a stretch of a cell is shown.
enum class CellMark { Plain, Removed, Added, Masked, Planted };

struct CellSpan
{
    int begin = 0; ///< UTF-16 units of the cell's text
    int length = 0;
    CellMark mark = CellMark::Plain;
    bool operator==(const CellSpan &) const = default;
};

/// One side of a row: a sentence, or what stands in its place.
struct DiffCell
{
    QString text;
    QList<CellSpan> spans; ///< in order, not overlapping; the rest is plain
    bool quiet = false;    ///< says why there is no sentence
    QList<int> sources;    ///< numbers of those that it rests on, from 1
    bool operator==(const DiffCell &) const = default;
};

struct DiffCells
{
    DiffCell draft;
    DiffCell sent;
    DiffCell inlined; ///< both in one
    int change = 0;
    int sentence = -1; ///< of the reply, from 0; −1: none, so nothing to mark
    bool operator==(const DiffCells &) const = default;
};

/// The rows of a review as they are shown, with the sources numbered as in lines.
QList<DiffCells> diffCells(const ReviewSnapshot &snapshot, const QList<SourceLine> &lines);

/// Texts of the transcript, with a word in place of a masked name.
Conversation readableCopy(Conversation conversation);

} // namespace baton::ui
