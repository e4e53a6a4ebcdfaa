#include "core/store/PassageIndex.h"

#include "core/base/Text.h"

namespace baton::store {

namespace {

constexpr const char *insertPassageSql
    = "INSERT INTO passage VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *indexSql
    = "INSERT INTO search_passage (rowid, title, heading, text) VALUES (?, ?, ?, ?)";
// An index over outside content must be told what it had.
constexpr const char *forgetSql = R"(
    INSERT INTO search_passage (search_passage, rowid, title, heading, text)
    SELECT 'delete', row, title, heading, text FROM passage WHERE document = ? ORDER BY row)";
constexpr const char *removePassagesSql = "DELETE FROM passage WHERE document = ?";
constexpr const char *forgetAllSql
    = "INSERT INTO search_passage (search_passage) VALUES ('delete-all')";
constexpr const char *removeAllSql = "DELETE FROM passage";

} // namespace

void PassageIndex::insert(const Document &document)
{
    for (const Passage &passage : document.passages) {
        m_connection.query(insertPassageSql)
            .bind(document.id, document.version, passage.place, document.audience,
                  text::primaryLanguage(document.language), passage.title, passage.heading,
                  passage.text)
            .run();
        m_connection.query(indexSql)
            .bind(static_cast<qint64>(m_connection.database().getLastInsertRowid()), passage.title,
                  passage.heading, passage.text)
            .run();
    }
}

void PassageIndex::remove(const DocumentId &id)
{
    m_connection.query(forgetSql).bind(id).run();
    m_connection.query(removePassagesSql).bind(id).run();
}

void PassageIndex::clear()
{
    m_connection.query(forgetAllSql).run();
    m_connection.query(removeAllSql).run();
}

} // namespace baton::store
