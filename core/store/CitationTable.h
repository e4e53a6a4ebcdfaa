#pragma once

#include "core/domain/Feedback.h"
#include "core/store/Connection.h"
#include "core/store/StoreTypes.h"

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
    QList<CitationCount> counts(); ///< of each version that has any, by id

private:
    QList<Citation> read(Query &query);

    Connection &m_connection;
};

} // namespace baton::store
