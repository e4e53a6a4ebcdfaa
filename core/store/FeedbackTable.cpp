#include "core/store/FeedbackTable.h"

#include "core/store/EnumNames.h"

namespace baton::store {

namespace {

constexpr const char *insertFeedbackSql
    = "INSERT INTO feedback VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *findFeedbackSql = R"(
    SELECT kind, was, became, why, agent_id, agent_name, at
    FROM feedback WHERE conversation = ? ORDER BY seq)";

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

} // namespace baton::store
