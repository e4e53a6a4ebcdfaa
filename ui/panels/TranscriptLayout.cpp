#include "ui/panels/TranscriptLayout.h"

#include "ui/theme/Type.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui {

using namespace transcript;

namespace {

/// Half of Inter's em on the average of prose; only estimates rest on it.
constexpr qreal averageAdvance = 6.3;

bool isRow(TurnKind kind)
{
    return kind == TurnKind::Day || kind == TurnKind::Pass || kind == TurnKind::NewMark;
}

int rowHeight(TurnKind kind)
{
    return kind == TurnKind::Day ? dayRow : passRow + passGap;
}

} // namespace

TurnLayout::TurnLayout(const Turn &turn, const TextBlock &block, const TurnWords &words,
                       const TranscriptStyle &style, int width)
    : m_style(style)
    , m_width(width)
    , m_begin(block.begin)
{
    switch (turn.kind) {
    case TurnKind::Day:
    case TurnKind::Pass:
    case TurnKind::NewMark:
        layOutRow(turn.kind, words);
        return;
    case TurnKind::Tool:
        m_mark = QRectF(side, 0, m_style.px(gutter), m_style.px(toolRow));
        m_panel = QRectF(textLeft(m_style), 0, m_width - (textLeft(m_style) + side),
                         m_style.px(toolRow));
        m_height = m_style.px(toolRow + toolGap);
        return;
    case TurnKind::Step:
        layOutStep(words);
        return;
    case TurnKind::Note:
        layOutNote(turn, block, words);
        return;
    case TurnKind::Message:
        layOutMessage(turn, block, words);
        return;
    }
}

/// A line across the thread. Where its words do not fit it takes a second line, and is cut beyond
/// that.
void TurnLayout::layOutRow(TurnKind kind, const TurnWords &words)
{
    const int row = m_style.px(kind == TurnKind::Day ? dayRow : passRow);
    const qreal room = m_width - 2 * (side + m_style.px(passMargin));
    const bool fits = QFontMetricsF(m_style.small).horizontalAdvance(words.label) <= room;
    m_panel = QRectF(side, 0, m_width - 2 * side, fits ? row : row + m_style.smallLine);
    m_height = m_style.px(rowHeight(kind)) + (fits ? 0 : m_style.smallLine);
}

void TurnLayout::setText(const QString &text, const QFont &font)
{
    m_text = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    m_text->setTextOption(option);
    m_text->setCacheEnabled(true);
}

/// Breaks the text into lines of m_textArea's width and gives the height used. The first line
/// leaves room at its left and right for what stands beside it.
qreal TurnLayout::breakLines(const QFont &font, int line, qreal firstIndent, qreal firstOutdent)
{
    const qreal baseline = baselineIn(font, line);
    qreal y = 0;
    m_text->beginLayout();
    for (bool first = true;; first = false) {
        QTextLine textLine = m_text->createLine();
        if (!textLine.isValid())
            break;
        const qreal indent = first ? firstIndent : 0;
        textLine.setLineWidth(qMax(40.0, m_textArea.width() - indent - (first ? firstOutdent : 0)));
        // Fonts that fill in for missing letters may be taller: baselines stay in step, and such a
        // line grows.
        textLine.setPosition(QPointF(indent, y + qMax(0.0, baseline - textLine.ascent())));
        y += qMax(qreal(line), std::ceil(textLine.height()));
    }
    m_text->endLayout();
    return y;
}

