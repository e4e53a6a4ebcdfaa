#include "core/store/FeedbackTable.h"

#include "core/store/EnumNames.h"

namespace baton::store {

namespace {

constexpr const char *insertFeedbackSql
    = "INSERT INTO feedback VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *findFeedbackSql = R"(
    SELECT kind, was, became, why, agent_id, agent_name, at
    FROM feedback WHERE conversation = ? ORDER BY seq)";

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
