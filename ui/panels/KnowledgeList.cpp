#include "ui/panels/KnowledgeList.h"

#include "ui/delegates/KnowledgeDelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>

#include <algorithm>

namespace baton::ui {

KnowledgeList::KnowledgeList(const Look &look, QWidget *parent)
    : QListView(parent)
    , m_look(look)
    , m_model(new KnowledgeModel(this))
{
    setModel(m_model);
    setItemDelegate(new KnowledgeDelegate(look, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    connect(&look, &Look::changed, this, &KnowledgeList::relook);
    relook();
}

void KnowledgeList::relook()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_look.theme().pane);
    setPalette(colours);
    scheduleDelayedItemsLayout(); // rows grow with the text
}

void KnowledgeList::setRows(const QList<KnowledgeRow> &rows)
{
    const std::optional<QString> before = selected();
    const QScopedValueRollback<bool> silent(m_silent, true);
    m_model->setRows(rows);
    if (before)
        select(*before);
}

void KnowledgeList::select(const QString &key)
{
    const QScopedValueRollback<bool> silent(m_silent, true);
    const int row = m_model->indexOf(key);
    setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row < 0)
        clearSelection();
}

std::optional<QString> KnowledgeList::selected() const
{
    if (!currentIndex().isValid())
        return {};
    return m_model->row(currentIndex().row()).key;
}

void KnowledgeList::move(int rows)
{
    if (count() == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    setCurrentIndex(m_model->index(std::clamp(from + rows, 0, count() - 1)));
}

void KnowledgeList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && selected())
        Q_EMIT entered(*selected());
    else
        QListView::keyPressEvent(event);
}

/// Its base would pick the first row then.
void KnowledgeList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void KnowledgeList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.isValid())
        Q_EMIT picked(m_model->row(current.row()).key);
}

} // namespace baton::ui
