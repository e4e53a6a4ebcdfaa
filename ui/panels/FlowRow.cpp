#include "ui/panels/FlowRow.h"

#include "ui/panels/ClearLayout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace baton::ui {

FlowRow::FlowRow(int gap, QWidget *parent)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins({});
}

FlowRow::~FlowRow()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowRow::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo({0, item->sizeHint().height()});
    return size.grownBy({0, contentsMargins().top(), 0, contentsMargins().bottom()});
}

void FlowRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, Place::Move);
}

void FlowRow::clear()
{
    clearLayout(this);
    invalidate();
}

int FlowRow::place(const QRect &all, Place what) const
{
    const QRect rect = all.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.left();
    int y = rect.top();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        size.setWidth(qMin(size.width(), rect.width()));
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            x = rect.left();
            y += line + m_gap;
            line = 0;
        }
        if (what == Place::Move)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect(QPoint(x, y), size)));
        x += size.width() + m_gap;
        line = qMax(line, size.height());
    }
    return y + line - all.top() + contentsMargins().bottom();
}

} // namespace baton::ui
