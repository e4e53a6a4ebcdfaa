#include "core/store/CorrectionTable.h"

namespace baton::store {

namespace {

constexpr const char *saveCorrectionSql = R"(
    INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (conversation) DO UPDATE
    SET text = excluded.text, was = excluded.was, became = excluded.became, agent_id = excluded.agent_id,
        agent_name = excluded.agent_name, at = excluded.at, used = excluded.used
    WHERE excluded.at >= correction.at)";
constexpr const char *removeCorrectionSql = "DELETE FROM correction WHERE conversation = ?";
constexpr const char *allCorrectionsSql = R"(
    SELECT conversation, text, was, became, agent_id, agent_name, at, used
    FROM correction ORDER BY at DESC, conversation)";

} // namespace

void CorrectionTable::save(const IntentCorrection &correction)
{
    m_connection.query(saveCorrectionSql)
        .bind(correction.conversation, correction.text, correction.was, correction.became,
              correction.agent.id, correction.agent.name, correction.at, correction.used)
        .run();
}

void CorrectionTable::remove(const ConversationId &conversation)
{
    m_connection.query(removeCorrectionSql).bind(conversation).run();
}

QList<IntentCorrection> CorrectionTable::all()
{
    QList<IntentCorrection> all;
    Query query = m_connection.query(allCorrectionsSql);
    while (query.step())
        all.append({ConversationId(query.text(0)), query.text(1), query.text(2), query.text(3),
                    Person{query.text(4), query.text(5)}, Instant{query.integer(6)},
                    query.integer(7) != 0});
    return all;
}

} // namespace baton::store
