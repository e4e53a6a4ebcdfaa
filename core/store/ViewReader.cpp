#include "core/store/ViewReader.h"

#include "core/store/ViewSql.h"

#include <QtCore/QElapsedTimer>

namespace baton::store {

namespace {

constexpr qint64 turnMs = 4;        // how long a page may have to wait
constexpr size_t lookAtClock = 512; // rows

constexpr const char *waitingSql = "SELECT c.row" BATON_WAITING;
constexpr const char *mineSql = "SELECT c.row" BATON_MINE;
constexpr const char *tierCSql = "SELECT c.row" BATON_TIER_C;
constexpr const char *recontactsSql = "SELECT c.row" BATON_RECONTACTS;
constexpr const char *breachingSql = "SELECT c.row" BATON_BREACHING;
constexpr const char *archiveSql = "SELECT c.row" BATON_ARCHIVE;

} // namespace

ViewReader::ViewReader(Connection &connection, const QueueQuery &query)
    : m_connection(connection)
    , m_query(query)
{ }

bool ViewReader::openNextPart()
{
    const int part = m_part++;
    if (m_query.view == QueueView::BreachingSoon && part < 2) {
        m_connection.start(m_open, breachingSql).bind(part, m_query.soon);
        return true;
    }
    if (part > 0 || m_query.view == QueueView::BreachingSoon)
        return false;
    switch (m_query.view) {
    case QueueView::AllWaiting:
        m_connection.start(m_open, waitingSql);
        break;
    case QueueView::Mine:
        m_connection.start(m_open, mineSql).bind(m_query.agent);
        break;
    case QueueView::TierC:
        m_connection.start(m_open, tierCSql);
        break;
    case QueueView::Recontacts:
        m_connection.start(m_open, recontactsSql);
        break;
    case QueueView::BreachingSoon:
    case QueueView::Archive:
        m_connection.start(m_open, archiveSql);
        break;
    }
    return true;
}

bool ViewReader::readOn()
{
    QElapsedTimer timer;
    timer.start();
    while (m_open || openNextPart()) {
        while (m_open->step()) {
            m_rows.push_back(m_open->integer(0));
            if (m_rows.size() % lookAtClock == 0 && timer.elapsed() >= turnMs)
                return true;
        }
        m_open.reset();
    }
    return false;
}

} // namespace baton::store
