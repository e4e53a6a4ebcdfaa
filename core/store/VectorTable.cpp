#include "core/store/VectorTable.h"

namespace baton::store {

namespace {

constexpr const char *vectorsSql
    = "SELECT text_sha256, vector FROM vector WHERE model = ? AND dimension = ?";
constexpr const char *saveVectorSql = "INSERT OR REPLACE INTO vector VALUES (NULL, ?, ?, ?, ?)";
constexpr const char *forgetVectorSql = "DELETE FROM vector WHERE model = ? AND text_sha256 = ?";
// A slice, so that a write stays short.
constexpr const char *forgetModelsSql
    = "DELETE FROM vector WHERE row IN (SELECT row FROM vector WHERE model <> ? LIMIT 500)";

} // namespace

TextVectors VectorTable::of(const QString &model, int dimension)
{
    TextVectors vectors;
    Query query = m_connection.query(vectorsSql);
    query.bind(model, dimension);
    while (query.step())
        vectors.insert(query.blob(0), query.blob(1));
    return vectors;
}

void VectorTable::save(const QString &model, int dimension, const TextVectors &vectors)
{
    for (auto it = vectors.cbegin(); it != vectors.cend(); ++it)
        m_connection.query(saveVectorSql).bind(model, it.key(), dimension, it.value()).run();
}

int VectorTable::forget(const QString &exceptModel, const QList<QByteArray> &texts)
{
    int gone = m_connection.query(forgetModelsSql).bind(exceptModel).run();
    for (const QByteArray &text : texts)
        gone += m_connection.query(forgetVectorSql).bind(exceptModel, text).run();
    return gone;
}

} // namespace baton::store
