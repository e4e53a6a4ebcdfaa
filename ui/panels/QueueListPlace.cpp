#include "ui/panels/QueueAccess.h"
#include "ui/panels/QueueListView.h"

#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int wheelStep = 24;

} // namespace

void QueueListView::updateGeometries()
{
    const int room = viewport()->height();
    QScrollBar *own = verticalScrollBar();
    own->setRange(0, std::max(0, count() * rowHeight() - room));
    own->setPageStep(room);
    own->setSingleStep(m_look.px(wheelStep));
    m_bar->setRange(own->minimum(), own->maximum());
    m_bar->setPageStep(room);
    m_bar->setVisible(own->maximum() > 0);
    placeBar();
    QAbstractItemView::updateGeometries();
}

void QueueListView::placeBar()
{
    const QRect room = viewport()->geometry();
    const QRect bar(room.right() + 1 - m_bar->sizeHint().width(), room.top(),
                    m_bar->sizeHint().width(), room.height());
    m_bar->setGeometry(QStyle::visualRect(layoutDirection(), room, bar));
    m_bar->raise();
}

/// The selected row where it is seen, else the one at the top.
void QueueListView::keepPlace()
{
    if (m_place.isValid() || count() == 0 || verticalOffset() == 0)
        return;
    const int selected = selectedRow();
    const bool seen = selected >= firstVisible() && selected <= lastVisible();
    const int row = seen ? selected : firstVisible();
    m_place = m_model.index(row);
    m_placeY = rowRect(row).top();
}

void QueueListView::returnToPlace()
{
    m_returning = true;
    updateGeometries();
    if (m_place.isValid())
        verticalScrollBar()->setValue(m_place.row() * rowHeight() - m_placeY);
    m_returning = false;
    m_place = QPersistentModelIndex();
    hoverAtCursor();
    viewport()->update();
}

void QueueListView::reset()
{
    m_place = QPersistentModelIndex();
    m_hover = -1;
    QAbstractItemView::reset();
    verticalScrollBar()->setValue(0);
    updateGeometries();
    hoverAtCursor();
    viewport()->update();
}

void QueueListView::rowsAboutToBeRemoved(const QModelIndex &, int start, int end)
{
    const int current = currentIndex().row();
    if (current < start || current > end)
        return;
    // The keyboard goes on beside the gap; nothing else is opened.
    const int next = end + 1 < count() ? end + 1 : start - 1;
    selectionModel()->setCurrentIndex(m_model.index(next), QItemSelectionModel::Clear);
}

void QueueListView::toggleMark()
{
    const int row = selectedRow() >= 0 ? selectedRow() : currentIndex().row();
    if (row < 0)
        return;
    if (!m_marks.remove(m_model.number(row)))
        mark(row);
    viewport()->update(rowRect(row));
    announceRow(this, QAccessible::StateChanged, row);
    Q_EMIT marksChanged();
}

void QueueListView::mark(int row)
{
    if (const QueueRow *shown = m_model.row(row))
        m_marks.insert(shown->row, shown->id);
}

void QueueListView::markOn(int rows)
{
    const int before = selectedRow();
    move(rows);
    const int to = selectedRow();
    if (to < 0)
        return;
    // Where nothing was selected, moving only selects what stands beside the gap.
    const int from = before < 0 ? to : before;
    for (int row = std::min(from, to); row <= std::max(from, to) && row < count(); ++row)
        mark(row);
    viewport()->update();
    Q_EMIT marksChanged();
}

void QueueListView::clearMarks()
{
    if (m_marks.isEmpty())
        return;
    m_marks.clear();
    viewport()->update();
    Q_EMIT marksChanged();
}

} // namespace baton::ui
