#pragma once

#include "core/store/ConversationRow.h"

namespace baton::store {

/// Texts that customers wrote lately, each once, in cache.sqlite; for the writer connection. Who
/// writes what is there already is led to the first who wrote it.
class EchoTable
{
public:
    EchoTable(Connection &connection, const Kinship &kinship)
        : m_connection(connection)
        , m_kinship(kinship)
    { }

    /// Who wrote the same within the window before or after.
    struct First
    {
        qint64 row = 0;
        ConversationId id;
        qint64 incident = 0; ///< that it stands in already
        double likeness = 0;
    };
    /// The most alike; nobody where the text is new, or says too little.
    std::optional<First> find(qint64 row, Instant at, const QString &intent, const Sketch &sketch);
    /// Somebody wrote it again.
    void heardAgain(qint64 row, Instant at);
    /// In place of what was kept of the row.
    void keep(qint64 row, Instant at, const Sketch &sketch);
    /// Forgets what nobody has written since; a few at a time.
    void forget(Instant before);

private:
    void forgetRow(qint64 row);

    Connection &m_connection;
    const Kinship &m_kinship;
};

} // namespace baton::store
