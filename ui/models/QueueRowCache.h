#pragma once

#include "core/domain/Queue.h"

#include <QtCore/QHash>

namespace baton::ui {

/// The rows that were read lately, by the store's row number; those not looked at for longest go
/// first.
class QueueRowCache
{
public:
    explicit QueueRowCache(int capacity = 2000);

    enum class Age { Missing, Old, Fresh };
    /// Old: read before the last age(); still worth showing while it is read again.
    Age look(qint64 row);
    const QueueRow *find(qint64 row) const; ///< until the next put(); null where missing
    const QueueRow *find(const ConversationId &id) const;
    /// Whether what is shown of the row changes by it.
    bool put(const QueueRow &row);
    void age(); ///< all that is here may have changed meanwhile
    int size() const { return int(m_rows.size()); }

private:
    struct Entry
    {
        QueueRow row;
        quint64 looked = 0;
        quint64 read = 0;
    };
    void shrink();

    int m_capacity;
    quint64 m_tick = 0;
    quint64 m_age = 1;
    QHash<qint64, Entry> m_rows;
    QHash<ConversationId, qint64> m_numbers;
};

} // namespace baton::ui
