#include "core/store/FeedbackTable.h"

#include "core/store/EnumNames.h"

namespace baton::store {

namespace {

constexpr const char *insertFeedbackSql
    = "INSERT INTO feedback VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *findFeedbackSql = R"(
    SELECT kind, was, became, why, agent_id, agent_name, at
    FROM feedback WHERE conversation = ? ORDER BY seq)";

// An intent that an agent corrected counts before the one that was read.
constexpr const char *gapsSql = R"(
    SELECT f.conversation, f.was, f.why, f.agent_id, f.agent_name, f.at,
        coalesce((SELECT i.became FROM feedback i INDEXED BY feedback_conversation
                  WHERE i.conversation = f.conversation AND i.kind = 'intent'
                  ORDER BY i.seq DESC LIMIT 1), c.intent, '')
    FROM feedback f LEFT JOIN conversation c ON c.id = f.conversation
    WHERE f.kind = 'sentence' ORDER BY f.seq DESC LIMIT ?)";

constexpr const char *anyTierSql
    = "SELECT EXISTS (SELECT 1 FROM feedback INDEXED BY feedback_tier WHERE kind = 'tier')";
constexpr const char *tierSql
    = "SELECT became FROM feedback INDEXED BY feedback_tier "
      "WHERE kind = 'tier' AND conversation = ? ORDER BY seq DESC LIMIT 1";

} // namespace

void FeedbackTable::add(const Feedback &feedback)
{
    m_connection.query(insertFeedbackSql)
        .bind(feedback.conversation, nameOf(feedbackKindNames, feedback.kind), feedback.was,
              feedback.became, feedback.why, feedback.agent.id, feedback.agent.name, feedback.at)
        .run();
}

QList<Feedback> FeedbackTable::of(const ConversationId &conversation)
{
    QList<Feedback> all;
    Query query = m_connection.query(findFeedbackSql);
    query.bind(conversation);
    while (query.step()) {
        all.append({conversation, fromName(feedbackKindNames, query.text(0)), query.text(1),
                    query.text(2), query.text(3), Person{query.text(4), query.text(5)},
                    Instant{query.integer(6)}});
    }
    return all;
}

QList<Gap> FeedbackTable::gaps(int limit)
{
    QList<Gap> all;
    Query query = m_connection.query(gapsSql);
    query.bind(limit);
    while (query.step()) {
        all.append(
            {{ConversationId(query.text(0)), FeedbackKind::Sentence, query.text(1), QString(),
              query.text(2), Person{query.text(3), query.text(4)}, Instant{query.integer(5)}},
             query.text(6)});
    }
    return all;
}

bool FeedbackTable::correctsTiers()
{
    Query query = m_connection.query(anyTierSql);
    return query.step() && query.integer(0) != 0;
}

std::optional<Route> FeedbackTable::correctedTier(const ConversationId &conversation)
{
    Query query = m_connection.query(tierSql);
    query.bind(conversation);
    if (!query.step())
        return {};
    const QString letter = query.text(0);
    for (const Route route : {Route::Contain, Route::Assist, Route::Escalate}) {
        if (letter == QChar::fromLatin1(tierLetter(route)))
            return route;
    }
    return {};
}

} // namespace baton::store
