#include "ui/panels/ReviewListView.h"

#include "ui/delegates/ReviewDelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace baton::ui {

ReviewListView::ReviewListView(const Look &look, QWidget *parent)
    : QListView(parent)
    , m_look(look)
    , m_model(new ReviewModel(this))
{
    setModel(m_model);
    setItemDelegate(new ReviewDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Conversations to review"));
    connect(&look, &Look::changed, this, &ReviewListView::relook);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_waiting)
            openCurrent();
    });
    relook();
}

void ReviewListView::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().pane);
    setPalette(colours);
    scheduleDelayedItemsLayout(); // rows grow with the text
}

void ReviewListView::setList(const ReviewList &list)
{
    const QScopedValueRollback<bool> silent(m_silent, true);
    const qint64 before = m_current;
    const int scrolled = verticalScrollBar()->value();
    m_model->setList(list);
    const int at = before > 0 ? m_model->indexOfNumber(before) : -1;
    setCurrentIndex(at < 0 ? QModelIndex() : m_model->index(at));
    m_current = at < 0 ? 0 : before;
    // What was reviewed goes down to the others; the eye stays with what is still to do.
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(scrolled);
}

void ReviewListView::move(int rows)
{
    const int from = currentIndex().isValid() ? currentIndex().row() : rows > 0 ? -1 : 0;
    const int to = m_model->step(from, rows);
    if (to >= 0 && to != from)
        setCurrentIndex(m_model->index(to));
}

void ReviewListView::moveToNextTodo()
{
    const int todo = m_model->rowCount() > 0 ? m_model->headingCount(0) : 0;
    if (todo == 0)
        return;
    // What was reviewed has gone down to the others: its place is the next one's.
    const int place = std::clamp(m_place, 1, todo);
    setCurrentIndex(m_model->index(place));
}

void ReviewListView::openCurrent()
{
    m_waiting = false;
    if (!currentIndex().isValid())
        return;
    if (const ReviewRow *row = m_model->row(currentIndex().row()))
        Q_EMIT picked(row->conversation);
    else
        m_waiting = true;
}

/// Letters, digits and Enter are keys of the screen; its base would search by them, or take it.
void ReviewListView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || (!event->text().isEmpty() && event->text().front().isPrint()))
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

/// Its base would pick the first row then.
void ReviewListView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ReviewListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || m_model->heading(current.row()) != ReviewModel::Heading::None)
        return;
    if (m_silent)
        return;
    m_current = m_model->number(current.row());
    m_place = current.row();
    openCurrent();
}

} // namespace baton::ui
