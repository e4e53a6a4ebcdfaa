#pragma once

#include "core/store/Connection.h"
#include "core/store/OutboxTable.h"
#include "core/store/QueueQueries.h"

namespace baton::store {

/// The pages reader: what it is asked, from one thread. Throws SQLite::Exception.
class Reader
{
public:
    Reader(Connection &connection, const Rules &rules)
        : m_connection(connection)
        , m_rules(rules)
        , m_queue(connection, rules.agent.id)
    { }

    QueueQueries &queue() { return m_queue; }
    Result<ConversationRecord> conversation(const ConversationId &id);
    ExportPage exportLines(qint64 afterRow, int limit);

private:
    Connection &m_connection;
    const Rules &m_rules;
    QueueQueries m_queue;
};

/// Over a connection of its own, since it may take long. Blocking.
Result<Health> checkHealth(const Paths &paths);
Result<AuditReport> checkAudit(const Paths &paths);

} // namespace baton::store
