#include "core/store/ContactTable.h"

#include "core/store/EnumNames.h"

#include <QtCore/QSet>

namespace baton::store {

namespace {

constexpr const char *keptSql = "SELECT " BATON_CONTACT_COLUMNS " FROM contact WHERE row = ?";
constexpr const char *saveContactSql
    = "INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *laterSql = R"(
    SELECT EXISTS (SELECT 1 FROM contact INDEXED BY contact_began
        WHERE intent <> '' AND customer = ? AND intent = ? AND created_at > ? AND created_at <= ?))";
constexpr const char *earlierSql = R"(
    SELECT row FROM contact INDEXED BY contact_ended
    WHERE intent <> '' AND ended_at IS NOT NULL AND customer = ? AND intent = ? AND ended_at >= ?
        AND created_at < ?)";
constexpr const char *rowOfSql = "SELECT row FROM conversation WHERE id = ?";
constexpr const char *draftsSql = R"(
    SELECT f.became, u.distance, u.shown_at, f.at
    FROM main.draft_use u JOIN main.feedback f ON f.seq = u.feedback WHERE u.conversation = ?)";
constexpr const char *draftsSinceSql
    = "SELECT conversation FROM main.draft_use NOT INDEXED WHERE feedback > ? ORDER BY feedback";
constexpr const char *newestDraftSql = "SELECT coalesce(max(feedback), 0) FROM main.draft_use";
constexpr const char *addTallySql = R"(
    INSERT INTO tally VALUES (?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        ended = ended + excluded.ended, known = known + excluded.known, contained = contained + excluded.contained,
        abandoned = abandoned + excluded.abandoned, back = back + excluded.back,
        contained_back = contained_back + excluded.contained_back,
        contained_known = contained_known + excluded.contained_known,
        resolved = resolved + excluded.resolved,
        resolved_back = resolved_back + excluded.resolved_back, once = once + excluded.once,
        once_back = once_back + excluded.once_back, rated = rated + excluded.rated,
        satisfied = satisfied + excluded.satisfied, stars = stars + excluded.stars,
        star_squares = star_squares + excluded.star_squares,
        escalated = escalated + excluded.escalated, complete = complete + excluded.complete,
        not_asked_again = not_asked_again + excluded.not_asked_again,
        right_queue = right_queue + excluded.right_queue, in_time = in_time + excluded.in_time,
        replies = replies + excluded.replies,
        covered = covered + excluded.covered, drafts = drafts + excluded.drafts,
        as_is = as_is + excluded.as_is, light = light + excluded.light,
        rewritten = rewritten + excluded.rewritten, discarded = discarded + excluded.discarded,
        handled = handled + excluded.handled, handle_ms = handle_ms + excluded.handle_ms)";
constexpr const char *dropTallySql = "DELETE FROM tally WHERE day = ? AND intent = ? "
                                     "AND channel = ? AND arm = ? AND ended = 0";
constexpr const char *spreadsOfSql
    = "SELECT bins FROM tally_spread WHERE day = ? AND intent = ? AND arm = ?";
constexpr const char *saveSpreadsSql = "INSERT OR REPLACE INTO tally_spread VALUES (?, ?, ?, ?)";
constexpr const char *dropSpreadsSql
    = "DELETE FROM tally_spread WHERE day = ? AND intent = ? AND arm = ?";

qint64 flagsOf(const ContactFacts &facts)
{
    qint64 flags = 0;
    int bit = 0;
    for (const bool one : {facts.abandoned, facts.resolved, facts.once, facts.escalated,
                           facts.complete, facts.notAskedAgain, facts.rightQueue, facts.inTime})
        flags |= qint64(one) << bit++;
    return flags;
}

void setFlags(ContactFacts &facts, qint64 flags)
{
    int bit = 0;
    for (bool *one : {&facts.abandoned, &facts.resolved, &facts.once, &facts.escalated,
                      &facts.complete, &facts.notAskedAgain, &facts.rightQueue, &facts.inTime})
        *one = (flags >> bit++ & 1) != 0;
}

QByteArray bytesOf(const ContactFacts &facts)
{
    QByteArray bytes;
    for (const int one : facts.drafts)
        bytes.append(char(one));
    return bytes;
}

} // namespace

ContactFacts readContact(const Query &query, bool &back)
{
    ContactFacts facts;
    facts.customer = CustomerId(query.text(0));
    facts.intent = query.text(1);
    facts.channel = query.number<Channel>(2);
    facts.arm = query.number<Arm>(3);
    facts.createdAt = {query.integer(4)};
    facts.endedAt = query.moment(5);
    back = query.integer(6) != 0;
    setFlags(facts, query.integer(7));
    if (!query.isNull(8))
        facts.csat = int(query.integer(8));
    facts.replies = int(query.integer(9));
    const QByteArray drafts = query.blob(10);
    for (qsizetype i = 0; i < std::min<qsizetype>(drafts.size(), facts.drafts.size()); ++i)
        facts.drafts[size_t(i)] = static_cast<unsigned char>(drafts[i]);
    facts.distances = query.blob(11);
    if (!query.isNull(12))
        facts.firstReplyMs = query.integer(12);
    if (!query.isNull(13))
        facts.handleMs = query.integer(13);
    return facts;
}

std::optional<ContactTable::Kept> ContactTable::kept(qint64 row)
{
    Query query = m_connection.query(keptSql);
    query.bind(row);
    if (!query.step())
        return {};
    Kept kept;
    kept.facts = readContact(query, kept.back);
    return kept;
}

