#pragma once

#include "core/store/Connection.h"
#include "core/store/StoreTypes.h"

namespace baton::store {

/// What of a team is asked; one pass over what is open, no packet is read.
class TeamQueries
{
public:
    explicit TeamQueries(Connection &connection)
        : m_connection(connection)
    { }

    TeamLoad load(Instant now);
    /// Ids, the newest touched first, without a limit; those whose deadline passed come last.
    QList<ConversationId> touched(Instant since, Instant now);
    QStringList tags(int limit);

private:
    Connection &m_connection;
};

} // namespace baton::store
