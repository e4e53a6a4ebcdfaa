#pragma once

#include "core/store/ContactTable.h"
#include "core/store/ConversationTable.h"
#include "core/store/DraftTable.h"
#include "core/store/EchoTable.h"
#include "core/store/FeedbackTable.h"
#include "core/store/Fold.h"
#include "core/store/OutboxTable.h"
#include "core/store/SearchIndex.h"
#include "core/store/SignalTable.h"

#include <functional>

namespace baton::store {

/// An apply() under way: its slices run with other writes in between.
struct ApplyJob
{
    QList<Incoming> packets;
    Origin origin = Origin::Upstream;
    qsizetype next = 0;
    ApplyReport report;
};

/// Everything that is written to cache.sqlite; on the writer thread. Each call is one transaction
/// (in a bulk load a part of one) and, once committed, published.
class CacheWriter
{
public:
    using Publish = std::function<void(const ChangeSet &)>;
    CacheWriter(Connection &connection, const Rules &rules, const Clock &clock, Publish publish);

    /// Applies packets until the time of one transaction is used up; true while some are left.
    Result<bool> applySlice(ApplyJob &job);
    /// Folds the acts and looks that the cache has not followed yet; returns for how many
    /// conversations.
    Result<int> catchUp();
    /// Folds one anew; an unknown one is no error.
    Result<void> follow(const ConversationId &id);
    Result<int> wakeSnoozed();
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    /// Reads anew what another judge has read, for the time of one transaction; how many.
    Result<int> judgeSlice();
    Result<void> saveSignals(const QList<StoredSignals> &signs, qint64 readBy);
    /// Counts what an older cache held, for the time of one transaction; how many.
    Result<int> countSlice();
    /// Counts drafts that were recorded since; returns of how many conversations.
    Result<int> followDrafts();
    /// With everything folded anew, if this cache followed another desk.sqlite.
    Result<void> adoptDesk();

    Result<void> saveCursor(const QByteArray &cursor);
    Result<QByteArray> loadCursor();

    Result<void> beginBulk();
    Result<void> finishBulk();
    Result<void> pauseBulk(); ///< commits what a bulk load has open, so that others can write
                              ///< durably
    Result<void> fillIndex(); ///< if a bulk load left it behind
    bool isUntidy() const { return !m_bulk && m_index.isUntidy(); }
    Result<void> tidy(); ///< a short write of its own, after others

private:
    Result<void> write(const std::function<void()> &statements);
    Result<void> pragma(const char *sql);
    void begin();
    void commit();
    void rollBack();
    void applyOne(const Incoming &incoming, Origin origin, ApplyReport &report);
    void replace(const ConversationTable::Head &head, const packet::Packet &packet, Origin origin);
    void refold(const ConversationId &id);
    /// Packet::Same: what was judged of it stands, if by the same judge.
    enum class Packet { Same, New };
    void store(qint64 row, const Conversation &upstream, Origin origin, Packet packet);
    void lookAtDesk();
    Surroundings surroundings(const Conversation &conversation, Origin origin);
    void changed(const ConversationId &id, bool order);
    // CacheArrivals.cpp
    void link(ConversationRow &line, const Conversation &upstream);
    void meet(ConversationRow &line, const Conversation &upstream);
    void relate(ConversationRow &line);
    void relateLater(const ConversationRow &line);
    // CacheContacts.cpp
    void startCounting();
    void count(const Folded &folded, const QList<OutboxEntry> &acts);

    Connection &m_connection;
    const Rules &m_rules;
    const Clock &m_clock;
    Judge m_judge;
    Publish m_publish;
    ConversationTable m_conversations;
    EchoTable m_echoes;
    ContactTable m_contacts;
    SearchIndex m_index;
    SyncState m_state;
    OutboxTable m_outbox;
    SeenTable m_seen;
    FeedbackTable m_feedback;
    SignalTable m_signals;
    ChangeSet m_changes{{}, false, false, false};
    std::optional<SQLite::Transaction> m_transaction;
    bool m_bulk = false;
    // Known within one write, where lookAtDesk() asked.
    bool m_deskIsEmpty = false;      ///< no acts and no looks: nothing to ask for
    bool m_tiersAreCorrected = true; ///< false: no tier is
    bool m_measureIsKept = false;    ///< what counts is noted with the first contact
    int m_uncommitted = 0;
    int m_slicePackets = 32;
};

} // namespace baton::store
