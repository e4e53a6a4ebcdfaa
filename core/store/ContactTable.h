#pragma once

#include "core/store/Connection.h"
#include "core/store/SpreadBlob.h"

#include <map>

namespace baton::store {

/// What became of each contact, and the sums of it, kept as contacts change: a customer who comes
/// back alters what an earlier contact adds to its day. For the writer's connection; sums are
/// written before each commit.
class ContactTable
{
public:
    ContactTable(Connection &connection, const Measure &measure)
        : m_connection(connection)
        , m_measure(measure)
    { }

    bool isOn() const { return bool(m_measure.facts); }
    /// A contact as it is now, known before or not.
    void count(qint64 row, const ContactFacts &facts);
    void countDrafts(const ConversationId &id); ///< anew; an unknown conversation is no error
    QList<DraftUse> drafts(const ConversationId &id);
    /// Conversations whose drafts were recorded after this number, and the newest number.
    QList<ConversationId> draftsSince(qint64 number);
    qint64 newestDraft();

    bool isEmpty();
    void clear(); ///< to be counted anew
    void saveTallies();
    void dropTallies(); ///< after a roll-back

private:
    using SpreadKey = std::tuple<int, QString, Arm>; ///< a day, an intent
    struct Kept
    {
        ContactFacts facts;
        bool back = false;
    };
    std::optional<Kept> kept(qint64 row);
    bool cameBack(const ContactFacts &facts);
    void save(qint64 row, const Kept &kept);
    void lookAtEarlier(const ContactFacts &later);
    void tally(const Kept &kept, int times);
    void saveSpreads();

    Connection &m_connection;
    const Measure &m_measure;
    std::map<TallyKey, Counts> m_sums;
    std::map<SpreadKey, Spreads> m_spreads;
};

/// The columns that readContact() reads, from the first on.
#define BATON_CONTACT_COLUMNS                                                                      \
    "customer, intent, channel, arm, created_at, ended_at, back, flags, csat, replies, drafts, "   \
    "distances, first_reply_ms, handle_ms"
ContactFacts readContact(const Query &query, bool &back);

} // namespace baton::store
