#pragma once

#include "core/domain/PolicyVersion.h"
#include "core/store/Connection.h"

namespace baton::store {

/// The versions of the policy, in desk.sqlite; insert-only.
class PolicyTable
{
public:
    explicit PolicyTable(Connection &connection)
        : m_connection(connection)
    { }

    void add(const PolicyVersion &version);
    QList<PolicyVersion> all(); ///< the newest first
    int newest();               ///< version; 1, the bundled one, where none was published

private:
    Connection &m_connection;
};

} // namespace baton::store
