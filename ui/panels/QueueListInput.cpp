#include "ui/panels/QueueAccess.h"
#include "ui/panels/QueueListView.h"
#include "ui/theme/KeyFocus.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

namespace baton::ui {

void QueueListView::paintEvent(QPaintEvent *event)
{
    QPainter p(viewport());
    p.fillRect(event->rect(), m_look.theme().pane);
    if (isHidingRows()) {
        paintLoading(p);
        return;
    }
    if (count() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State base = option.state & ~(QStyle::State_HasFocus | QStyle::State_Active);
    const bool keyFocus = hasKeyFocus(this);
    const int current = currentIndex().row();
    const int selected = selectedRow();
    const int last
        = std::min(count() - 1, (event->rect().bottom() + verticalOffset()) / rowHeight());
    bool missing = false;
    for (int row = rowAt(event->rect().top()); row >= 0 && row <= last; ++row) {
        option.rect = rowRect(row);
        option.state = base;
        option.state.setFlag(QStyle::State_Selected, row == selected);
        option.state.setFlag(QStyle::State_Active, hasFocus());
        option.state.setFlag(QStyle::State_On, m_marks.contains(m_model.number(row)));
        option.state.setFlag(QStyle::State_MouseOver, row == m_hover);
        option.state.setFlag(QStyle::State_HasFocus, keyFocus && row == current);
        m_delegate->paint(&p, option, m_model.index(row));
        missing = missing || !m_model.row(row);
    }
    watchLoading(missing || m_loading);
}

void QueueListView::paintLoading(QPainter &p) const
{
    for (int top = 0; top < viewport()->height(); top += rowHeight())
        m_delegate->paintSkeleton(p, {0, top, viewport()->width(), rowHeight()}, layoutDirection());
}

void QueueListView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void QueueListView::scrollContentsBy(int, int)
{
    hoverAtCursor();
    viewport()->update();
    if (!m_returning)
        Q_EMIT scrolled();
}

void QueueListView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const auto go = [this](CursorAction action) { pick(moveCursor(action, {}).row()); };
    switch (plain ? event->key() : 0) {
    case Qt::Key_Up:
        move(-1);
        break;
    case Qt::Key_Down:
        move(1);
        break;
    case Qt::Key_PageUp:
        go(MovePageUp);
        break;
    case Qt::Key_PageDown:
        go(MovePageDown);
        break;
    case Qt::Key_Home:
        go(MoveHome);
        break;
    case Qt::Key_End:
        go(MoveEnd);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openCurrent();
        break;
    case Qt::Key_Escape:
        if (m_marks.isEmpty()) {
            event->ignore();
            return;
        }
        clearMarks();
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

void QueueListView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const int row = rowAt(event->position().toPoint().y());
        pick(row);
        if (row >= 0 && event->modifiers() & Qt::ControlModifier)
            toggleMark();
    }
    event->accept();
}

void QueueListView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(rowAt(event->position().toPoint().y()));
}

void QueueListView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void QueueListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rowAt(event->position().toPoint().y()) >= 0)
        openCurrent();
}

bool QueueListView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        setHover(-1);
        Q_EMIT pointerLeft();
        break;
    case QEvent::LayoutDirectionChange:
        placeBar();
        break;
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

void QueueListView::setHover(int row)
{
    if (row == m_hover)
        return;
    for (const int changed : {std::exchange(m_hover, row), row})
        if (changed >= 0)
            viewport()->update(rowRect(changed));
}

void QueueListView::hoverAtCursor()
{
    if (m_hover >= 0)
        setHover(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void QueueListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid() && hasFocus())
        announceRow(this, QAccessible::Focus, current.row());
}

void QueueListView::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    viewport()->update();
    if (!selected.isEmpty())
        announceRow(this, QAccessible::Selection, selected.first().top());
}

} // namespace baton::ui
