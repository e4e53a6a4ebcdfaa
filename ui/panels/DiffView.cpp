#include "ui/panels/DiffView.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int diffHead = 38;
constexpr int gutterWidth = 28;
constexpr int cellLeft = 20;
constexpr int cellRight = 22; // room for the mark
constexpr int cellTop = 10;
constexpr int headIcon = 15;
constexpr int markerGap = 3;
constexpr int markSide = 14;
constexpr qreal spanRadius = 3;

QColor groundOf(CellMark mark, const Theme &theme)
{
    switch (mark) {
    case CellMark::Removed:
        return theme.dangerTint;
    case CellMark::Added:
        return theme.okTint;
    case CellMark::Masked:
        return theme.press;
    case CellMark::Planted:
        return theme.aiTint;
    case CellMark::Plain:
        break;
    }
    return {};
}

QTextCharFormat formatOf(CellMark mark, const Theme &theme)
{
    QTextCharFormat format;
    switch (mark) {
    case CellMark::Removed:
        format.setForeground(theme.dangerText);
        break;
    case CellMark::Added:
        format.setForeground(theme.okText);
        break;
    case CellMark::Masked:
        format.setForeground(theme.ink2);
        break;
    case CellMark::Planted:
    case CellMark::Plain:
        format.setForeground(theme.ink);
        break;
    }
    return format;
}

} // namespace

struct DiffView::Laid
{
    QTextLayout text;
    QPointF sources; ///< where the first number stands
    qreal height = 0;
};

struct DiffView::LaidRow
{
    std::unique_ptr<Laid> left; ///< inline: the only one
    std::unique_ptr<Laid> right;
    int top = 0;
    int height = 0;
};

DiffView::DiffView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Draft and reply, sentence by sentence"));
    connect(&look, &Look::changed, this, &DiffView::relook);
}

DiffView::~DiffView() = default;

void DiffView::relook()
{
    m_rows = layOut(width());
    updateGeometry();
    update();
}

void DiffView::setHeads(const Head &draft, const Head &sent)
{
    m_draftHead = draft;
    m_sentHead = sent;
    update();
}

void DiffView::setCells(const QList<DiffCells> &cells, const QList<SourceLine> &lines)
{
    m_cells = cells;
    m_kinds.clear();
    for (const SourceLine &line : lines)
        m_kinds.append(line.kind);
    m_current = std::clamp(m_current, 0, std::max(0, int(cells.size()) - 1));
    relook();
    tellCurrent();
}

void DiffView::setMode(Mode mode)
{
    m_mode = mode;
    relook();
}

void DiffView::setMarked(const QList<int> &marked)
{
    m_marked = marked;
    update();
}

void DiffView::setMarkable(bool markable)
{
    m_markable = markable;
}

void DiffView::toggleMark()
{
    const int sentence = m_cells.value(m_current).sentence;
    if (!m_markable || sentence < 0)
        return;
    if (m_marked.removeAll(sentence) == 0)
        m_marked.append(sentence);
    update();
    tellCurrent();
    Q_EMIT markedChanged();
}

void DiffView::walk(int rows)
{
    setCurrent(m_current + rows);
}

void DiffView::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, int(m_cells.size()) - 1));
    update();
    tellCurrent();
    if (size_t(m_current) < m_rows.size())
        Q_EMIT currentMoved(
            {0, m_rows[size_t(m_current)].top, width(), m_rows[size_t(m_current)].height});
}

