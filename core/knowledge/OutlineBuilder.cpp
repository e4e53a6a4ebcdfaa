#include "core/knowledge/OutlineBuilder.h"

#include "core/base/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::knowledge {

namespace {

constexpr int longestHeadingLine = 300; // UTF-16 units

} // namespace

void OutlineBuilder::heading(QStringView text)
{
    const QString heading
        = text::firstWords(text.toString().remove(QChar::SoftHyphen), longestHeadingLine);
    if (heading.isEmpty())
        return;
    m_heading = heading;
    m_sectionIsOpen = false;
    if (m_outline.title.isEmpty())
        m_outline.title = heading;
}

void OutlineBuilder::line(QStringView text)
{
    const QString line = text::folded(text.toString().remove(QChar::SoftHyphen));
    if (std::none_of(line.begin(), line.end(), [](QChar c) {
            return c.isLetterOrNumber() || c.isSurrogate() || (c.isSymbol() && c != u'|');
        }))
        return;
    if (!m_sectionIsOpen)
        m_outline.sections.append({m_heading, {}});
    m_sectionIsOpen = true;
    m_outline.sections.last().lines.append(line);
}

Error tooLong(qsizetype place)
{
    return {ErrorCode::TooLarge, QString::number(place),
            u"more than %1 headings with text; split the file"_s.arg(mostPassages)};
}

} // namespace baton::knowledge
