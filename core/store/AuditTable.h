#pragma once

#include "core/domain/Audit.h"
#include "core/store/Connection.h"

namespace baton::store {

/// Reads the audit log as people look through it; AuditLog writes it. Throws SQLite::Exception.
class AuditTable
{
public:
    explicit AuditTable(Connection &connection)
        : m_connection(connection)
    { }

    /// Entries before that one (0: from the newest), at most limit.
    AuditPage page(const AuditFilter &filter, qint64 before, int limit);
    AuditNames names();

private:
    Connection &m_connection;
};

} // namespace baton::store
