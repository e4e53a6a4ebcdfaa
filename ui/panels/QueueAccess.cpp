#include "ui/panels/QueueAccess.h"

#include "ui/panels/QueueListView.h"

#include <QtCore/QPointer>
#include <QtWidgets/QAccessibleWidget>

namespace baton::ui {

namespace {

constexpr int rowsKept = 200;

/// A position of the list; what it reads is whatever stands there.
class RowAccess : public QAccessibleInterface
{
public:
    RowAccess(QueueListView *view, int row)
        : m_view(view)
        , m_row(row)
    { }

    int row() const { return m_row; }
    bool isValid() const override { return m_view && index().isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid()
            ? index().data(Qt::AccessibleTextRole).toString()
            : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->rowRect(m_row);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = true;
        state.readOnly = true;
        state.checkable = true;
        state.checked = m_view->marks().contains(m_view->numberAt(m_row));
        state.selected = m_view->selectedRow() == m_row;
        state.focused = m_view->hasFocus() && m_view->currentIndex().row() == m_row;
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->rowRect(m_row));
        return state;
    }

private:
    QModelIndex index() const { return m_view->model()->index(m_row, 0); }

    QPointer<QueueListView> m_view;
    int m_row;
};

class QueueAccess : public QAccessibleWidget
{
public:
    explicit QueueAccess(QueueListView *view)
        : QAccessibleWidget(view, QAccessible::List)
    { }
    ~QueueAccess() override { forget(); }

    int childCount() const override { return view() ? view()->model()->rowCount() : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto known = m_rows.find(index);
        if (known == m_rows.end()) {
            if (m_rows.size() >= rowsKept)
                forget();
            known = m_rows.insert(
                index, QAccessible::registerAccessibleInterface(new RowAccess(view(), index)));
        }
        return QAccessible::accessibleInterface(*known);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowAccess *>(child);
        return row ? row->row() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
        return view()->viewport()->rect().contains(point) ? child(view()->rowAt(point.y()))
                                                          : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentIndex().row()) : nullptr;
    }

private:
    QueueListView *view() const { return qobject_cast<QueueListView *>(object()); }
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
        m_rows.clear();
    }
    mutable QHash<int, QAccessible::Id> m_rows;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<QueueListView *>(object);
    return view ? new QueueAccess(view) : nullptr;
}

} // namespace

void installQueueAccess()
{
    QAccessible::installFactory(makeAccess);
}

void announceRow(QueueListView *view, QAccessible::Event event, int row)
{
    QAccessibleEvent what(view, event);
    what.setChild(row);
    QAccessible::updateAccessibility(&what);
}

} // namespace baton::ui