void TurnLayout::layOutMessage(const Turn &turn, const TextBlock &block, const TurnWords &words)
{
    const int left = textLeft(m_style);
    qreal top = 0;
    if (block.first) {
        m_mark = QRectF(side, 0, m_style.px(gutter), m_style.px(gutter));
        m_head = QRectF(left, 0, m_width - left - side, m_style.px(headHeight));
        top = m_head.height();
    }
    m_textArea = QRectF(left, top, m_width - left - side, 0);
    QStringView text = QStringView(turn.message.text).sliced(block.begin, block.length);
    // The line end that closes a part is the break between two blocks already.
    if (!block.last && text.endsWith(u'\n'))
        text.chop(1);
    if (!text.isEmpty()) {
        setText(displayText(text), m_style.read);
        addLinks(text.toString());
        m_textArea.setHeight(breakLines(m_style.read, m_style.readLine, 0, 0));
        placeLinks();
        placeEvidence(turn.marks);
    }
    addFoot(block, words, m_textArea.bottom());
    if (block.last)
        m_height += m_style.px(turnGap);
}

void TurnLayout::layOutNote(const Turn &turn, const TextBlock &block, const TurnWords &words)
{
    const int inset = m_style.px(9);
    const int padding = m_style.px(noteRow - 18) / 2;
    const qreal left = side;
    const qreal width = m_width - 2 * left;
    m_textArea = QRectF(left + inset + m_style.px(14 + 8), padding,
                        width - 2 * inset - m_style.px(14 + 8), 0);
    qreal indent = 0;
    qreal outdent = 0;
    if (block.first) {
        m_mark = QRectF(left + inset, padding + m_style.px(2), m_style.px(14), m_style.px(14));
        const QFontMetricsF name(m_style.smallStrong);
        const QFontMetricsF small(m_style.small);
        const qreal gap = m_style.px(8);
        const qreal beside = qMin(m_textArea.width() / 2, name.horizontalAdvance(words.who)) + gap
            + small.horizontalAdvance(words.time)
            + (words.tail.isEmpty() ? 0 : gap + small.horizontalAdvance(words.tail));
        m_head = QRectF(m_textArea.left(), padding, beside, m_style.px(18));
        indent = beside + gap;
        outdent = small.horizontalAdvance(words.right) + gap;
    }
    const QStringView text = QStringView(turn.message.text).sliced(block.begin, block.length);
    setText(displayText(text), m_style.read);
    addLinks(text.toString());
    m_textArea.setHeight(
        qMax(qreal(m_style.px(18)), breakLines(m_style.read, m_style.px(18), indent, outdent)));
    placeLinks();
    addFoot(block, words, m_textArea.bottom());
    m_height += padding;
    m_panel = QRectF(left, 0, width, m_height);
    if (block.last)
        m_height += m_style.px(noteGap);
}

void TurnLayout::layOutStep(const TurnWords &words)
{
    const int left = textLeft(m_style);
    const int top = m_style.px(4);
    m_mark = QRectF(side, 0, m_style.px(gutter), m_style.px(24));
    m_textArea = QRectF(left, top, m_width - left - side, 0);
    setText(displayText(words.label), m_style.small);
    m_textArea.setHeight(breakLines(m_style.small, m_style.smallLine, 0, 0));
    m_height = int(std::ceil(m_textArea.bottom())) + m_style.px(turnGap - 2);
}

void TurnLayout::addLinks(const QString &original)
{
    QList<QTextLayout::FormatRange> formats;
    for (const Link &link : linksIn(original)) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        format.setForeground(m_style.link);
        formats += {int(link.begin), int(link.length), format};
        m_spots
            += Spot{Spot::Kind::Link, {}, link.url, link.host, int(link.begin), int(link.length)};
    }
    m_text->setFormats(formats);
}

void TurnLayout::placeLinks()
{
    for (Spot &spot : m_spots)
        spot.rects = rectsOf(spot.begin, spot.length);
}

void TurnLayout::placeEvidence(const QList<TextMark> &marks)
{
    for (const TextMark &mark : marks)
        m_evidence += rectsOf(mark.begin - int(m_begin), mark.end - mark.begin);
}

