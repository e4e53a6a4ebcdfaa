#include "core/store/KnowledgeTable.h"

#include "core/store/EnumNames.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr const char *documentHashSql = "SELECT sha256 FROM knowledge WHERE id = ? AND version = ?";
constexpr const char *newestSql = "SELECT max(version) FROM knowledge WHERE id = ?";
constexpr const char *insertDocumentSql
    = "INSERT INTO knowledge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *retireSql = "INSERT OR IGNORE INTO knowledge_retired VALUES (?, ?, ?, ?, ?)";
constexpr const char *retiredSql = R"(
    SELECT 1 FROM knowledge_retired
    WHERE id = ?1 AND version = (SELECT max(version) FROM knowledge WHERE id = ?1))";

#define BATON_DOCUMENT_COLUMNS                                                                     \
    "k.id, k.version, k.title, k.kind, k.audience, k.language, k.changed, k.review, k.intents, "   \
    "k.sha256, k.passages"
constexpr int documentColumns = 11;
constexpr const char *allDocumentsSql
    = "SELECT " BATON_DOCUMENT_COLUMNS ", EXISTS (SELECT 1 FROM knowledge_retired AS r "
      "WHERE r.id = k.id AND r.version = k.version) FROM knowledge AS k "
      "WHERE k.version = (SELECT max(version) FROM knowledge WHERE id = k.id) ORDER BY k.id";
constexpr const char *documentSql = "SELECT " BATON_DOCUMENT_COLUMNS
                                    ", k.body FROM knowledge AS k WHERE k.id = ? AND k.version = ?";
constexpr const char *intentsSql = "SELECT intents FROM knowledge WHERE id = ? AND version = ?";
constexpr const char *saveSourceSql = "INSERT OR IGNORE INTO knowledge_source VALUES (?, ?)";
constexpr const char *sourceSql = "SELECT text FROM knowledge_source WHERE sha256 = ?";
constexpr const char *newestDocumentChangeSql = R"(
    SELECT max(ifnull((SELECT max(change) FROM knowledge), 0),
               ifnull((SELECT max(change) FROM knowledge_retired), 0)))";
constexpr const char *changedSql = R"(
    SELECT id, max(change) FROM
        (SELECT id, change FROM knowledge WHERE change > ?1
         UNION ALL SELECT id, change FROM knowledge_retired WHERE change > ?1)
    GROUP BY id ORDER BY max(change) LIMIT ?2)";

QByteArray toJson(const QList<QString> &texts)
{
    return QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact);
}

QList<QString> textsOf(const QByteArray &json)
{
    QList<QString> texts;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        texts.append(value.toString());
    return texts;
}

QByteArray toJson(const QList<Passage> &passages)
{
    QJsonArray array;
    for (const Passage &passage : passages)
        array.append(QJsonArray{passage.heading, passage.text});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<Passage> passagesOf(const Document &document, const QByteArray &json)
{
    QList<Passage> passages;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array) {
        const QJsonArray pair = value.toArray();
        passages.append({document.id, document.version, document.title, pair.at(0).toString(),
                         static_cast<int>(passages.size()), pair.at(1).toString()});
    }
    return passages;
}

Document documentOf(const Query &query)
{
    return {DocumentId(query.text(0)),
            static_cast<int>(query.integer(1)),
            query.text(2),
            query.text(3),
            fromName(audienceNames, query.text(4)),
            query.text(5),
            query.moment(6),
            query.moment(7),
            textsOf(query.text(8).toUtf8()),
            {},
            query.blob(9).toHex()};
}

} // namespace

QByteArray KnowledgeTable::hashOf(const DocumentId &id, int version)
{
    Query query = m_connection.query(documentHashSql);
    query.bind(id, version);
    return query.step() ? query.blob(0).toHex() : QByteArray();
}

int KnowledgeTable::newestVersion(const DocumentId &id)
{
    Query query = m_connection.query(newestSql);
    query.bind(id);
    return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

void KnowledgeTable::insert(const Document &document, const QString &author, Instant at)
{
    const QByteArray hash = QByteArray::fromHex(document.sha256);
    const QByteArray body = toJson(document.passages);
    m_connection.query(insertDocumentSql)
        .bind(newestChange() + 1, document.id, document.version, hash, document.title,
              document.kind, nameOf(audienceNames, document.audience), document.language,
              document.changed, document.review, QString::fromUtf8(toJson(document.intents)),
              static_cast<qint64>(document.passages.size()), author, at, body)
        .run();
}

void KnowledgeTable::retire(const DocumentId &id, int version, const QString &author, Instant at)
{
    m_connection.query(retireSql).bind(newestChange() + 1, id, version, author, at).run();
}

bool KnowledgeTable::isRetired(const DocumentId &id)
{
    Query query = m_connection.query(retiredSql);
    query.bind(id);
    return query.step();
}

QList<KnownDocument> KnowledgeTable::newest()
{
    QList<KnownDocument> documents;
    Query query = m_connection.query(allDocumentsSql);
    while (query.step())
        documents.append({documentOf(query), static_cast<int>(query.integer(10)),
                          query.integer(documentColumns) != 0});
    return documents;
}

QList<Document> KnowledgeTable::current()
{
    QList<Document> current;
    for (const KnownDocument &known : newest()) {
        if (known.retired)
            continue;
        if (auto whole = document(known.document.id, known.document.version))
            current.append(*std::move(whole));
    }
    return current;
}

std::optional<Document> KnowledgeTable::document(const DocumentId &id, int version)
{
    Query query = m_connection.query(documentSql);
    query.bind(id, version);
    if (!query.step())
        return {};
    Document document = documentOf(query);
    document.passages = passagesOf(document, query.blob(documentColumns));
    return document;
}

QList<QString> KnowledgeTable::intents(const DocumentId &id, int version)
{
    Query query = m_connection.query(intentsSql);
    query.bind(id, version);
    return query.step() ? textsOf(query.text(0).toUtf8()) : QList<QString>();
}

void KnowledgeTable::saveSource(const QByteArray &sha256, const QByteArray &text)
{
    const QByteArray hash = QByteArray::fromHex(sha256);
    m_connection.query(saveSourceSql).bind(hash, text).run();
}

QByteArray KnowledgeTable::source(const QByteArray &sha256)
{
    const QByteArray hash = QByteArray::fromHex(sha256);
    Query query = m_connection.query(sourceSql);
    query.bind(hash);
    return query.step() ? query.blob(0) : QByteArray();
}

qint64 KnowledgeTable::newestChange()
{
    Query query = m_connection.query(newestDocumentChangeSql);
    return query.step() ? query.integer(0) : 0;
}

QList<KnowledgeTable::Changed> KnowledgeTable::changedSince(qint64 change, int limit)
{
    QList<Changed> changed;
    Query query = m_connection.query(changedSql);
    query.bind(change, limit);
    while (query.step())
        changed.append({DocumentId(query.text(0)), query.integer(1)});
    return changed;
}

} // namespace baton::store
