#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/panels/Sheet.h"

class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace baton::ui {

class CalendarEdit;
class Segmented;
class TargetRow;

/// Deadlines, the open hours that they count in, and whose hours a queue has. What is changed here
/// goes into the draft at once, when it is put there; who is no lead reads.
class HoursSheet : public Sheet
{
    Q_OBJECT

public:
    HoursSheet(const Look &look, const PolicyState &state, QWidget *parent);

    Segmented &pages() const { return *m_pages; }
    const QList<TargetRow *> &targets() const { return m_targets; }
    const QList<CalendarEdit *> &calendars() const { return m_calendars; }
    Button &addTarget() const { return *m_add; }
    QComboBox &hours() const { return *m_hours; } ///< those that are shown
    Button &addHours() const { return *m_addHours; }
    Button &removeHours() const { return *m_removeHours; }
    QComboBox &hoursOf(qsizetype queue) const { return *m_ofQueues[queue]; }
    QString problem() const; ///< what keeps it out of the draft

    void accept() override;

Q_SIGNALS:
    void chosen(const QList<baton::policy::Target> &targets,
                const QList<baton::policy::Calendar> &calendars,
                const QList<baton::policy::Queue> &queues);

private:
    QWidget *buildTargets(const PolicyState &state);
    QWidget *buildHours(const PolicyState &state);
    QWidget *buildQueues();
    CalendarEdit *addCalendar(const policy::Calendar &calendar, bool isNew);
    void newHours();
    void dropHours();
    void takeCalendars();
    QStringList names() const; ///< of the hours
    void showHours(qsizetype at);
    TargetRow *addRow(const policy::Target &target);
    void remove(TargetRow *row);
    void orderTabs();
    void tellDoubles();

    const Look &m_look;
    QList<policy::Queue> m_queues;
    bool m_readOnly;
    Segmented *m_pages = nullptr;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QList<TargetRow *> m_targets;
    QComboBox *m_hours;
    QStackedWidget *m_hoursStack;
    QList<CalendarEdit *> m_calendars;
    QList<QComboBox *> m_ofQueues; ///< as m_queues
    Button *m_add;
    Button *m_addHours;
    Button *m_removeHours;
};

} // namespace baton::ui
