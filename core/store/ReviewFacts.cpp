#include "core/store/ConversationTable.h"
#include "core/store/EnumNames.h"
#include "core/store/ReviewTable.h"

#include <algorithm>

namespace baton::store {

namespace {

// Rows of the archive that no judge has read yet come with a later look; what was imported is never
// read.
constexpr const char *closedContactsSql = R"(
    SELECT c.row, c.id, c.ended_at, c.tier, c.rules, c.intent, c.confidence, c.owner_id,
        EXISTS (SELECT 1 FROM cache.conversation b INDEXED BY conversation_customer
            WHERE b.customer_id = c.customer_id AND b.created_at > c.created_at
            AND b.back_to = c.id),
        (SELECT count(*) FROM feedback f INDEXED BY feedback_conversation
            WHERE f.conversation = c.id AND f.kind = 'sentence')
    FROM cache.conversation c
    WHERE c.row > ? AND c.shelf = 3 AND c.ended_at >= ? AND (c.judged_by <> 0 OR c.origin = 1)
        AND (? OR NOT EXISTS (SELECT 1 FROM review_item i WHERE i.conversation = c.id))
    ORDER BY c.row LIMIT ?)";
// The end of each person's so-manieth conversation: all that ended before are among their first.
constexpr const char *firstOnesSql = R"(
    SELECT owner_id, ended_at FROM (
        SELECT owner_id, ended_at,
            row_number() OVER (PARTITION BY owner_id ORDER BY ended_at, id) AS number
        FROM cache.conversation WHERE shelf = 3 AND owner_id IS NOT NULL)
    WHERE number = ?)";
constexpr const char *cameBackSql = R"(
    SELECT b.created_at FROM cache.conversation c
    JOIN cache.conversation b INDEXED BY conversation_customer ON b.customer_id = c.customer_id
    WHERE c.id = ? AND b.created_at > c.created_at AND b.back_to = c.id
    ORDER BY b.created_at LIMIT 1)";

Route routeOfTier(qint64 tier) ///< PlaceKey::tier
{
    return tier == 0 ? Route::Escalate : tier == 1 ? Route::Assist : Route::Contain;
}

int repliesIn(const Conversation &conversation)
{
    return int(std::count_if(
        conversation.messages.begin(), conversation.messages.end(), [](const Message &message) {
            return message.from == Sender::Agent && message.visibility == Visibility::Public;
        }));
}

} // namespace

FactsPage ReviewFactsReader::page(const FactsQuery &asked)
{
    auto firsts = asked.firsts;
    if (!firsts) {
        QHash<QString, Instant> all;
        Query query = m_connection.query(firstOnesSql);
        query.bind(asked.firstOf);
        while (query.step())
            all.insert(query.text(0), Instant{query.integer(1)});
        firsts = std::make_shared<const QHash<QString, Instant>>(std::move(all));
    }
    struct Found
    {
        qint64 row = 0;
        ReviewFacts facts;
    };
    std::vector<Found> found;
    {
        Query query = m_connection.query(closedContactsSql);
        query.bind(asked.after, asked.since, asked.picked == FactsQuery::Picked::Included ? 1 : 0,
                   asked.limit);
        while (query.step()) {
            ReviewFacts facts;
            facts.conversation = ConversationId(query.text(1));
            facts.closedAt = {query.integer(2)};
            facts.tier = routeOfTier(query.integer(3));
            facts.rules = quint32(query.integer(4));
            facts.intent = query.text(5);
            facts.confidence = query.real(6);
            const QString owner = query.text(7);
            const auto until = firsts->constFind(owner);
            const bool first
                = !owner.isEmpty() && (until == firsts->cend() || facts.closedAt <= *until);
            facts.ordinal = first ? asked.firstOf : 0;
            facts.cameBack = query.integer(8) != 0;
            facts.overrides = int(query.integer(9));
            found.push_back({query.integer(0), facts});
        }
    }
    FactsPage page;
    page.end = qsizetype(found.size()) < asked.limit;
    page.firsts = std::move(firsts);
    page.last = found.empty() ? asked.after : found.back().row;
    ConversationTable conversations(m_connection);
    ReviewTable reviews(m_connection);
    for (Found &one : found) {
        ReviewFacts &facts = one.facts;
        const Conversation conversation = conversations.packet(one.row);
        facts.replies = repliesIn(conversation);
        facts.contained = facts.replies == 0 && !conversation.handedOffAt;
        if (conversation.outcome)
            facts.csat = conversation.outcome->csat;
        if (const auto use = reviews.draftUse(facts.conversation)) {
            facts.fate = use->fate;
            facts.changed = use->distance;
            facts.tookMs = use->at - use->shownAt;
        }
        page.facts.append(facts);
    }
    return page;
}

std::optional<Instant> ReviewFactsReader::cameBack(const ConversationId &conversation)
{
    Query query = m_connection.query(cameBackSql);
    query.bind(conversation);
    return query.step() ? query.moment(0) : std::nullopt;
}

} // namespace baton::store
