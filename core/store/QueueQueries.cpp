#include "core/store/QueueQueries.h"

#include "core/store/ViewSql.h"

namespace baton::store {

namespace {

constexpr const char *waitingRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_WAITING() " LIMIT ?1";
constexpr const char *mineRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_MINE() " LIMIT ?2";
constexpr const char *tierCRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_TIER_C() " LIMIT ?1";
constexpr const char *recontactRowsSql
    = "SELECT " BATON_SHOWN_COLUMNS BATON_RECONTACTS() " LIMIT ?1";
constexpr const char *breachingRowsSql
    = "SELECT " BATON_SHOWN_COLUMNS BATON_BREACHING() " LIMIT ?3";
constexpr const char *archiveRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_ARCHIVE() " LIMIT ?1";

constexpr const char *shelvesSql = "SELECT shelf, conversations FROM shelf_count";
constexpr const char *mineCountSql
    = "SELECT count(*) FROM conversation AS c INDEXED BY conversation_owner "
      "WHERE c.owner_id = ?1 AND c.shelf IN (1, 2)";

constexpr const char *rowSql
    = "SELECT " BATON_SHOWN_COLUMNS " FROM conversation AS c WHERE c.row = ?";
constexpr const char *rowByIdSql
    = "SELECT " BATON_SHOWN_COLUMNS " FROM conversation AS c WHERE c.id = ?";
constexpr const char *earlierSql
    = "SELECT " BATON_SHOWN_COLUMNS " FROM conversation AS c INDEXED BY conversation_customer "
      "WHERE c.customer_id = ? AND c.id <> ? ORDER BY c.created_at DESC LIMIT ?";

constexpr const char *solvedSql
    = "SELECT " BATON_SHOWN_COLUMNS " FROM conversation AS c INDEXED BY conversation_solved "
      "WHERE c.shelf = 3 AND c.intent <> '' AND c.intent = ? AND c.customer_id <> ? "
      "ORDER BY c.created_at DESC LIMIT ?";

constexpr qint64 newestActs = 5000; ///< more than a day's; the table keeps all there ever were
constexpr const char *repliedSql = R"(
    WITH replied AS (
        SELECT o.conversation AS id, count(*) AS replies, min(o.sequence) AS first, min(o.at) AS at
        FROM main.outbox AS o
        WHERE o.sequence > (SELECT max(sequence) FROM main.outbox) - ?1
          AND o.kind = 'reply' AND o.status IN ('waiting', 'acknowledged')
          AND o.agent_id = ?2 AND o.at >= ?3
        GROUP BY o.conversation)
    SELECT r.id, r.replies, EXISTS (
        SELECT 1 FROM conversation AS c JOIN conversation AS later
            ON later.customer_id = c.customer_id AND later.created_at > r.at AND later.row <> c.row
        WHERE c.id = r.id AND c.customer_id <> '')
    FROM replied AS r ORDER BY r.first)";

constexpr int safeties[] = {0, 1};

} // namespace

QList<QueueRow> QueueQueries::firstRows(const QueueQuery &query, int limit)
{
    QList<QueueRow> rows;
    const auto read = [&](Query &statement) {
        while (rows.size() < limit && statement.step())
            rows.append(readShownRow(statement, m_me));
    };
    switch (query.view) {
    case QueueView::AllWaiting:
        read(m_connection.query(waitingRowsSql).bind(limit));
        break;
    case QueueView::Mine:
        read(m_connection.query(mineRowsSql).bind(query.agent, limit));
        break;
    case QueueView::TierC:
        read(m_connection.query(tierCRowsSql).bind(limit));
        break;
    case QueueView::Recontacts:
        read(m_connection.query(recontactRowsSql).bind(limit));
        break;
    case QueueView::BreachingSoon:
        for (const int safety : safeties)
            read(m_connection.query(breachingRowsSql).bind(safety, query.soon, limit));
        break;
    case QueueView::Archive:
        read(m_connection.query(archiveRowsSql).bind(limit));
        break;
    }
    return rows;
}

ViewCounts QueueQueries::counts(const AgentId &agent)
{
    ViewCounts counts;
    Query shelves = m_connection.query(shelvesSql);
    while (shelves.step()) {
        const int count = static_cast<int>(shelves.integer(1));
        switch (shelves.number<Tally>(0)) {
        case Tally::Bot:
            counts.heldByBot = count;
            break;
        case Tally::Queue:
            counts.allWaiting = count;
            break;
        case Tally::Archive:
            counts.archive = count;
            break;
        case Tally::TierC:
            counts.tierC = count;
            break;
        case Tally::Recontacts:
            counts.recontacts = count;
            break;
        case Tally::Snoozed:
            break;
        }
    }
    if (agent.isEmpty())
        return counts;
    Query mine = m_connection.query(mineCountSql);
    mine.bind(agent);
    mine.step();
    counts.mine = static_cast<int>(mine.integer(0));
    return counts;
}

QList<QueueRow> QueueQueries::rows(const QList<qint64> &wanted)
{
    QList<QueueRow> rows;
    rows.reserve(wanted.size());
    for (const qint64 row : wanted) {
        Query query = m_connection.query(rowSql);
        query.bind(row);
        if (query.step())
            rows.append(readShownRow(query, m_me));
    }
    return rows;
}

std::optional<QueueRow> QueueQueries::row(const ConversationId &id)
{
    Query query = m_connection.query(rowByIdSql);
    query.bind(id);
    if (!query.step())
        return {};
    return readShownRow(query, m_me);
}

QList<QueueRow> QueueQueries::earlierContacts(const CustomerId &customer,
                                              const ConversationId &except, int limit)
{
    return all(m_connection.query(earlierSql).bind(customer, except, limit));
}

QList<QueueRow> QueueQueries::closedOfIntent(const QString &intent, const CustomerId &except,
                                             int limit)
{
    return all(m_connection.query(solvedSql).bind(intent, except, limit));
}

QList<RepliedTo> QueueQueries::repliedSince(Instant since)
{
    QList<RepliedTo> replied;
    Query query = m_connection.query(repliedSql);
    query.bind(newestActs, m_me, since);
    while (query.step())
        replied.append({ConversationId(query.text(0)), static_cast<int>(query.integer(1)),
                        query.integer(2) != 0});
    return replied;
}

QList<QueueRow> QueueQueries::all(Query &query)
{
    QList<QueueRow> rows;
    while (query.step())
        rows.append(readShownRow(query, m_me));
    return rows;
}

} // namespace baton::store
