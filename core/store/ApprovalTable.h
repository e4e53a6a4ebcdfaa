#pragma once

#include "core/domain/Approval.h"
#include "core/store/Connection.h"

namespace baton::store {

/// Replies that wait for a lead, in desk.sqlite. Rows are never removed.
class ApprovalTable
{
public:
    explicit ApprovalTable(Connection &connection)
        : m_connection(connection)
    { }

    void insert(const ApprovalRequest &request); ///< as Asked
    void update(const Approval &approval);       ///< all but the request
    std::optional<Approval> find(const ActKey &key);
    std::optional<Approval> askedOf(const ConversationId &conversation);
    QList<Approval> open(); ///< asked, and returned but not read; the oldest first

private:
    Connection &m_connection;
};

} // namespace baton::store
