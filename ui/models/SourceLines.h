#pragma once

#include "core/domain/Conversation.h"
#include "core/domain/Draft.h"
#include "core/domain/Passage.h"

#include <optional>

namespace baton::ui {

/// One thing that a draft rests on, as the evidence list shows it.
struct SourceLine
{
    SupportKind kind = SupportKind::Field;
    QString title;                       ///< the heading of a passage, the tool, who said it
    QString aside;                       ///< "KB-112 v3"
    QString quote;                       ///< its words; empty where the title says it all
    QString whole;                       ///< as long as they were used
    std::optional<PassagePlace> passage; ///< where more stands around them
    QString source = {};                 ///< as the support names it
    bool operator==(const SourceLine &) const = default;
};

/// A passage as people read it: the cells of a table's row apart by a dot.
QString shownPassage(const QString &text);
/// A passage that a search found.
SourceLine lineOf(const Passage &passage);

/// What the claims of a draft rest on: in the order in which they need it, each once. The facts on
/// file (a name, a field) are left out: they stand in the pane already.
QList<SourceLine> sourceLines(const Draft &draft, const Conversation &conversation);
/// Which of the lines a support is, counted from 1; 0 where it is none.
int sourceNumber(const QList<SourceLine> &lines, const Support &support,
                 const Conversation &conversation);

} // namespace baton::ui
