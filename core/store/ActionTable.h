#pragma once

#include "core/domain/Live.h"
#include "core/store/Connection.h"

namespace baton::store {

/// What live systems are to do, in desk.sqlite. Rows are never removed.
class ActionTable
{
public:
    explicit ActionTable(Connection &connection)
        : m_connection(connection)
    { }

    void insert(const ActionEntry &entry);
    void update(const ActionEntry &entry); ///< all but the request
    std::optional<ActionEntry> find(const ActKey &key);
    /// Asked, Waiting, and what failed and was not dismissed; the oldest first.
    QList<ActionEntry> open();
    QList<ActionEntry> of(const ConversationId &conversation); ///< likewise, all

private:
    Connection &m_connection;
};

} // namespace baton::store
