#include "ui/panels/DraftMarks.h"

#include "ui/theme/Paintkit.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>

#include <algorithm>
#include <cmath>

namespace baton::ui {

namespace {

constexpr int beforeMark = 3;
constexpr int betweenMarks = 2;
constexpr int afterMark = 1;
constexpr int markHeight = 15;
constexpr qreal underline = 2;

/// Moves a place with the text around it; what was inside the removed part goes to its begin.
int moved(int place, int position, int removed, int added)
{
    if (place <= position)
        return place;
    return place >= position + removed ? place + added - removed : position;
}

} // namespace

DraftMarks::DraftMarks(const Look &look, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_look(look)
{
    connect(document, &QTextDocument::contentsChange, this, &DraftMarks::follow);
    connect(&look, &Look::changed, this, &QSyntaxHighlighter::rehighlight);
}

void DraftMarks::setMarks(const QList<SourceMark> &sources, const QList<Doubt> &doubts)
{
    m_length = document()->characterCount();
    if (sources == m_sources && doubts == m_doubts)
        return;
    m_sources = sources;
    m_doubts = doubts;
    rehighlight();
}

void DraftMarks::setMisspelt(const QList<Misspelling> &wrong)
{
    m_length = document()->characterCount();
    if (wrong == m_wrong)
        return;
    m_wrong = wrong;
    rehighlight();
}

const Misspelling *DraftMarks::misspeltAt(int position) const
{
    const auto found = std::find_if(m_wrong.begin(), m_wrong.end(), [position](const auto &each) {
        return each.begin <= position && position <= each.end;
    });
    return found == m_wrong.end() ? nullptr : &*found;
}

void DraftMarks::follow(int position, int removed, int added)
{
    const int length = document()->characterCount();
    // A change of formats tells of as much added as removed.
    if (length == m_length || (m_sources.isEmpty() && m_doubts.isEmpty() && m_wrong.isEmpty()))
        return;
    m_length = length;
    const auto gone = [&](int place) { return place > position && place < position + removed; };
    m_sources.removeIf([&](const SourceMark &mark) { return gone(mark.at); });
    for (SourceMark &mark : m_sources)
        mark.at = moved(mark.at, position, removed, added);
    for (Doubt &doubt : m_doubts) {
        doubt.begin = moved(doubt.begin, position, removed, added);
        doubt.end = moved(doubt.end, position, removed, added);
    }
    m_doubts.removeIf([](const Doubt &doubt) { return doubt.begin >= doubt.end; });
    // A word that is written on is another word.
    const qsizetype writtenOn = m_wrong.removeIf([&](const Misspelling &each) {
        return position <= each.end && position + removed >= each.begin;
    });
    for (Misspelling &each : m_wrong) {
        each.begin = moved(each.begin, position, removed, added);
        each.end = moved(each.end, position, removed, added);
    }
    if (writtenOn > 0)
        rehighlightBlock(
            document()->findBlock(position)); // it was highlighted before this was told
}

int DraftMarks::widthOf(const SourceMark &mark) const
{
    int width = beforeMark + afterMark - betweenMarks;
    for (const SourceMark::Number &number : mark.numbers)
        width += paint::markerWidth(number.number, m_look) + betweenMarks;
    return width;
}

void DraftMarks::highlightBlock(const QString &text)
{
    const int begin = currentBlock().position();
    const int end = begin + int(text.size());
    QTextCharFormat tint;
    tint.setBackground(m_look.theme().warnTint);
    for (const Doubt &doubt : m_doubts) {
        const int from = std::max(doubt.begin, begin);
        const int to = std::min(doubt.end, end);
        if (from < to)
            setFormat(from - begin, to - from, tint);
    }
    for (const Misspelling &each : m_wrong) {
        for (int at = std::max(each.begin, begin); at < std::min(each.end, end); ++at) {
            QTextCharFormat wave = format(at - begin); // over the tint of a doubt
            wave.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
            wave.setUnderlineColor(m_look.theme().danger);
            setFormat(at - begin, 1, wave);
        }
    }
    for (const SourceMark &mark : m_sources) {
        if (mark.at <= begin || mark.at > end)
            continue;
        QTextCharFormat room = format(mark.at - 1 - begin);
        room.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        room.setFontLetterSpacing(widthOf(mark));
        setFormat(mark.at - 1 - begin, 1, room);
    }
}

QList<DraftMarks::Placed> DraftMarks::placed() const
{
    QList<Placed> all;
    for (const SourceMark &mark : m_sources) {
        const QTextBlock block = document()->findBlock(mark.at - 1);
        if (!block.isValid() || !block.layout())
            continue;
        const int last = mark.at - 1 - block.position();
        const QTextLine line = block.layout()->lineForTextPosition(last);
        if (!line.isValid())
            continue;
        const QPointF corner
            = document()->documentLayout()->blockBoundingRect(block).topLeft() + line.position();
        const int height = m_look.px(markHeight);
        qreal x = corner.x() - line.x() + line.cursorToX(last + 1) - widthOf(mark) + beforeMark;
        const qreal y = corner.y() + (line.height() - height) / 2;
        for (const SourceMark::Number &number : mark.numbers) {
            const int width = paint::markerWidth(number.number, m_look);
            all.append({QRectF(x, y, width, height), number});
            x += width + betweenMarks;
        }
    }
    return all;
}

int DraftMarks::numberAt(const QPointF &point) const
{
    const QList<Placed> all = placed();
    const auto hit = std::find_if(all.begin(), all.end(),
                                  [&](const Placed &p) { return p.rect.contains(point); });
    return hit == all.end() ? 0 : hit->number.number;
}

void DraftMarks::paint(QPainter &p, const QPointF &origin) const
{
    p.save();
    p.translate(origin);
    p.setRenderHint(QPainter::Antialiasing);
    for (const Doubt &doubt : m_doubts) {
        for (QTextBlock block = document()->findBlock(doubt.begin);
             block.isValid() && block.position() < doubt.end; block = block.next()) {
            const QPointF corner = document()->documentLayout()->blockBoundingRect(block).topLeft();
            for (int i = 0; i < block.layout()->lineCount(); ++i) {
                const QTextLine line = block.layout()->lineAt(i);
                const int begin = block.position() + line.textStart();
                const int from = std::max(doubt.begin, begin);
                const int to = std::min(doubt.end, begin + line.textLength());
                if (from >= to)
                    continue;
                const qreal left = line.cursorToX(from - block.position());
                const qreal right = line.cursorToX(to - block.position());
                // On whole pixels, below what hangs from the line.
                const qreal y = std::round(corner.y() + line.y() + line.height()) - underline + 1;
                p.fillRect(QRectF(corner.x() + left, y, right - left, underline),
                           m_look.theme().warn);
            }
        }
    }
    for (const Placed &mark : placed())
        paint::marker(p, mark.rect, mark.number.kind, mark.number.number, m_look, mark.number.old);
    p.restore();
}

} // namespace baton::ui
