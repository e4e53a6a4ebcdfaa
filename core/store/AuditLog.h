#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// One line of the audit log; ids, counts and salted hashes only, never text.
struct AuditEntry
{
    Instant at;
    QString actor;
    QString kind; ///< "claim", "reply", "undo", "acknowledged", "import" …
    QString subject;
    QString detail;
};

/// The append-only, hash-chained log in desk.sqlite, and the file beside it that holds the newest
/// hash, so that a cut tail shows. append() runs in the caller's transaction; writeHead() after its
/// commit.
class AuditLog
{
public:
    AuditLog(Connection &connection, QString headFile);

    void append(const AuditEntry &entry);
    Result<void> writeHead();
    /// At open, in the caller's transaction. A log that does not reach the head file, or a head
    /// file that is gone, is put on record as an entry of its own, since the next append would
    /// otherwise cover it.
    void compareWithHead(Instant now);

    /// SHA-256 of salt and text, in hex: the same text gives the same hash on this desk only.
    QString hashed(const QString &text);

    AuditReport verify();

private:
    struct Tail
    {
        qint64 seq = 0;
        QByteArray hash;
    };
    Tail tail();
    std::optional<Tail> head() const;
    QByteArray hashAt(qint64 seq);

    Connection &m_connection;
    QString m_headFile;
    QByteArray m_salt;
};

} // namespace baton::store
