#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/panels/Sheet.h"

class QScrollArea;
class QStackedWidget;

namespace baton::ui {

class CalendarEdit;
class Segmented;
class TargetRow;

/// Deadlines and the open hours that they count in. What is changed here goes into the draft at
/// once, when it is put there; who is no lead reads.
class HoursSheet : public Sheet
{
    Q_OBJECT

public:
    HoursSheet(const Look &look, const PolicyState &state, QWidget *parent);

    Segmented &pages() const { return *m_pages; }
    const QList<TargetRow *> &targets() const { return m_targets; }
    const QList<CalendarEdit *> &calendars() const { return m_calendars; }
    Button &addTarget() const { return *m_add; }
    QString problem() const; ///< what keeps it out of the draft

    void accept() override;

Q_SIGNALS:
    void chosen(const QList<baton::policy::Target> &targets,
                const QList<baton::policy::Calendar> &calendars);

private:
    QWidget *buildTargets(const PolicyState &state);
    TargetRow *addRow(const policy::Target &target);
    void remove(TargetRow *row);
    void orderTabs();
    void tellDoubles();
    void say(const QString &problem);

    const Look &m_look;
    QList<policy::Queue> m_queues;
    bool m_readOnly;
    Segmented *m_pages = nullptr;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<TargetRow *> m_targets;
    QList<CalendarEdit *> m_calendars;
    Button *m_add;
    Label *m_problem;
};

} // namespace baton::ui