/// Where a stretch of the text stands, one rectangle a line.
QList<QRectF> TurnLayout::rectsOf(int from, int length) const
{
    QList<QRectF> rects;
    for (int i = 0; i < m_text->lineCount(); ++i) {
        const QTextLine line = m_text->lineAt(i);
        const int begin = qMax(from, line.textStart());
        const int end = qMin(from + length, line.textStart() + line.textLength());
        if (begin >= end)
            continue;
        const qreal a = line.cursorToX(begin);
        const qreal b = line.cursorToX(end);
        rects += QRectF(qMin(a, b), line.y(), std::abs(b - a), line.height())
                     .translated(m_textArea.topLeft());
    }
    return rects;
}

/// Attachments by name, the hosts that links lead to, and the way to the rest of a folded message.
void TurnLayout::addFoot(const TextBlock &block, const TurnWords &words, qreal top)
{
    const int row = m_style.px(footRow);
    const qreal left = m_textArea.left();
    const qreal width = m_textArea.width();
    QStringList hosts;
    for (const Spot &spot : std::as_const(m_spots))
        if (!hosts.contains(spot.label))
            hosts += spot.label;
    if (!hosts.isEmpty()) {
        m_hosts = QRectF(left, top, width, row);
        m_hostWords = hosts.join(u" · "_s);
        top += row;
    }
    if (block.folded && !words.unfold.isEmpty()) {
        const qreal advance = QFontMetricsF(m_style.smallStrong).horizontalAdvance(words.unfold);
        m_spots += Spot{Spot::Kind::Unfold,
                        {QRectF(left, top, qMin(width, advance), m_style.px(24))},
                        {},
                        words.unfold,
                        0,
                        0};
        top += m_style.px(24);
    }
    if (block.last) {
        for (qsizetype i = 0; i < words.attachments.size(); ++i, top += row) {
            m_attachments += QRectF(left, top, width, row);
            if (!words.filesOpen)
                continue;
            const qreal advance = m_style.px(22)
                + QFontMetricsF(m_style.small).horizontalAdvance(words.attachments[i]);
            m_spots += Spot{Spot::Kind::File,
                            {QRectF(left, top, qMin(width, advance), row)},
                            {},
                            words.attachments[i],
                            int(i),
                            0};
        }
    }
    m_height = int(std::ceil(top));
}

qsizetype TurnLayout::offsetAt(QPointF point) const
{
    if (!m_text || m_text->lineCount() == 0)
        return m_begin;
    const QPointF local = point - m_textArea.topLeft();
    if (local.y() < 0)
        return m_begin;
    for (int i = 0; i < m_text->lineCount(); ++i) {
        const QTextLine line = m_text->lineAt(i);
        const bool last = i + 1 == m_text->lineCount();
        if (last && local.y() > m_textArea.height())
            return m_begin + m_text->text().size();
        if (last || local.y() < m_text->lineAt(i + 1).y())
            return m_begin + line.xToCursor(local.x());
    }
    return m_begin;
}

int TurnLayout::estimate(const Turn &turn, const TextBlock &block, const TranscriptStyle &style,
                         int width)
{
    if (isRow(turn.kind))
        return style.px(rowHeight(turn.kind));
    if (turn.kind == TurnKind::Tool)
        return style.px(toolRow + toolGap);
    if (turn.kind == TurnKind::Step)
        return style.px(4 + turnGap - 2) + style.smallLine;
    const QStringView text = QStringView(turn.message.text).sliced(block.begin, block.length);
    const qreal room = qMax(40, width - (textLeft(style) + side));
    const qsizetype perLine = qMax<qsizetype>(1, qsizetype(room / (averageAdvance * style.scale)));
    const qsizetype lines
        = qMax<qsizetype>(1, text.count(u'\n') + (text.size() + perLine - 1) / perLine);
    int height = int(lines) * style.readLine;
    if (turn.kind == TurnKind::Note)
        return height + style.px(noteRow - 18 + noteGap);
    if (block.first)
        height += style.px(headHeight);
    if (block.last)
        height += style.px(turnGap + int(turn.message.attachments.size()) * footRow);
    return height;
}

} // namespace baton::ui
