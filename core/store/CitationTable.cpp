#include "core/store/CitationTable.h"

#include "core/store/EnumNames.h"

namespace baton::store {

namespace {

constexpr const char *insertCitationSql
    = "INSERT INTO citation VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *newestCitationsSql = R"(
    SELECT conversation, document, version, heading, kind, asked, intent, why, agent_id, agent_name, at
    FROM citation ORDER BY seq DESC LIMIT ?)";
constexpr const char *citationsOfSql = R"(
    SELECT conversation, document, version, heading, kind, asked, intent, why, agent_id, agent_name, at
    FROM citation WHERE document = ? ORDER BY seq DESC LIMIT ?)";
// An answer that rests on several passages counts once.
constexpr const char *countCitationsSql = R"(
    SELECT document, version, count(DISTINCT CASE kind WHEN 'cited' THEN conversation END),
        count(DISTINCT CASE kind WHEN 'disputed' THEN conversation END)
    FROM citation GROUP BY document, version ORDER BY document, version)";

} // namespace

void CitationTable::add(const Citation &citation)
{
    m_connection.query(insertCitationSql)
        .bind(citation.conversation, citation.place.document, citation.place.version,
              citation.place.heading, nameOf(citationKindNames, citation.kind), citation.asked,
              citation.intent, citation.why, citation.agent.id, citation.agent.name, citation.at)
        .run();
}

QList<Citation> CitationTable::newest(int limit)
{
    Query query = m_connection.query(newestCitationsSql);
    query.bind(limit);
    return read(query);
}

QList<Citation> CitationTable::of(const DocumentId &document, int limit)
{
    Query query = m_connection.query(citationsOfSql);
    query.bind(document, limit);
    return read(query);
}

QList<CitationCount> CitationTable::counts()
{
    QList<CitationCount> all;
    Query query = m_connection.query(countCitationsSql);
    while (query.step())
        all.append({DocumentId(query.text(0)), static_cast<int>(query.integer(1)),
                    static_cast<int>(query.integer(2)), static_cast<int>(query.integer(3))});
    return all;
}

QList<Citation> CitationTable::read(Query &query)
{
    QList<Citation> all;
    while (query.step())
        all.append({ConversationId(query.text(0)),
                    {DocumentId(query.text(1)), static_cast<int>(query.integer(2)), query.text(3)},
                    fromName(citationKindNames, query.text(4)),
                    query.text(5),
                    query.text(6),
                    query.text(7),
                    Person{query.text(8), query.text(9)},
                    Instant{query.integer(10)}});
    return all;
}

} // namespace baton::store
