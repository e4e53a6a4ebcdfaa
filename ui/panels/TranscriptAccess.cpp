#include "ui/panels/TranscriptAccess.h"

#include "ui/panels/TranscriptView.h"

#include <QtCore/QPointer>
#include <QtWidgets/QAccessibleWidget>

namespace baton::ui {

namespace {

class TurnAccess : public QAccessibleInterface
{
public:
    TurnAccess(TranscriptView *view, int index)
        : m_view(view)
        , m_index(index)
    { }

    bool isValid() const override { return m_view && m_index < m_view->turns().size(); }
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
        return kind == QAccessible::Name && isValid() ? m_view->spoken(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect rect = m_view->turnRect(m_index);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        state.offscreen
            = isValid() && !m_view->viewport()->rect().intersects(m_view->turnRect(m_index));
        return state;
    }
    int index() const { return m_index; }

private:
    QPointer<TranscriptView> m_view;
    int m_index;
};

class TranscriptAccess : public QAccessibleWidget
{
public:
    explicit TranscriptAccess(TranscriptView *view)
        : QAccessibleWidget(view, QAccessible::List)
    { }
    ~TranscriptAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_turns))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view() ? int(view()->turns().size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto known = m_turns.find(index);
        if (known == m_turns.end())
            known = m_turns.insert(
                index, QAccessible::registerAccessibleInterface(new TurnAccess(view(), index)));
        return QAccessible::accessibleInterface(*known);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *turn = dynamic_cast<const TurnAccess *>(child);
        return turn ? turn->index() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (child(i)->rect().contains(x, y))
                return child(i);
        return nullptr;
    }

private:
    TranscriptView *view() const { return qobject_cast<TranscriptView *>(object()); }
    mutable QHash<int, QAccessible::Id> m_turns;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccess(view) : nullptr;
}

} // namespace

void installTranscriptAccess()
{
    QAccessible::installFactory(makeAccess);
}

void announceTurns(TranscriptView *view)
{
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace baton::ui
