#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// What embedding models make of texts, in cache.sqlite. Reading works on every connection, the
/// rest on the writer's.
class VectorTable
{
public:
    explicit VectorTable(Connection &connection)
        : m_connection(connection)
    { }

    TextVectors of(const QString &model, int dimension); ///< those of another dimension are none
    void save(const QString &model, int dimension, const TextVectors &vectors);
    /// Some of what other models made, and these of this one; how many rows went.
    int forget(const QString &exceptModel, const QList<QByteArray> &texts);

private:
    Connection &m_connection;
};

} // namespace baton::store
