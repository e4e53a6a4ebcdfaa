#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// The documents in desk.sqlite. Reading works on every connection, the rest on the writer's.
class KnowledgeTable
{
public:
    explicit KnowledgeTable(Connection &connection)
        : m_connection(connection)
    { }

    /// The SHA-256 (hex) of that version's file; null where there is no such version.
    QByteArray hashOf(const DocumentId &id, int version);
    int newestVersion(const DocumentId &id); ///< 0 where the document is unknown
    void insert(const Document &document, const QString &author, Instant at);
    void retire(const DocumentId &id, int version, const QString &author, Instant at);

    /// Whether the newest version is retired.
    bool isRetired(const DocumentId &id);
    QList<KnownDocument> newest(); ///< by id
    QList<Document> current();     ///< the newest ones that are not retired, whole; by id
    /// With its passages; absent where there is no such version.
    std::optional<Document> document(const DocumentId &id, int version);
    QList<QString> intents(const DocumentId &id, int version);
    void saveSource(const QByteArray &sha256, const QByteArray &text); ///< hex; known ones stay
    QByteArray source(const QByteArray &sha256);                       ///< null where none is known

    qint64 newestChange(); ///< 0 while there is nothing
    struct Changed
    {
        DocumentId id;
        qint64 change = 0; ///< the last one of this document
    };
    QList<Changed> changedSince(qint64 change, int limit); ///< by change

private:
    Connection &m_connection;
};

} // namespace baton::store
