#pragma once

#include "core/store/ConversationRow.h"

#include <array>

namespace baton::store {

/// The conversations in cache.sqlite, with their packets and withdrawn messages; for the writer
/// connection.
class ConversationTable
{
public:
    explicit ConversationTable(Connection &connection)
        : m_connection(connection)
    { }

    struct Head
    {
        qint64 row = 0;
        packet::Stored stored;
        Origin origin = Origin::Upstream;
    };
    std::optional<Head> find(const ConversationId &id);
    ConversationRow shown(qint64 row);
    Conversation packet(qint64 row); ///< as upstream has it, without withdrawn messages
    QList<Message> withdrawn(qint64 row);
    QList<ConversationId> allIds();
    bool isEmpty();

    /// Returns the new row number; shown.row.row is ignored.
    qint64 insert(const ConversationRow &shown, const packet::Packet &packet);
    void update(const ConversationRow &before, const ConversationRow &now);
    void replacePacket(qint64 row, const packet::Packet &packet);
    void saveWithdrawn(qint64 row, const QList<Message> &messages);
    /// Conversations whose snooze has ended by now and that still stand among the snoozed.
    QList<ConversationId> snoozedUntil(Instant now);

    /// Another contact of the same customer, by id or address.
    struct Contact
    {
        ConversationId id;
        Instant createdAt;
        Instant endedAt;
        Shelf shelf = Shelf::Queue;
        QString intent;
        double confidence = 0;
        qint64 incident = 0;
    };
    /// The newest few that began before it, newest first.
    QList<Contact> contactsBefore(const ConversationRow &line);
    /// Rows of the first few outside the archive that began after it.
    QList<qint64> openAfter(const ConversationRow &line);
    void setIncident(qint64 row, qint64 incident);
    /// Outside the archive, read by another judge or none; at most limit.
    QList<ConversationId> judgedByOthers(qint64 by, int limit);

    /// Writes what insert() and update() have moved between shelves; before each commit.
    void saveCounts();
    void dropCounts(); ///< after a roll-back

private:
    void tally(const ConversationRow &row, int by);

    Connection &m_connection;
    std::array<qint64, tallies> m_moved{};
};

/// Named values of cache.sqlite that are no conversation.
class SyncState
{
public:
    explicit SyncState(Connection &connection)
        : m_connection(connection)
    { }

    QByteArray bytes(const QString &name); ///< null when absent
    std::optional<qint64> number(const QString &name);
    void save(const QString &name, const QByteArray &value);
    void save(const QString &name, qint64 value);

private:
    Connection &m_connection;
};

} // namespace baton::store
