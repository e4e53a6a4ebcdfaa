#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// An act as desk.sqlite keeps it. begun: a push was begun, is counted in attempts,
/// and how it ended is not known.
struct StoredAct
{
    OutboxEntry entry;
    bool begun = false;
};

/// The acts of this desk, in desk.sqlite. Rows are never removed. Each alteration gives the row a
/// change number higher than any before, in outbox or seen, by which cache.sqlite finds what it has
/// not folded yet.
class OutboxTable
{
public:
    explicit OutboxTable(Connection &connection)
        : m_connection(connection)
    { }

    OutboxEntry insert(const NewAct &act);
    void update(
        const StoredAct &act); ///< what can change: text, base, status, hold, times, attempts
    std::optional<StoredAct> find(const ActKey &key);
    QList<OutboxEntry> open(); ///< Waiting, Held, Refused by sequence
    QList<OutboxEntry> of(
        const ConversationId &conversation); ///< not undone or discarded, by sequence
    /// Waiting replies, and the Waiting acts that follow one on the same conversation.
    void postpone(Instant notBefore);
    qint64 count(ActStatus status);

    qint64 nextChange(); ///< for the next alteration of outbox or seen
    qint64 newestChange();
    QList<ConversationId> changedSince(qint64 change); ///< in outbox or seen

private:
    Connection &m_connection;
};

} // namespace baton::store
