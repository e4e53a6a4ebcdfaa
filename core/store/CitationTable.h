#pragma once

#include "core/domain/Feedback.h"
#include "core/store/Connection.h"

namespace baton::store {

/// What agents answered with and what they disputed, in desk.sqlite; insert-only.
class CitationTable
{
public:
    explicit CitationTable(Connection &connection)
        : m_connection(connection)
    { }

    void add(const Citation &citation);
    QList<Citation> newest(int limit);                         ///< the newest first
    QList<Citation> of(const DocumentId &document, int limit); ///< likewise

private:
    QList<Citation> read(Query &query);

    Connection &m_connection;
};

} // namespace baton::store
