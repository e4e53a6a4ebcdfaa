#pragma once

#include "core/domain/Passage.h"

#include <QtCore/QStringList>

namespace baton::knowledge {

/// What stands under one heading. A line is a paragraph, a list item or a table's row: folded, not
/// empty.
struct Section
{
    QString heading; ///< empty before the first one
    QStringList lines;
    bool operator==(const Section &) const = default;
};

/// UTF-16 units. Long enough to answer a question whole, short enough to be read at a glance.
constexpr qsizetype longestPassage = 1200;

/// Passages with heading, place and text, in the sections' order. A section that is longer than a
/// passage may be is cut between lines; a line that is longer, at the ends of its sentences; a
/// longer sentence, at a space where one is near. A section without lines gives none.
QList<Passage> chunk(const QList<Section> &sections);

} // namespace baton::knowledge