/// What assistive tools say of the sentence.
void DiffView::tellCurrent()
{
    const DiffCells cells = m_cells.value(m_current);
    const bool wrong = m_marked.contains(cells.sentence);
    const QString said = tr("Sentence %1 of %2. Draft: %3. Sent: %4.")
                             .arg(m_current + 1)
                             .arg(m_cells.size())
                             .arg(cells.draft.text, cells.sent.text);
    setAccessibleDescription(wrong ? tr("%1 Marked wrong.").arg(said) : said);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

int DiffView::headHeight() const
{
    return m_look.px(diffHead);
}

std::unique_ptr<DiffView::Laid> DiffView::layOutCell(const DiffCell &cell, int width) const
{
    const Theme &theme = m_look.theme();
    auto laid = std::make_unique<Laid>();
    laid->text.setFont(m_look.font(Role::Read));
    laid->text.setText(cell.text);
    QList<QTextLayout::FormatRange> formats;
    for (const CellSpan &span : cell.spans)
        formats.append({span.begin, span.length, formatOf(span.mark, theme)});
    if (cell.quiet) {
        QTextCharFormat quiet;
        quiet.setForeground(theme.ink3);
        formats.append({0, int(cell.text.size()), quiet});
    }
    laid->text.setFormats(formats);
    const qreal line = m_look.lineHeight(Role::Read);
    qreal y = 0;
    qreal end = 0;
    laid->text.beginLayout();
    for (QTextLine one = laid->text.createLine(); one.isValid(); one = laid->text.createLine()) {
        one.setLineWidth(width);
        one.setPosition({0, y + (line - one.height()) / 2});
        end = one.naturalTextWidth();
        y += line;
    }
    laid->text.endLayout();
    qreal markers = 0;
    for (const int number : cell.sources)
        markers += paint::markerWidth(number, m_look) + markerGap;
    if (end + markers > width && markers > 0) {
        end = -markerGap;
        y += line;
    }
    laid->sources = {end + markerGap, y - line};
    laid->height = y;
    return laid;
}

std::vector<DiffView::LaidRow> DiffView::layOut(int width) const
{
    std::vector<LaidRow> rows;
    const int gutter = m_look.px(gutterWidth);
    const bool both = m_mode == Mode::SideBySide;
    const int column = both ? (width - gutter) / 2 : width - gutter;
    const int words = std::max(40, column - cellLeft - cellRight);
    int y = headHeight() + 1;
    for (const DiffCells &cells : m_cells) {
        LaidRow row;
        row.left = layOutCell(both ? cells.draft : cells.inlined, words);
        if (both)
            row.right = layOutCell(cells.sent, words);
        const qreal tall = std::max(row.left->height, row.right ? row.right->height : 0);
        row.top = y;
        row.height = int(std::ceil(tall)) + 2 * m_look.px(cellTop) + 1;
        y += row.height;
        rows.push_back(std::move(row));
    }
    return rows;
}

int DiffView::heightForWidth(int width) const
{
    const std::vector<LaidRow> rows = layOut(width);
    return rows.empty() ? headHeight() + 1 : rows.back().top + rows.back().height;
}

QSize DiffView::sizeHint() const
{
    return {640, heightForWidth(width() > 0 ? width() : 640)};
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rows = layOut(width());
}

void DiffView::paintHead(QPainter &p, const QRect &rect, const Head &head, bool machine) const
{
    const Theme &theme = m_look.theme();
    const QColor ink = machine ? theme.aiText : theme.accentText;
    const QRect inside = rect.adjusted(cellLeft, 0, -cellRight, 0);
    const auto place
        = [&](const QRect &one) { return QStyle::visualRect(layoutDirection(), inside, one); };
    p.drawPixmap(
        place({inside.left(), inside.center().y() - headIcon / 2, headIcon, headIcon}).topLeft(),
        m_look.icon(head.icon, headIcon, ink, devicePixelRatioF()));
    const auto write = [&](int left, int width, const QFont &font, const QColor &colour,
                           const QString &text, Qt::Alignment side) {
        p.setFont(font);
        p.setPen(colour);
        paint::drawWords(p, place({left, inside.top(), width, inside.height()}),
                         int(Qt::AlignVCenter | side), text);
    };
    const QFont strong = m_look.font(Role::Small, QFont::Medium);
    const QFont small = m_look.font(Role::Small);
    int x = inside.left() + headIcon + 5;
    const int nameWidth = QFontMetrics(strong).horizontalAdvance(head.name) + 1;
    write(x, nameWidth, strong, ink, head.name, Qt::AlignLeading);
    x += nameWidth + 7;
    write(x, std::max(0, inside.right() - x), small, theme.ink3, head.time, Qt::AlignLeading);
    write(inside.left(), inside.width(), small, theme.ink3, head.aside, Qt::AlignTrailing);
}

void DiffView::paintCell(QPainter &p, const DiffCell &cell, const Laid &laid,
                         const QPoint &at) const
{
    const Theme &theme = m_look.theme();
    p.save();
    p.translate(at);
    p.setRenderHint(QPainter::Antialiasing);
    const auto eachRect = [&](const CellSpan &span, auto paintOne) {
        for (int i = 0; i < laid.text.lineCount(); ++i) {
            const QTextLine line = laid.text.lineAt(i);
            const int begin = std::max(span.begin, line.textStart());
            int end = std::min(span.begin + span.length, line.textStart() + line.textLength());
            while (end > begin && cell.text[end - 1].isSpace())
                --end;
            if (begin < end)
                paintOne(QRectF(line.cursorToX(begin) - 2, line.y() + 0.5,
                                line.cursorToX(end) - line.cursorToX(begin) + 4,
                                line.height() - 1));
        }
    };
    for (const CellSpan &span : cell.spans) {
        eachRect(span, [&](const QRectF &rect) {
            p.setPen(Qt::NoPen);
            if (span.mark == CellMark::Planted) {
                QPen dashed(theme.ai, 1.5);
                dashed.setDashPattern({2, 1.5});
                p.setPen(dashed);
            }
            p.setBrush(groundOf(span.mark, theme));
            p.drawRoundedRect(rect, spanRadius, spanRadius);
        });
    }
    p.setPen(theme.ink);
    laid.text.draw(&p, {});
    for (const CellSpan &span : cell.spans) {
        eachRect(span, [&](const QRectF &rect) {
            if (span.mark == CellMark::Removed) {
                p.setPen(QPen(theme.dangerText, 1.5));
                p.drawLine(QPointF(rect.left() + 2, rect.center().y() + 1),
                           QPointF(rect.right() - 2, rect.center().y() + 1));
            } else if (span.mark == CellMark::Added) {
                p.setPen(QPen(theme.okText, 1.5));
                p.drawLine(QPointF(rect.left() + 2, rect.bottom()),
                           QPointF(rect.right() - 2, rect.bottom()));
            }
        });
    }
    QPointF place = laid.sources;
    const qreal line = m_look.lineHeight(Role::Read);
    for (const int number : cell.sources) {
        const qreal width = paint::markerWidth(number, m_look);
        const qreal high = m_look.px(15);
        paint::marker(p, QRectF(place.x(), place.y() + (line - high) / 2, width, high),
                      m_kinds.value(number - 1), number, m_look);
        place.rx() += width + markerGap;
    }
    p.restore();
}

void DiffView::paintEvent(QPaintEvent *event)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const int gutter = m_look.px(gutterWidth);
    const bool both = m_mode == Mode::SideBySide;
    const int column = both ? (width() - gutter) / 2 : width() - gutter;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int second = width() - column;
    const int leftAt = both ? (mirrored ? second : 0) : (mirrored ? 0 : gutter);
    const int rightAt = mirrored ? 0 : second;
    const int gutterAt = both ? column : (mirrored ? column : 0);
    p.fillRect(0, 0, width(), headHeight(), theme.pane);
    paint::hairline(p, QPointF(0, headHeight()), QPointF(width(), headHeight()), theme.line);
    if (both) {
        if (!m_draftHead.name.isEmpty())
            paintHead(p, {leftAt, 0, column, headHeight()}, m_draftHead, true);
        paintHead(p, {rightAt, 0, column, headHeight()}, m_sentHead, false);
    } else {
        paintHead(p, {leftAt, 0, column, headHeight()}, m_sentHead, false);
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const LaidRow &row = m_rows[i];
        const QRect place(0, row.top, width(), row.height);
        if (!place.intersects(event->rect()))
            continue;
        const DiffCells &cells = m_cells[qsizetype(i)];
        const QRect side(gutterAt, row.top, gutter, row.height - 1);
        p.fillRect(side, theme.pane);
        paint::hairline(p, side.topLeft(), side.bottomLeft(), theme.line);
        paint::hairline(p, QPointF(side.right() + 1, side.top()),
                        QPointF(side.right() + 1, side.bottom()), theme.line);
        if (cells.change > 0) {
            p.setFont(m_look.font(Role::Micro, QFont::DemiBold));
            p.setPen(theme.accentText);
            paint::drawWords(p, side, Qt::AlignCenter, QString::number(cells.change));
        }
        const int top = row.top + m_look.px(cellTop);
        const int inset = mirrored ? cellRight : cellLeft;
        paintCell(p, both ? cells.draft : cells.inlined, *row.left, {leftAt + inset, top});
        if (row.right)
            paintCell(p, cells.sent, *row.right, {rightAt + inset, top});
        if (cells.sentence >= 0 && m_marked.contains(cells.sentence)) {
            const int at = mirrored ? 0 : width() - 3;
            p.fillRect(at, row.top, 3, row.height - 1, theme.danger);
            p.drawPixmap(mirrored ? 5 : width() - markSide - 5, top,
                         m_look.icon(QStringLiteral("close"), markSide, theme.dangerText,
                                     devicePixelRatioF()));
        }
        paint::hairline(p, place.bottomLeft(), place.bottomRight(), theme.line);
        if (hasFocus() && int(i) == m_current && m_keyFocus)
            paint::focusRing(p, place.adjusted(0, 0, 0, -1), 0, paint::RingPlace::Inside, theme);
    }
}

void DiffView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        m_keyFocus = true;
        walk(event->key() == Qt::Key_Down ? 1 : -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DiffView::mousePressEvent(QMouseEvent *event)
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (event->pos().y() >= m_rows[i].top
            && event->pos().y() < m_rows[i].top + m_rows[i].height) {
            m_keyFocus = true; // a row that is pressed is to be seen: X marks it
            setCurrent(int(i));
        }
    }
}

void DiffView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_keyFocus = m_keyFocus || hasKeyFocus(this) || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void DiffView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_keyFocus = false;
    update();
}

} // namespace baton::ui
