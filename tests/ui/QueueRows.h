#pragma once

#include "core/desk/DeskTypes.h"

#include <memory>
#include <numeric>

/// Invented rows and snapshots for the tests of the queue.
namespace baton::test {

inline constexpr qint64 queueMinute = 60'000;
inline const Instant queueNow{1763474760000}; // 2025-11-18T14:06:00Z

inline ConversationId queueId(qint64 number)
{
    return ConversationId(QStringLiteral("c-%1").arg(number));
}

inline QueueRow queueRow(qint64 number)
{
    QueueRow row;
    row.row = number;
    row.id = queueId(number);
    row.name = QStringLiteral("Customer %1").arg(number);
    row.need = QStringLiteral("Wants order %1 changed").arg(number);
    row.sla = {SlaState::Running, SlaSource::Unanswered, queueNow + -10 * queueMinute,
               queueNow + (10 + number % 90) * queueMinute};
    row.place.waitingSince = queueNow.ms - 20 * queueMinute;
    return row;
}

inline QList<QueueRow> queueRows(const std::vector<qint64> &numbers, qsizetype first = 0,
                                 qsizetype count = 200)
{
    QList<QueueRow> rows;
    for (qsizetype i = first; i < std::min(first + count, qsizetype(numbers.size())); ++i)
        rows.append(queueRow(numbers[size_t(i)]));
    return rows;
}

enum class ListSubject { Same, Changed };
inline QueueSnapshot queueSnapshot(std::vector<qint64> numbers,
                                   ListSubject subject = ListSubject::Same,
                                   QList<QueueRow> ready = {})
{
    static quint64 generation = 0;
    QueueSnapshot snapshot;
    snapshot.generation = ++generation;
    snapshot.rows = std::make_shared<const std::vector<qint64>>(std::move(numbers));
    snapshot.complete = true;
    snapshot.subjectChanged = subject == ListSubject::Changed;
    snapshot.ready = std::move(ready);
    return snapshot;
}

inline std::vector<qint64> queueNumbers(int count, qint64 from = 1)
{
    std::vector<qint64> numbers(static_cast<size_t>(count));
    std::iota(numbers.begin(), numbers.end(), from);
    return numbers;
}

} // namespace baton::test
