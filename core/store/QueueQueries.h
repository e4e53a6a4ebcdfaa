#pragma once

#include "core/domain/Day.h"
#include "core/store/ConversationRow.h"

namespace baton::store {

/// The views and their lines, read from indexes in the order in which they stand there.
class QueueQueries
{
public:
    QueueQueries(Connection &connection, AgentId me)
        : m_connection(connection)
        , m_me(std::move(me))
    { }

    QList<QueueRow> firstRows(const QueueQuery &query, int limit);
    /// All but breachingSoon, which must be counted one by one (ViewReader).
    ViewCounts counts(const AgentId &agent);

    QList<QueueRow> rows(const QList<qint64> &rows);
    std::optional<QueueRow> row(const ConversationId &id);
    QList<QueueRow> earlierContacts(const CustomerId &customer, const ConversationId &except,
                                    int limit);
    QList<RepliedTo> repliedSince(Instant since);
    QList<QueueRow> closedOfIntent(const QString &intent, const CustomerId &except, int limit);

private:
    QList<QueueRow> all(Query &query); ///< of BATON_SHOWN_COLUMNS

    Connection &m_connection;
    AgentId m_me;
};

} // namespace baton::store
