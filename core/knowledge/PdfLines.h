#pragma once

#include "core/knowledge/PdfPages.h"

#include <QtCore/QStringList>

namespace baton::knowledge {

/// A line of a page, or a row of a table.
struct PdfLine
{
    QString text;
    QRectF box;
    double size = 0;
    bool bold = false; ///< all of it
    bool isRow = false;
};

/// The lines of a page in the order in which they are read. Words that stand in columns with short
/// cells, two rows of them at least, are rows, whatever the order of their words.
QList<PdfLine> linesOf(const QList<PdfWord> &page);

} // namespace baton::knowledge
