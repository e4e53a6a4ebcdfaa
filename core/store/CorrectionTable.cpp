#include "core/store/CorrectionTable.h"

#include <cmath>

namespace baton::store {

namespace {

// What was drawn once stays so, whoever corrects it later.
constexpr const char *saveCorrectionSql = R"(
    INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (conversation) DO UPDATE
    SET text = excluded.text, was = excluded.was, became = excluded.became, agent_id = excluded.agent_id,
        agent_name = excluded.agent_name, at = excluded.at, used = excluded.used,
        drawn = coalesce(excluded.drawn, correction.drawn)
    WHERE excluded.at >= correction.at)";
constexpr const char *removeCorrectionSql = "DELETE FROM correction WHERE conversation = ?";
constexpr const char *allCorrectionsSql = R"(
    SELECT conversation, text, was, became, agent_id, agent_name, at, used, drawn
    FROM correction ORDER BY at DESC, conversation)";
constexpr const char *lookedSql = R"(
    SELECT c.row, r.became, r.was = r.became, r.drawn FROM main.correction r
    JOIN cache.conversation c ON c.id = r.conversation ORDER BY c.row)";
constexpr double drawnSteps = 1e4;

} // namespace

void CorrectionTable::save(const IntentCorrection &correction)
{
    std::optional<qint64> drawn;
    if (correction.drawn)
        drawn = std::lround(*correction.drawn * drawnSteps);
    m_connection.query(saveCorrectionSql)
        .bind(correction.conversation, correction.text, correction.was, correction.became,
              correction.agent.id, correction.agent.name, correction.at, correction.used, drawn)
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
    while (query.step()) {
        all.append({ConversationId(query.text(0)), query.text(1), query.text(2), query.text(3),
                    Person{query.text(4), query.text(5)}, Instant{query.integer(6)},
                    query.integer(7) != 0});
        if (!query.isNull(8))
            all.last().drawn = double(query.integer(8)) / drawnSteps;
    }
    return all;
}

std::vector<LookedLine> CorrectionTable::looked()
{
    std::vector<LookedLine> all;
    Query query = m_connection.query(lookedSql);
    while (query.step()) {
        LookedLine line{query.integer(0), query.text(1), query.integer(2) != 0, {}};
        if (!query.isNull(3))
            line.drawn = quint16(query.integer(3));
        all.push_back(line);
    }
    return all;
}

} // namespace baton::store
