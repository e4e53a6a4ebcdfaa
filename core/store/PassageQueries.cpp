#include "core/store/PassageQueries.h"

#include "core/base/FunctionWords.h"
#include "core/base/Text.h"
#include "core/store/PassageIndex.h"
#include "core/store/Snapshot.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qsizetype longestText = 4000; // UTF-16 units of a part that are looked at
constexpr int mostQueryWords = 64;      // of a part
constexpr qsizetype mostParts = 16;
constexpr int mostPassages = 1000;
constexpr double scoreSteps = 1e6; // a second

// BM25 as FTS5 has it: k1 = 1.2, b = 0.75. A word in the title counts as six in the text, one in
// the heading as three: a title names the matter, a heading the question.
constexpr const char *passageHitsSql = R"(
    SELECT p.row, p.document, p.version, p.place, -bm25(search_passage, 6.0, 3.0, 1.0), p.title
    FROM search_passage JOIN passage AS p ON p.row = search_passage.rowid
    WHERE search_passage MATCH ?1 AND (?2 = '' OR p.language IN ('', ?2)) AND (?3 < 0 OR p.audience = ?3))";
// Of the index alone. A title that many documents share says nothing about one of them.
constexpr const char *scoresSql = "SELECT rowid, -bm25(search_passage, ?2) FROM search_passage "
                                  "WHERE search_passage MATCH ?1";
constexpr double titleWeight = 4;
constexpr const char *passageRowsSql = "SELECT document, row FROM passage ORDER BY document, place";
// The index of the archive holds the rows in their order.
constexpr const char *closedNeedsSql
    = "SELECT need FROM conversation WHERE shelf = 3 AND need <> '' ORDER BY row DESC LIMIT ?";
constexpr const char *passageSql
    = "SELECT document, version, title, heading, place, text, audience "
      "FROM passage WHERE row = ?";

} // namespace

QStringList PassageQueries::tellingWords(const QString &text)
{
    QStringList all = m_words.wordsOf(text.left(longestText));
    all.removeDuplicates();
    QStringList words;
    std::copy_if(all.begin(), all.end(), std::back_inserter(words),
                 [](const QString &word) { return !text::isFunctionWord(word.toStdString()); });
    if (words.isEmpty())
        words = all;
    words = words.mid(0, mostQueryWords);
    words.sort();
    return words;
}

QString PassageQueries::goesOn(const QString &text)
{
    if (text.isEmpty() || !text.back().isLetterOrNumber())
        return {};
    const QStringList words = m_words.wordsOf(text.right(longestText));
    return words.isEmpty() ? QString() : u" OR \""_s + words.back() + u"\" *"_s;
}

QString PassageQueries::anyOf(const QStringList &words)
{
    // The words hold no quotes: they are what the tokenizer makes of text.
    return words.isEmpty() ? QString() : u'"' + words.join(u"\" OR \"") + u'"';
}

void PassageQueries::score(const QueryPart &part, const Filter &filter, Hits &hits)
{
    const QStringList words = tellingWords(part.text);
    if (words.isEmpty())
        return;
    QHash<QString, bool> isTitle; // of a document, whether its title is what was asked
    QList<qint64> titled;
    double best = 0;
    Query rows = m_connection.query(passageHitsSql);
    rows.bind(QString(anyOf(words) + (filter.typing ? goesOn(part.text) : QString())),
              filter.language, filter.audience);
    while (rows.step()) {
        const qint64 row = rows.integer(0);
        Hit &hit = hits[row];
        if (hit.row == 0)
            hit = {row, rows.text(1), static_cast<int>(rows.integer(2)),
                   static_cast<int>(rows.integer(3)), 0};
        const double score = part.weight * rows.real(4);
        hit.score += score;
        best = std::max(best, score);
        if (!isTitle.contains(hit.document))
            isTitle.insert(hit.document, tellingWords(rows.text(5)) == words);
        if (isTitle.value(hit.document))
            titled.append(row);
    }
    for (const qint64 row : titled)
        hits[row].score += best;
}

