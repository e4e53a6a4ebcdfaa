#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QPlainTextEdit;

namespace baton::ui {

class Label;
class SearchField;

/// Open hours: their time zone, a line a weekday, and the days that are closed; of new ones their
/// name too. What does not read is said where it stands, and the calendar stays as it was there.
class CalendarEdit : public QWidget
{
    Q_OBJECT

public:
    CalendarEdit(const Look &look, const policy::Calendar &calendar, bool isNew);

    const policy::Calendar &calendar() const { return m_calendar; }
    void setQueues(const QStringList &queues);    ///< that have these hours
    void setTakenNames(const QStringList &names); ///< of the others
    SearchField *name() const { return m_name; }  ///< null where they are not new
    QComboBox &zone() const { return *m_zone; }
    void setReadOnly(bool readOnly);
    SearchField &day(int day) const { return *m_days[std::size_t(day)]; } ///< from 0, Monday
    QPlainTextEdit &holidays() const { return *m_holidays; }
    QString problem() const; ///< the first, with its place; empty: none
    QWidget *wrong() const;  ///< where it stands
    void alert();            ///< says it to who does not see it

Q_SIGNALS:
    void edited();

private:
    void takeName();
    void takeDay(int day);
    void takeHolidays();
    void nameParts();
    void say();

    policy::Calendar m_calendar;
    QStringList m_taken;
    Label *m_who;
    SearchField *m_name = nullptr;
    QComboBox *m_zone;
    std::array<SearchField *, 7> m_days{};
    std::array<QString, 9> m_problems; ///< by day; then of the holidays, of the name
    QPlainTextEdit *m_holidays;
    Label *m_problem;
};

} // namespace baton::ui
