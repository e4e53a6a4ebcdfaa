#include "ui/panels/QueueListView.h"

#include "ui/panels/QueueAccess.h"
#include "ui/theme/Metrics.h"

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace baton::ui {

QueueListView::QueueListView(const Look &look, QueueModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_look(look)
    , m_model(model)
    , m_delegate(new QueueDelegate(look, this))
    , m_bar(new QScrollBar(Qt::Vertical, this))
{
    installQueueAccess();
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAutoScroll(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversations"));
    viewport()->setMouseTracking(true);
    setModel(&model);

    QScrollBar *own = verticalScrollBar();
    m_bar->setFocusPolicy(Qt::NoFocus);
    connect(own, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::valueChanged, own, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::sliderMoved, this, &QueueListView::scrolled);

    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &QueueListView::keepPlace);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &QueueListView::keepPlace);
    connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, this, &QueueListView::keepPlace);
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &QueueListView::keepPlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueListView::returnToPlace);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QueueListView::returnToPlace);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &QueueListView::returnToPlace);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &QueueListView::returnToPlace);

    m_blocksSoon.setSingleShot(true);
    m_blocksSoon.setInterval(metrics::skeletonAfter);
    connect(&m_blocksSoon, &QTimer::timeout, this, [this] {
        m_blocks = true;
        m_delegate->setSkeletons(true);
        viewport()->update();
    });
    connect(&look, &Look::changed, this, &QueueListView::relook);
    relook();
}

void QueueListView::relook()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, m_look.theme().pane);
    setPalette(palette);
    updateGeometries();
    viewport()->update();
}

void QueueListView::setDensity(RowDensity density)
{
    if (m_delegate->density() == density)
        return;
    keepPlace();
    m_delegate->setDensity(density);
    returnToPlace();
}

void QueueListView::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    watchLoading(loading);
    viewport()->update();
}

void QueueListView::watchLoading(bool missing)
{
    if (missing) {
        if (!m_blocks && !m_blocksSoon.isActive())
            m_blocksSoon.start();
        return;
    }
    m_blocksSoon.stop();
    m_blocks = false;
    m_delegate->setSkeletons(false);
}

void QueueListView::setNow(Instant now)
{
    const QueueContext before = m_model.context();
    QueueContext context = before;
    context.now = now;
    m_model.setContext(context);
    if (!isVisible())
        return;
    for (int row = firstVisible(); row >= 0 && row <= lastVisible(); ++row) {
        const QueueRow *shown = m_model.row(row);
        if (shown && queueRowTime(*shown, before) != queueRowTime(*shown, context))
            viewport()->update(m_delegate->deadlineRect(rowRect(row), layoutDirection()));
    }
}

int QueueListView::rowAt(int y) const
{
    const int row = (y + verticalOffset()) / rowHeight();
    return y + verticalOffset() >= 0 && row < count() ? row : -1;
}

QRect QueueListView::rowRect(int row) const
{
    return {0, row * rowHeight() - verticalOffset(), viewport()->width(), rowHeight()};
}

int QueueListView::firstVisible() const
{
    return rowAt(0);
}

int QueueListView::lastVisible() const
{
    const int row = rowAt(viewport()->height() - 1);
    return row < 0 ? count() - 1 : row;
}

int QueueListView::selectedRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isSelected(current) ? current.row() : -1;
}

void QueueListView::select(int row)
{
    if (row < 0) {
        selectionModel()->clearSelection();
        return;
    }
    selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
}

void QueueListView::pick(int row)
{
    if (row < 0 || row >= count() || isHidingRows())
        return;
    select(row);
    scrollTo(m_model.index(row));
    Q_EMIT picked(row);
}

void QueueListView::move(int rows)
{
    if (count() == 0)
        return;
    const int current = currentIndex().row();
    const bool selected = selectedRow() >= 0;
    // What is current but not selected stood next to a row that has gone: it comes first.
    const int to = current < 0 ? 0 : selected ? current + rows : current;
    pick(std::clamp(to, 0, count() - 1));
}

void QueueListView::openCurrent()
{
    const int row = currentIndex().row();
    if (row < 0)
        return;
    if (selectedRow() != row)
        pick(row);
    Q_EMIT opened(row);
}

QRect QueueListView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rowRect(index.row()) : QRect();
}

QModelIndex QueueListView::indexAt(const QPoint &point) const
{
    return m_model.index(rowAt(point.y()));
}

void QueueListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int top = index.row() * rowHeight();
    const int room = viewport()->height();
    int value = verticalOffset();
    switch (hint) {
    case EnsureVisible:
        value = std::min(top, std::max(value, top + rowHeight() - room));
        break;
    case PositionAtTop:
        value = top;
        break;
    case PositionAtBottom:
        value = top + rowHeight() - room;
        break;
    case PositionAtCenter:
        value = top + (rowHeight() - room) / 2;
        break;
    }
    verticalScrollBar()->setValue(value);
}

int QueueListView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QModelIndex QueueListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = count() - 1;
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    const int current = currentIndex().row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return m_model.index(std::max(0, current - 1));
    case MoveDown:
    case MoveNext:
        return m_model.index(std::min(last, current + 1));
    case MovePageUp:
        return m_model.index(std::max(0, current - page));
    case MovePageDown:
        return m_model.index(std::min(last, current + page));
    case MoveHome:
        return m_model.index(0);
    case MoveEnd:
        return m_model.index(last);
    case MoveLeft:
    case MoveRight:
        break;
    }
    return currentIndex();
}

void QueueListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex at = indexAt(rect.topLeft());
    selectionModel()->select(at, flags);
}

QRegion QueueListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += rowRect(range.top()) | rowRect(range.bottom());
    return region & viewport()->rect();
}

} // namespace baton::ui
