#pragma once

#include "core/desk/PolicyTypes.h"

/// Deadlines and open hours in words, and what is typed of them. Pure.
namespace baton::ui::words {

/// "Payments, tier C, chat"; "Everything else" where a deadline is for all.
QString targetName(const policy::Target &target, const QHash<QString, QString> &queues);
QHash<QString, QString> queueNames(const QList<policy::Queue> &queues); ///< by id
QString valueName(ValueTier value); ///< "VIP"; empty where absent
QString minutesText(int minutes);   ///< "45 min", "1 h 30 min", "2 h"

QString weekdayName(int day);                        ///< from 0, Monday
QString spansText(const QList<policy::Span> &spans); ///< "08:30–12:30, 13:15–18:30"; empty: closed
QString datesText(const QList<QDate> &dates);        ///< "2025-12-25, 2025-12-26"

/// What was typed; problem says what does not read, and how it would.
struct SpansRead
{
    QList<policy::Span> spans;
    QString problem;
};
SpansRead readSpans(const QString &text);
struct DatesRead
{
    QList<QDate> dates; ///< sorted, each once
    QString problem;
};
DatesRead readDates(const QString &text);

/// Of a change below /targets or /calendars, or of whose hours a queue has; empty of any other.
QString hoursChange(const PolicyChange &change);

} // namespace baton::ui::words
