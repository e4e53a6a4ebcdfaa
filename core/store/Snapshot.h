#pragma once

#include "core/store/Connection.h"

#include <sqlite3.h>

namespace baton::store {

/// What a connection reads while this lives is of one moment. For connections that another thread
/// may interrupt: an interruption can hit the end of the snapshot too, and one that stayed open
/// would refuse every later one.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection)
        : m_database(connection.database())
    {
        m_database.exec("BEGIN");
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    ~Snapshot()
    {
        // Each try takes microseconds, and interruptions come with keys that are pressed.
        while (sqlite3_get_autocommit(m_database.getHandle()) == 0
               && m_database.tryExec("ROLLBACK") == SQLITE_INTERRUPT) { }
    }

private:
    SQLite::Database &m_database;
};

} // namespace baton::store
