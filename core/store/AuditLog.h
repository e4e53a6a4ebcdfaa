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
/// hash, so that a cut tail shows.
class AuditLog
{
public:
    AuditLog(Connection &connection, QString headFile);

    /// Runs statements, which give a Result, in a transaction; commits only what succeeded, and
    /// then writes the head file if the log has grown. What they append() belongs to that
    /// transaction.
    template <class Fn>
    auto transact(const QString &subject, Fn statements) -> std::invoke_result_t<Fn>
    {
        return attempt(subject, [&]() -> std::invoke_result_t<Fn> {
            m_grown = false;
            SQLite::Transaction transaction(m_connection.database());
            auto result = statements();
            if (!result)
                return result;
            transaction.commit();
            if (m_grown)
                followHead();
            return result;
        });
    }

    void append(const AuditEntry &entry);
    /// At open, in a transaction. A log that does not reach the head file, or a head
    /// file that is gone, is put on record as an entry of its own, since the next append would
    /// otherwise cover it.
    void compareWithHead(Instant now);

    /// SHA-256 of salt and text, in hex: the same text gives the same hash on this desk only.
    QString hashed(const QString &text);

    AuditReport verify();

private:
    void followHead();
    Result<void> writeHead();
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
    bool m_grown = false; ///< in the transaction under way, so that the head file must follow
};

} // namespace baton::store
