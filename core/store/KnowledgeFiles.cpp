#include "core/store/KnowledgeFiles.h"

namespace baton::store {

namespace {

constexpr const char *allFilesSql
    = "SELECT f.path, f.fingerprint, o.id, o.gone FROM knowledge_file AS f "
      "JOIN knowledge_origin AS o ON o.path = f.path ORDER BY f.path, o.id";
constexpr const char *forgetFileSql = "DELETE FROM knowledge_file WHERE path = ?";
constexpr const char *forgetOriginsSql = "DELETE FROM knowledge_origin WHERE path = ?";
constexpr const char *saveFileSql = "INSERT INTO knowledge_file VALUES (?, ?)";
constexpr const char *saveOriginSql = "INSERT OR REPLACE INTO knowledge_origin VALUES (?, ?, ?)";

} // namespace

QList<KnowledgeFile> KnowledgeFiles::all()
{
    QList<KnowledgeFile> files;
    Query query = m_connection.query(allFilesSql);
    while (query.step()) {
        const QString path = query.text(0);
        if (files.isEmpty() || files.last().path != path)
            files.append({path, query.blob(1).toHex(), {}, {}});
        (query.integer(3) ? files.last().gone : files.last().documents)
            .append(DocumentId(query.text(2)));
    }
    return files;
}

void KnowledgeFiles::save(const KnowledgeFile &file)
{
    m_connection.query(forgetFileSql).bind(file.path).run();
    m_connection.query(forgetOriginsSql).bind(file.path).run();
    if (file.documents.isEmpty() && file.gone.isEmpty())
        return;
    const QByteArray fingerprint = QByteArray::fromHex(file.fingerprint);
    if (fingerprint.isEmpty())
        m_connection.query(saveFileSql).bind(file.path, std::nullopt).run();
    else
        m_connection.query(saveFileSql).bind(file.path, fingerprint).run();
    for (const DocumentId &id : file.documents)
        m_connection.query(saveOriginSql).bind(id, file.path, false).run();
    for (const DocumentId &id : file.gone)
        m_connection.query(saveOriginSql).bind(id, file.path, true).run();
}

} // namespace baton::store
