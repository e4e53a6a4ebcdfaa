#pragma once

#include "core/domain/PassageQuery.h"
#include "core/store/CitationTable.h"
#include "core/store/KnowledgeTable.h"
#include "core/store/WordSplitter.h"

namespace baton::store {

/// The knowledge as it is asked; for the search reader. Throws SQLite::Exception.
class PassageQueries
{
public:
    explicit PassageQueries(Connection &connection)
        : m_connection(connection)
        , m_words(connection)
        , m_documents(connection)
        , m_citations(connection)
    { }

    QList<FoundPassage> find(const PassageQuery &query);
    QList<PassageScore> score(const QString &text, Searched searched);
    QList<IndexedDocument> indexed();
    std::optional<FoundPassage> at(qint64 row);
    /// What closed conversations were about, the newest first, each once.
    QStringList closedNeeds(int limit);
    QList<Passage> passages(const DocumentId &id, int version, const QString &heading);
    KnowledgeTable &documents() { return m_documents; }
    CitationTable &citations() { return m_citations; }

private:
    struct Hit
    {
        qint64 row = 0;
        QString document;
        int version = 0;
        int place = 0;
        double score = 0;
    };
    using Hits = QHash<qint64, Hit>; ///< by row
    struct Filter
    {
        QString language;
        int audience = -1; ///< negative: any
        bool typing = false;
    };
    /// Each word once, function words left out unless there are no others; sorted.
    QStringList tellingWords(const QString &text);
    void score(const QueryPart &part, const Filter &filter, Hits &hits);
    void favour(Hits &hits, const QList<QString> &intents);
    FoundPassage found(const Hit &hit);
    /// What goes on from the last word, for who is still typing it; empty where it has an end.
    QString goesOn(const QString &text);
    /// What FTS5 is asked for any of the words with; empty where there are none.
    static QString anyOf(const QStringList &words);

    Connection &m_connection;
    WordSplitter m_words;
    KnowledgeTable m_documents;
    CitationTable m_citations;
};

} // namespace baton::store
