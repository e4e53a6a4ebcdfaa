#pragma once

#include "core/base/Text.h"
#include "core/desk/Directions.h"
#include "core/desk/KnowledgeSearch.h"
#include "core/store/Store.h"

#include <algorithm>
#include <cmath>

namespace baton {

/// Scores are rounded to these, so that the order is the same on every machine.
inline constexpr double rankSteps = 1e6;

/// The documents as they were read once, by index as in the ranker.
struct KnowledgeSearch::Corpus
{
    QList<Document> documents;   ///< without passages
    std::vector<int> documentOf; ///< by a passage's row; −1: none
    QList<qint64> firstRow;      ///< by index; 0: without passages
    QList<qint64> rows;          ///< of all passages, by document
    bool operator==(const Corpus &) const = default;

    void add(store::IndexedDocument one)
    {
        const int place = int(documents.size());
        for (const qint64 row : one.rows) {
            if (row >= qint64(documentOf.size()))
                documentOf.resize(size_t(row) + 1, -1);
            documentOf[size_t(row)] = place;
        }
        rows += one.rows;
        firstRow.append(one.rows.value(0));
        one.document.passages.clear();
        documents.append(std::move(one.document));
    }
    int documentAt(qint64 row) const
    {
        return row < qint64(documentOf.size()) ? documentOf[size_t(row)] : -1;
    }
    bool fits(int document, const PassageQuery &query, const Wanted &wanted) const
    {
        const Document &one = documents[document];
        return (!query.audience || *query.audience == one.audience)
            && text::sameLanguage(query.language, one.language) && (!wanted || wanted(one));
    }
};

struct KnowledgeSearch::Near
{
    std::shared_ptr<const Corpus> corpus;
    knowledge::Embedder embedder;
    Directions directions; ///< by place in the corpus' rows
};

struct KnowledgeSearch::Models
{
    EmbeddingSource source;
    std::optional<knowledge::Embedder> embedder; ///< absent: not opened yet
    Result<void> last;
};

struct KnowledgeSearch::Ranked
{
    int document = 0;
    bool named = false;
    double score = 0;
};

struct KnowledgeSearch::Known
{
    std::shared_ptr<const Corpus> corpus;
    knowledge::DocumentRanker ranker;
    std::shared_ptr<const std::vector<knowledge::DocumentRanker::Ticket>> tickets; ///< never null
    KnowledgeLessons lessons; ///< that it learnt

    store::Searched searched() const
    {
        return ranker.mentions() ? store::Searched::WithoutTitle : store::Searched::All;
    }
    /// Of a document what its best passage has; fn(take) calls take(row, score).
    template <class Fn>
    knowledge::LexicalScores bestOf(Fn fn) const
    {
        std::vector<double> best(size_t(ranker.size()), 0);
        fn([&](qint64 row, double score) {
            if (const int document = corpus->documentAt(row); document >= 0)
                best[size_t(document)] = std::max(best[size_t(document)], score);
        });
        knowledge::LexicalScores scores;
        for (size_t i = 0; i < best.size(); ++i)
            if (best[i] > 0)
                scores.push_back({int(i), best[i]});
        return scores;
    }
    knowledge::LexicalScores lexical(const QList<store::PassageScore> &scores) const
    {
        return bestOf([&](const auto &take) {
            for (const store::PassageScore &one : scores)
                take(one.row, one.score);
        });
    }
    /// The parts as turns, and the names that are heard in the newest of them that has one.
    std::vector<knowledge::DocumentRanker::Turn> hear(const QList<QueryPart> &parts,
                                                      QSet<int> &named) const
    {
        std::vector<knowledge::DocumentRanker::Turn> turns;
        for (const QueryPart &part : parts) {
            QString text = part.text;
            if (ranker.mentions() && named.isEmpty()) {
                const knowledge::Mentions::Found found = ranker.mentions()->in(text);
                for (const knowledge::Mentions::Mention &one : found.mentions)
                    named.insert(one.name);
                text = found.rest;
            }
            turns.push_back({text, part.weight, {}});
        }
        if (!named.isEmpty() && turns.size() > 1)
            turns.resize(1); // the others have served to hear the name
        return turns;
    }
    QList<Ranked> ranked(const std::vector<double> &scores, const QSet<int> &named,
                         const PassageQuery &query, const Wanted &wanted) const
    {
        QList<Ranked> all;
        for (int i = 0; i < ranker.size(); ++i) {
            if (!corpus->fits(i, query, wanted))
                continue;
            const QList<QString> &intents = corpus->documents[i].intents;
            const bool meant
                = std::any_of(intents.begin(), intents.end(), [&](const QString &intent) {
                      return query.intents.contains(intent);
                  });
            const double score = scores[size_t(i)] * (meant ? PassageQuery::intentFactor : 1);
            all.append(
                {i, named.contains(ranker.nameOf(i)), std::round(score * rankSteps) / rankSteps});
        }
        std::sort(all.begin(), all.end(), [](const Ranked &a, const Ranked &b) {
            return a.named != b.named ? a.named
                : a.score != b.score  ? a.score > b.score
                                      : a.document < b.document;
        });
        return all;
    }
};

struct KnowledgeSearch::Answer
{
    std::shared_ptr<const Known> known;
    std::vector<knowledge::DocumentRanker::Turn> turns;
    QList<Ranked> ranked;
    QList<QList<store::PassageScore>> passages; ///< by part
};

} // namespace baton
