#include "ui/models/QueueRowCache.h"

#include <algorithm>
#include <vector>

namespace baton::ui {

QueueRowCache::QueueRowCache(int capacity)
    : m_capacity(capacity)
{ }

QueueRowCache::Age QueueRowCache::look(qint64 row)
{
    const auto entry = m_rows.find(row);
    if (entry == m_rows.end())
        return Age::Missing;
    entry->looked = ++m_tick;
    return entry->read == m_age ? Age::Fresh : Age::Old;
}

const QueueRow *QueueRowCache::find(qint64 row) const
{
    const auto entry = m_rows.constFind(row);
    return entry == m_rows.cend() ? nullptr : &entry->row;
}

const QueueRow *QueueRowCache::find(const ConversationId &id) const
{
    const auto number = m_numbers.constFind(id);
    return number == m_numbers.cend() ? nullptr : find(*number);
}

bool QueueRowCache::put(const QueueRow &row)
{
    const auto known = m_rows.find(row.row);
    if (known != m_rows.end()) {
        known->read = m_age;
        if (known->row == row)
            return false;
        if (known->row.id != row.id)
            m_numbers.remove(known->row.id);
        known->row = row;
    } else {
        if (size() >= m_capacity)
            shrink();
        m_rows.insert(row.row, {row, ++m_tick, m_age});
    }
    m_numbers.insert(row.id, row.row);
    return true;
}

void QueueRowCache::age()
{
    ++m_age;
}

/// Half goes at once, so that the search for the oldest is paid for rarely.
void QueueRowCache::shrink()
{
    std::vector<quint64> ticks;
    ticks.reserve(size_t(m_rows.size()));
    for (const Entry &entry : std::as_const(m_rows))
        ticks.push_back(entry.looked);
    const auto middle = ticks.begin() + qsizetype(ticks.size() / 2);
    std::nth_element(ticks.begin(), middle, ticks.end());
    const quint64 oldest = *middle;
    m_rows.removeIf([&](const std::pair<const qint64 &, Entry &> &entry) {
        if (entry.second.looked >= oldest)
            return false;
        m_numbers.remove(entry.second.row.id);
        return true;
    });
}

} // namespace baton::ui
