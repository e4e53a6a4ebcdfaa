#pragma once

#include "core/knowledge/Outline.h"

namespace baton::knowledge {

/// Puts an outline together from above to below.
class OutlineBuilder
{
public:
    /// What follows stands under it; an empty one is passed over. The first is the title.
    void heading(QStringView text);
    /// Folded; what holds no letter, digit or symbol is passed over.
    void line(QStringView text);
    /// Cells that are empty stand empty, between " | ".
    void row(const QStringList &cells) { line(cells.join(QStringLiteral(" | "))); }

    bool isTooLong() const { return m_outline.sections.size() > mostPassages; }
    bool isEmpty() const { return m_outline.sections.isEmpty(); }
    Outline take() { return std::move(m_outline); }

private:
    Outline m_outline;
    QString m_heading;
    bool m_sectionIsOpen = false;
};

/// Of an outline that isTooLong(): TooLarge, the place as subject.
Error tooLong(qsizetype place);

} // namespace baton::knowledge
