#include "core/store/ViewReader.h"

#include "core/store/ViewSql.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace baton::store {

/// As it stands in the index, or with what was asked for besides.
struct ViewStatement
{
    const char *whole;
    const char *arranged;
};

namespace {

constexpr qint64 turnMs = 4;        // how long a page may have to wait
constexpr size_t lookAtClock = 512; // rows

constexpr ViewStatement waitingSql{"SELECT c.row" BATON_WAITING(),
                                   BATON_ARRANGED BATON_WAITING(BATON_FILTER)};
constexpr ViewStatement mineSql{"SELECT c.row" BATON_MINE(),
                                BATON_ARRANGED BATON_MINE(BATON_FILTER)};
constexpr ViewStatement tierCSql{"SELECT c.row" BATON_TIER_C(),
                                 BATON_ARRANGED BATON_TIER_C(BATON_FILTER)};
constexpr ViewStatement recontactsSql{"SELECT c.row" BATON_RECONTACTS(),
                                      BATON_ARRANGED BATON_RECONTACTS(BATON_FILTER)};
constexpr ViewStatement breachingSql{"SELECT c.row" BATON_BREACHING(),
                                     BATON_ARRANGED BATON_BREACHING(BATON_FILTER)};
constexpr ViewStatement archiveSql{"SELECT c.row" BATON_ARCHIVE(),
                                   BATON_ARRANGED BATON_ARCHIVE(BATON_FILTER)};

} // namespace

ViewReader::ViewReader(Connection &connection, const QueueQuery &query)
    : m_connection(connection)
    , m_query(query)
{ }

template <class... Values>
void ViewReader::open(const ViewStatement &sql, const Values &...values)
{
    if (m_query.isArranged())
        bindFilter(m_connection.start(m_open, sql.arranged), m_query.filter, values...)
            .bind(m_query.sort);
    else
        m_connection.start(m_open, sql.whole).bind(values...);
}

bool ViewReader::openNextPart()
{
    const int part = m_part++;
    if (m_query.view == QueueView::BreachingSoon && part < 2) {
        open(breachingSql, part, m_query.soon);
        return true;
    }
    if (part > 0 || m_query.view == QueueView::BreachingSoon)
        return false;
    switch (m_query.view) {
    case QueueView::AllWaiting:
        open(waitingSql);
        break;
    case QueueView::Mine:
        open(mineSql, m_query.agent);
        break;
    case QueueView::TierC:
        open(tierCSql);
        break;
    case QueueView::Recontacts:
        open(recontactsSql);
        break;
    case QueueView::BreachingSoon:
    case QueueView::Archive:
        open(archiveSql);
        break;
    }
    return true;
}

bool ViewReader::readOn()
{
    const bool sorts = m_query.sort != QueueSort::Deadline && m_query.view != QueueView::Archive;
    QElapsedTimer timer;
    timer.start();
    while (m_open || openNextPart()) {
        while (m_open->step()) {
            m_rows.push_back(m_open->integer(0));
            if (sorts)
                m_keys.push_back(m_open->integer(1));
            if (m_rows.size() % lookAtClock == 0 && timer.elapsed() >= turnMs)
                return true;
        }
        m_open.reset();
    }
    if (sorts)
        sort();
    return false;
}

/// Rows that are alike keep the order of the queue.
void ViewReader::sort()
{
    std::vector<std::pair<qint64, size_t>> order;
    order.reserve(m_keys.size());
    for (size_t i = 0; i < m_keys.size(); ++i)
        order.emplace_back(m_keys[i], i);
    std::sort(order.begin(), order.end());
    std::vector<qint64> rows;
    rows.reserve(order.size());
    for (const auto &[key, at] : order)
        rows.push_back(m_rows[at]);
    m_rows = std::move(rows);
}

} // namespace baton::store
