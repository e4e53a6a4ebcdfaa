#include "ui/panels/TranscriptView.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

// What the pointer and the keys do in the transcript: selection, links, unfolding.
namespace baton::ui {

namespace {

bool hasText(const Turn &turn)
{
    return turn.kind == TurnKind::Message || turn.kind == TurnKind::Note;
}

} // namespace

qsizetype TranscriptView::blockAt(QPoint point) const
{
    return m_heights.at(point.y() - viewTop());
}

QPointF TranscriptView::inBlock(qsizetype block, QPoint point) const
{
    return QPointF(point) - QPointF(0, viewTop() + m_heights.top(block));
}

TranscriptView::Place TranscriptView::placeAt(QPoint point)
{
    const qsizetype block = blockAt(point);
    if (block < 0)
        return {};
    const qsizetype turn = m_blocks[block].turn;
    const QPointF local = inBlock(block, point);
    if (hasText(m_turns[turn]))
        return {turn, item(block).layout->offsetAt(local)};
    return {turn, local.y() > m_heights.height(block) / 2.0 ? 1 : 0};
}

TranscriptView::SpotAt TranscriptView::spotAt(QPoint point)
{
    const qsizetype block = blockAt(point);
    if (block < 0)
        return {};
    const QPointF local = inBlock(block, point);
    const QList<Spot> &spots = item(block).layout->spots();
    for (int i = 0; i < spots.size(); ++i) {
        const auto &rects = spots[i].rects;
        if (std::any_of(rects.begin(), rects.end(),
                        [&](const QRectF &rect) { return rect.contains(local); }))
            return {block, i};
    }
    return {};
}

/// Global, of its first line.
QRect TranscriptView::placeOf(SpotAt at)
{
    const QRectF rect = item(at.block).layout->spots().at(at.spot).rects.first();
    const QPoint top(0, viewTop() + m_heights.top(at.block));
    const QRect seen = rect.toAlignedRect().translated(top);
    return {viewport()->mapToGlobal(seen.topLeft()), seen.size()};
}

void TranscriptView::activate(SpotAt at)
{
    if (at.block < 0)
        return;
    const Spot spot = item(at.block).layout->spots().at(at.spot);
    if (spot.kind == Spot::Kind::Unfold)
        unfold(m_blocks[at.block].turn);
    else if (spot.kind == Spot::Kind::File)
        Q_EMIT attachmentActivated(
            m_turns[m_blocks[at.block].turn].message.attachments.at(spot.begin), placeOf(at));
    else
        Q_EMIT linkActivated(QUrl(spot.url, QUrl::StrictMode));
}

void TranscriptView::unfold(qsizetype turn)
{
    m_unfolded.insert(m_turns[turn].key);
    m_following = false;
    m_spot = {};
    rebuild(m_turns, m_turns);
    viewport()->update();
}

/// To the next link or fold that is on screen, in reading order.
void TranscriptView::walkSpots(int step)
{
    QList<SpotAt> all;
    const qsizetype last = blockAt({0, viewport()->height() - 1});
    for (qsizetype block = blockAt({0, 0}); block >= 0 && block <= last; ++block)
        for (int i = 0; i < item(block).layout->spots().size(); ++i)
            all += SpotAt{block, i};
    if (all.isEmpty())
        return;
    const qsizetype at = all.indexOf(m_spot);
    m_spot = at < 0 ? (step > 0 ? all.first() : all.last())
                    : all[(at + step + all.size()) % all.size()];
    viewport()->update();
}

std::pair<TranscriptView::Place, TranscriptView::Place> TranscriptView::selection() const
{
    return std::minmax(m_anchor, m_cursor);
}

TurnMarks TranscriptView::marksOf(qsizetype index) const
{
    TurnMarks marks;
    if (m_spot.block == index)
        marks.spot = m_spot.spot;
    const auto [from, to] = selection();
    const TextBlock &block = m_blocks[index];
    if (from.turn < 0 || from == to || block.turn < from.turn || block.turn > to.turn)
        return marks;
    const qsizetype begin = block.turn == from.turn ? from.offset : 0;
    if (!hasText(m_turns[block.turn])) {
        marks.selectedWhole = begin == 0 && (block.turn < to.turn || to.offset > 0);
        return marks;
    }
    const qsizetype end
        = block.turn == to.turn ? to.offset : m_turns[block.turn].message.text.size();
    marks.selectedFrom = int(std::clamp<qsizetype>(begin - block.begin, 0, block.length));
    marks.selectedTo = int(std::clamp<qsizetype>(end - block.begin, 0, block.length));
    return marks;
}

QString TranscriptView::selectableText(qsizetype turn) const
{
    if (hasText(m_turns[turn]))
        return m_turns[turn].message.text;
    const TurnWords words = turnWords(m_turns[turn], {turn}, m_words);
    return words.right.isEmpty() || m_turns[turn].kind == TurnKind::Step
        ? words.label
        : tr("%1: %2", "tool call: result").arg(words.label, words.right);
}

QString TranscriptView::selectedText() const
{
    const auto [from, to] = selection();
    if (from.turn < 0 || from == to)
        return {};
    if (from.turn == to.turn && hasText(m_turns[from.turn]))
        return m_turns[from.turn].message.text.mid(from.offset, to.offset - from.offset);
    QStringList parts;
    for (qsizetype i = from.turn; i <= to.turn; ++i) {
        const QString all = selectableText(i);
        if (!hasText(m_turns[i])) {
            if ((i > from.turn || from.offset == 0) && (i < to.turn || to.offset > 0))
                parts += all;
            continue;
        }
        const qsizetype begin = i == from.turn ? from.offset : 0;
        const QString text = all.mid(begin, (i == to.turn ? to.offset : all.size()) - begin);
        if (text.isEmpty())
            continue;
        const TurnWords words = turnWords(m_turns[i], {i, 0, 0}, m_words);
        parts += begin > 0 ? text
                           : tr("%1, %2:\n%3", "who, when, what").arg(words.who, words.time, text);
    }
    return parts.join(u"\n\n"_s);
}

void TranscriptView::copy()
{
    const QString text = selectedText();
    if (m_copyable && !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TranscriptView::selectAll()
{
    if (m_turns.isEmpty())
        return;
    m_anchor = {0, 0};
    const Turn &last = m_turns.last();
    m_cursor = {m_turns.size() - 1, hasText(last) ? last.message.text.size() : 1};
    viewport()->update();
}

void TranscriptView::selectWordAt(QPoint point)
{
    const Place place = placeAt(point);
    if (place.turn < 0 || !hasText(m_turns[place.turn]))
        return;
    // The word cannot be longer than what stands around it: no need to look through a megabyte.
    const QString &text = m_turns[place.turn].message.text;
    const qsizetype from = qMax<qsizetype>(0, place.offset - 500);
    const QString around = text.mid(from, 1000);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, around);
    finder.setPosition(qMin(place.offset - from + 1, around.size()));
    const qsizetype begin = qMax<qsizetype>(0, finder.toPreviousBoundary());
    const qsizetype end = finder.toNextBoundary();
    m_anchor = {place.turn, from + begin};
    m_cursor = {place.turn, from + (end < 0 ? around.size() : end)};
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_keyFocus = false;
    m_pressed = true;
    m_moved = false;
    m_spot = {};
    m_cursor = placeAt(event->position().toPoint());
    if (!event->modifiers().testFlag(Qt::ShiftModifier) || m_anchor.turn < 0)
        m_anchor = m_cursor;
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_pressed) {
        const bool spot = spotAt(point).block >= 0;
        viewport()->setCursor(spot ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const Place place = placeAt(point);
    if (place == m_cursor)
        return;
    m_moved = true;
    m_cursor = place;
    viewport()->update();
    if (viewport()->rect().contains(point))
        m_dragScroll.stop();
    else if (!m_dragScroll.isActive())
        m_dragScroll.start(40, this);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
    m_cursor = placeAt(point);
    viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    m_dragScroll.stop();
    if (!m_moved)
        activate(spotAt(event->position().toPoint()));
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectWordAt(event->position().toPoint());
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_copyable)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const SpotAt at = spotAt(viewport()->mapFromGlobal(event->globalPos()));
    if (at.block >= 0) {
        const Spot spot = item(at.block).layout->spots().at(at.spot);
        if (spot.kind == Spot::Kind::File) {
            delete menu;
            activate(at);
            return;
        }
        if (spot.kind == Spot::Kind::Link)
            menu->addAction(tr("Copy link"), this,
                            [spot] { QGuiApplication::clipboard()->setText(spot.url); });
    }
    menu->addAction(tr("Copy"), this, &TranscriptView::copy)->setEnabled(!selectedText().isEmpty());
    menu->addAction(tr("Select all"), this, &TranscriptView::selectAll);
    menu->popup(event->globalPos());
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else if (event->key() == Qt::Key_Space)
        bar->triggerAction(event->modifiers().testFlag(Qt::ShiftModifier)
                               ? QAbstractSlider::SliderPageStepSub
                               : QAbstractSlider::SliderPageStepAdd);
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)
        walkSpots(event->key() == Qt::Key_Right ? 1 : -1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_spot.block >= 0)
        activate(m_spot);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    m_keyFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *)
{
    m_spot = {};
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const SpotAt at = spotAt(help->pos());
        const QString url
            = at.block < 0 ? QString() : item(at.block).layout->spots().at(at.spot).url;
        if (url.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), url, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace baton::ui