bool ContactTable::cameBack(const ContactFacts &facts)
{
    if (facts.intent.isEmpty() || facts.customer.isEmpty() || !facts.endedAt)
        return false;
    Query query = m_connection.query(laterSql);
    query.bind(facts.customer, facts.intent, facts.createdAt, *facts.endedAt + m_measure.windowMs);
    return query.step() && query.integer(0) != 0;
}

void ContactTable::save(qint64 row, const Kept &kept)
{
    const ContactFacts &f = kept.facts;
    const QByteArray drafts = bytesOf(f);
    const QByteArray distances = f.distances.isNull() ? QByteArray("") : f.distances;
    m_connection.query(saveContactSql)
        .bind(row, f.customer, f.intent, f.channel, f.arm, f.createdAt, f.endedAt, kept.back,
              flagsOf(f), f.csat, f.replies, drafts, distances, f.firstReplyMs, f.handleMs)
        .run();
}

void ContactTable::count(qint64 row, const ContactFacts &facts)
{
    const std::optional<Kept> before = kept(row);
    if (before && before->facts == facts)
        return;
    const Kept now{facts, cameBack(facts)};
    save(row, now);
    if (before)
        tally(*before, -1);
    tally(now, 1);
    if (before && before->facts.customer == facts.customer && before->facts.intent == facts.intent
        && before->facts.createdAt == facts.createdAt)
        return;
    if (before)
        lookAtEarlier(before->facts);
    lookAtEarlier(facts);
}

/// What the customer's earlier contacts were is known only now.
void ContactTable::lookAtEarlier(const ContactFacts &later)
{
    if (later.intent.isEmpty() || later.customer.isEmpty())
        return;
    std::vector<qint64> rows;
    {
        Query query = m_connection.query(earlierSql);
        query.bind(later.customer, later.intent, later.createdAt + -m_measure.windowMs,
                   later.createdAt);
        while (query.step())
            rows.push_back(query.integer(0));
    }
    for (const qint64 row : rows) {
        Kept one = kept(row).value_or(Kept());
        const bool back = cameBack(one.facts);
        if (one.back == back)
            continue;
        tally(one, -1);
        one.back = back;
        save(row, one);
        tally(one, 1);
    }
}

QList<DraftUse> ContactTable::drafts(const ConversationId &id)
{
    QList<DraftUse> uses;
    Query query = m_connection.query(draftsSql);
    query.bind(id);
    while (query.step()) {
        DraftUse use;
        use.conversation = id;
        use.fate = fromName(draftFateNames, query.text(0));
        use.distance = query.real(1);
        use.shownAt = {query.integer(2)};
        use.at = {query.integer(3)};
        uses.append(use);
    }
    return uses;
}

void ContactTable::countDrafts(const ConversationId &id)
{
    qint64 row = 0;
    {
        Query query = m_connection.query(rowOfSql);
        query.bind(id);
        if (!query.step())
            return;
        row = query.integer(0);
    }
    const std::optional<Kept> known = kept(row);
    if (!known)
        return;
    ContactFacts facts = known->facts;
    m_measure.drafts(facts, drafts(id));
    count(row, facts);
}

QList<ConversationId> ContactTable::draftsSince(qint64 number)
{
    QList<ConversationId> ids;
    Query query = m_connection.query(draftsSinceSql);
    query.bind(number);
    QSet<ConversationId> seen;
    while (query.step()) {
        const ConversationId id(query.text(0));
        if (!seen.contains(id))
            ids.append(id);
        seen.insert(id);
    }
    return ids;
}

bool ContactTable::isEmpty()
{
    return !m_connection.query("SELECT 1 FROM contact LIMIT 1").step();
}

void ContactTable::clear()
{
    m_connection.query("DELETE FROM contact").run();
    m_connection.query("DELETE FROM tally").run();
    m_connection.query("DELETE FROM tally_spread").run();
    dropTallies();
}

qint64 ContactTable::newestDraft()
{
    Query query = m_connection.query(newestDraftSql);
    return query.step() ? query.integer(0) : 0;
}

void ContactTable::tally(const Kept &kept, int times)
{
    if (!kept.facts.endedAt)
        return;
    const TallyKey key{dayOf(*kept.facts.endedAt), kept.facts.intent, kept.facts.channel,
                       kept.facts.arm};
    const Counted counted = m_measure.counts(kept.facts, kept.back);
    m_sums[key].add(counted.counts, times);
    for (const auto &[spread, bin] : counted.bins)
        m_spreads[{key.day, key.intent, key.arm}][{spread, bin}] += times;
}

void ContactTable::saveTallies()
{
    for (const auto &[key, counts] : m_sums) {
        if (counts == Counts())
            continue;
        Query query = m_connection.query(addTallySql);
        query.bind(key.day, key.intent, key.channel, key.arm);
        for (const qint64 one : counts.of)
            query.bind(one);
        query.run();
        if (counts[Count::Ended] < 0)
            m_connection.query(dropTallySql).bind(key.day, key.intent, key.channel, key.arm).run();
    }
    saveSpreads();
    dropTallies();
}

void ContactTable::saveSpreads()
{
    for (const auto &[at, changes] : m_spreads) {
        const auto &[day, intent, arm] = at;
        Spreads sum = changes;
        {
            Query query = m_connection.query(spreadsOfSql);
            query.bind(day, intent, arm);
            if (query.step())
                addPacked(sum, query.blob(0));
        }
        const QByteArray bytes = packed(sum);
        if (bytes.isEmpty())
            m_connection.query(dropSpreadsSql).bind(day, intent, arm).run();
        else
            m_connection.query(saveSpreadsSql).bind(day, intent, arm, bytes).run();
    }
}

void ContactTable::dropTallies()
{
    m_sums.clear();
    m_spreads.clear();
}

} // namespace baton::store
