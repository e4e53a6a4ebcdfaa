#pragma once

#include "core/desk/PolicyTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace baton::ui {

class Label;
class SearchField;

/// Open hours, a line a weekday, and the days that are closed. What does not read is said where it
/// stands, and the calendar stays as it was there.
class CalendarEdit : public QWidget
{
    Q_OBJECT

public:
    CalendarEdit(const Look &look, const policy::Calendar &calendar, const QStringList &queues);

    const policy::Calendar &calendar() const { return m_calendar; }
    void setReadOnly(bool readOnly);
    SearchField &day(int day) const { return *m_days[std::size_t(day)]; } ///< from 0, Monday
    QPlainTextEdit &holidays() const { return *m_holidays; }
    QString problem() const; ///< the first, with its place; empty: none
    QWidget *wrong() const;  ///< where it stands

Q_SIGNALS:
    void edited();

private:
    void takeDay(int day);
    void takeHolidays();
    void say();

    policy::Calendar m_calendar;
    std::array<SearchField *, 7> m_days{};
    std::array<QString, 8> m_problems; ///< by day; the last: of the holidays
    QPlainTextEdit *m_holidays;
    Label *m_problem;
};

} // namespace baton::ui