void PassageQueries::favour(Hits &hits, const QList<QString> &intents)
{
    if (intents.isEmpty())
        return;
    QHash<QString, bool> named;
    for (Hit &hit : hits) {
        auto it = named.find(hit.document);
        if (it == named.end()) {
            const QList<QString> own = m_documents.intents(DocumentId(hit.document), hit.version);
            it = named.insert(hit.document,
                              std::any_of(own.begin(), own.end(), [&](const QString &intent) {
                                  return intents.contains(intent);
                              }));
        }
        if (*it)
            hit.score *= PassageQuery::intentFactor;
    }
}

QList<FoundPassage> PassageQueries::find(const PassageQuery &query)
{
    const Snapshot snapshot(m_connection); // a document may change meanwhile
    const Filter filter{text::primaryLanguage(query.language),
                        query.audience ? static_cast<int>(*query.audience) : -1, query.typing};
    Hits scored;
    for (const QueryPart &part : query.parts.first(std::min(mostParts, query.parts.size())))
        score(part, filter, scored);
    favour(scored, query.intents);
    QList<Hit> hits = scored.values();
    for (Hit &hit : hits)
        hit.score = std::round(hit.score * scoreSteps) / scoreSteps;
    const auto before = [](const Hit &a, const Hit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        return a.document != b.document ? a.document < b.document : a.place < b.place;
    };
    const qsizetype count
        = std::min<qsizetype>(hits.size(), std::clamp(query.limit, 1, mostPassages));
    std::partial_sort(hits.begin(), hits.begin() + count, hits.end(), before);
    QList<FoundPassage> passages;
    for (const Hit &hit : std::as_const(hits).first(count))
        passages.append(found(hit));
    return passages;
}

FoundPassage PassageQueries::found(const Hit &hit)
{
    std::optional<FoundPassage> found = at(hit.row);
    if (!found)
        throw SQLite::Exception("a passage that was found is not there", SQLITE_CORRUPT);
    found->score = hit.score;
    return *std::move(found);
}

std::optional<FoundPassage> PassageQueries::at(qint64 row)
{
    Query query = m_connection.query(passageSql);
    query.bind(row);
    if (!query.step())
        return {};
    return FoundPassage{{DocumentId(query.text(0)), static_cast<int>(query.integer(1)),
                         query.text(2), query.text(3), static_cast<int>(query.integer(4)),
                         query.text(5)},
                        query.number<Audience>(6),
                        0};
}

QStringList PassageQueries::closedNeeds(int limit)
{
    QStringList needs;
    Query rows = m_connection.query(closedNeedsSql);
    rows.bind(limit);
    while (rows.step())
        needs.append(rows.text(0));
    needs.removeDuplicates();
    return needs;
}

QList<PassageScore> PassageQueries::score(const QString &text, Searched searched)
{
    QList<PassageScore> scores;
    const QString match = anyOf(tellingWords(text));
    if (match.isEmpty())
        return scores;
    Query rows = m_connection.query(scoresSql);
    rows.bind(match, searched == Searched::All ? titleWeight : 0.0);
    while (rows.step())
        scores.append({rows.integer(0), rows.real(1)});
    return scores;
}

QList<IndexedDocument> PassageQueries::indexed()
{
    const Snapshot snapshot(m_connection);
    QHash<QString, QList<qint64>> rowsOf;
    Query rows = m_connection.query(passageRowsSql);
    while (rows.step())
        rowsOf[rows.text(0)].append(rows.integer(1));
    QList<IndexedDocument> documents;
    for (Document &document : m_documents.current()) {
        QList<qint64> own = rowsOf.value(document.id.text());
        documents.append({std::move(document), std::move(own)});
    }
    return documents;
}

QList<Passage> PassageQueries::passages(const DocumentId &id, int version, const QString &heading)
{
    QList<Passage> passages;
    if (const std::optional<Document> document = m_documents.document(id, version)) {
        for (const Passage &passage : document->passages) {
            if (passage.heading == heading)
                passages.append(passage);
        }
    }
    return passages;
}

} // namespace baton::store
