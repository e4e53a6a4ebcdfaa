#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// The passages of current documents and their index in cache.sqlite; for the writer connection.
class PassageIndex
{
public:
    explicit PassageIndex(Connection &connection)
        : m_connection(connection)
    { }

    void insert(const Document &document);
    void remove(const DocumentId &id); ///< whatever version of it is there
    void clear();

private:
    Connection &m_connection;
};

} // namespace baton::store
