#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// Where documents were last read from, in desk.sqlite. Reading works on every connection.
class KnowledgeFiles
{
public:
    explicit KnowledgeFiles(Connection &connection)
        : m_connection(connection)
    { }

    QList<KnowledgeFile> all(); ///< by path
    /// In place of what was known of that path; documents that came from another one come from this
    /// one now. A file without documents is forgotten.
    void save(const KnowledgeFile &file);

private:
    Connection &m_connection;
};

} // namespace baton::store
