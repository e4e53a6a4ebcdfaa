#include "core/desk/KnowledgeSearch.h"

#include "core/base/Text.h"
#include "core/store/Store.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

using knowledge::DocumentRanker;
using knowledge::LexicalScores;

constexpr qsizetype ticketsAtOnce = 256; // of one question to the store
constexpr double scoreSteps = 1e6;
constexpr qsizetype documentsLookedAt = 50; // for passages
constexpr double passageShare = 0.5;        // of a passage's own score beside its document's

QString wholeText(const Document &document)
{
    QStringList texts;
    QString heading;
    for (const Passage &passage : document.passages) {
        if (passage.heading != std::exchange(heading, passage.heading))
            texts.append(passage.heading);
        texts.append(passage.text);
    }
    return texts.join(u'\n');
}

} // namespace

KnowledgeLessons lessonsOf(const QList<Citation> &citations)
{
    KnowledgeLessons lessons;
    QSet<std::pair<QString, QString>> disputed;
    for (const Citation &one : citations) {
        if (one.kind == CitationKind::Disputed)
            disputed.insert({one.conversation.text(), one.place.document.text()});
    }
    QSet<std::pair<QString, QString>> learnt;
    for (const Citation &one : citations) {
        const std::pair<QString, QString> pair{one.conversation.text(), one.place.document.text()};
        if (one.kind == CitationKind::Disputed || one.asked.isEmpty() || disputed.contains(pair)
            || learnt.contains(pair))
            continue;
        learnt.insert(pair); // once, however many of its passages an answer rests on
        lessons.citations.append({one.asked, one.place.document});
    }
    return lessons;
}

struct KnowledgeSearch::Ranked
{
    int document = 0;
    bool named = false;
    double score = 0;
};

struct KnowledgeSearch::Known
{
    explicit Known(DocumentRanker made)
        : ranker(std::move(made))
    { }

    DocumentRanker ranker;
    QList<Document> documents;   ///< without passages; by index as in the ranker
    std::vector<int> documentOf; ///< by a passage's row; −1: none
    QList<qint64> firstRow;      ///< by index; 0: without passages

    void add(store::IndexedDocument one)
    {
        const int place = int(documents.size());
        for (const qint64 row : one.rows) {
            if (row >= qint64(documentOf.size()))
                documentOf.resize(size_t(row) + 1, -1);
            documentOf[size_t(row)] = place;
        }
        firstRow.append(one.rows.value(0));
        one.document.passages.clear();
        documents.append(std::move(one.document));
    }
    store::Searched searched() const
    {
        return ranker.mentions() ? store::Searched::WithoutTitle : store::Searched::All;
    }
    int documentAt(qint64 row) const
    {
        return row < qint64(documentOf.size()) ? documentOf[size_t(row)] : -1;
    }
    /// Of a document what its best passage has.
    LexicalScores lexical(const QList<store::PassageScore> &scores) const
    {
        std::vector<double> best(size_t(ranker.size()), 0);
        for (const store::PassageScore &one : scores)
            if (const int document = documentAt(one.row); document >= 0)
                best[size_t(document)] = std::max(best[size_t(document)], one.score);
        LexicalScores lexical;
        for (size_t i = 0; i < best.size(); ++i)
            if (best[i] > 0)
                lexical.push_back({int(i), best[i]});
        return lexical;
    }
    /// The parts as turns, and the names that are heard in the newest of them that has one.
    std::vector<DocumentRanker::Turn> hear(const QList<QueryPart> &parts, QSet<int> &named) const
    {
        std::vector<DocumentRanker::Turn> turns;
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
            if (!fits(i, query, wanted))
                continue;
            const QList<QString> &intents = documents[i].intents;
            const bool meant
                = std::any_of(intents.begin(), intents.end(), [&](const QString &intent) {
                      return query.intents.contains(intent);
                  });
            const double score = scores[size_t(i)] * (meant ? PassageQuery::intentFactor : 1);
            all.append(
                {i, named.contains(ranker.nameOf(i)), std::round(score * scoreSteps) / scoreSteps});
        }
        std::sort(all.begin(), all.end(), [](const Ranked &a, const Ranked &b) {
            return a.named != b.named ? a.named
                : a.score != b.score  ? a.score > b.score
                                      : a.document < b.document;
        });
        return all;
    }
    bool fits(int document, const PassageQuery &query, const Wanted &wanted) const
    {
        const Document &one = documents[document];
        return (!query.audience || *query.audience == one.audience)
            && text::sameLanguage(query.language, one.language) && (!wanted || wanted(one));
    }
};

struct KnowledgeSearch::Answer
{
    std::shared_ptr<const Known> known;
    QList<Ranked> ranked;
    QList<QList<store::PassageScore>> passages; ///< by part
    std::vector<double> weights;                ///< likewise
};

KnowledgeSearch::KnowledgeSearch(store::Store &store)
    : m_store(store)
{ }

QFuture<Result<void>> KnowledgeSearch::learn(KnowledgeLessons lessons)
{
    return m_thread.run([this, lessons = std::move(lessons)] { return read(lessons); });
}

Result<void> KnowledgeSearch::read(const KnowledgeLessons &lessons)
{
    auto documents = awaited(m_store.indexedDocuments());
    if (!documents)
        return documents.error();
    QList<DocumentRanker::Subject> subjects;
    QHash<DocumentId, int> places;
    for (const store::IndexedDocument &one : *documents) {
        places.insert(one.document.id, int(subjects.size()));
        subjects.append({one.document.title, wholeText(one.document)});
    }
    std::vector<DocumentRanker::Citation> citations;
    for (const KnowledgeLessons::Citation &one : lessons.citations) {
        if (const auto place = places.constFind(one.document); place != places.cend())
            citations.push_back({one.text, *place});
    }
    auto known = std::make_shared<Known>(DocumentRanker(subjects, citations));
    for (store::IndexedDocument &one : *documents)
        known->add(std::move(one));
    std::vector<DocumentRanker::Ticket> tickets;
    for (qsizetype from = 0; from < lessons.tickets.size(); from += ticketsAtOnce) {
        const QStringList some = lessons.tickets.mid(from, ticketsAtOnce);
        const auto scores = awaited(m_store.scorePassages(some, known->searched()));
        if (!scores)
            return scores.error();
        for (qsizetype i = 0; i < some.size(); ++i)
            tickets.push_back({some[i], known->lexical((*scores)[i])});
    }
    if (!tickets.empty())
        known->ranker = known->ranker.learnt(tickets, citations);
    m_known = std::move(known);
    return {};
}

Result<std::shared_ptr<const KnowledgeSearch::Known>> KnowledgeSearch::known()
{
    if (!m_known)
        if (const Result<void> done = read({}); !done)
            return done.error();
    return m_known;
}

Result<KnowledgeSearch::Answer> KnowledgeSearch::answer(const PassageQuery &query,
                                                        const Wanted &wanted)
{
    const auto known = this->known();
    if (!known)
        return known.error();
    Answer answer;
    answer.known = *known;
    QSet<int> named;
    std::vector<DocumentRanker::Turn> turns = answer.known->hear(query.parts, named);
    QStringList texts;
    for (const DocumentRanker::Turn &turn : turns)
        texts.append(turn.text);
    auto scores = awaited(m_store.scorePassages(texts, answer.known->searched()));
    if (!scores)
        return scores.error();
    answer.passages = *std::move(scores);
    for (size_t i = 0; i < turns.size(); ++i) {
        turns[i].lexical = answer.known->lexical(answer.passages[qsizetype(i)]);
        answer.weights.push_back(turns[i].weight);
    }
    answer.ranked = answer.known->ranked(answer.known->ranker.scores(turns), named, query, wanted);
    return answer;
}

QFuture<Result<QList<RankedDocument>>> KnowledgeSearch::rank(PassageQuery query, Wanted wanted)
{
    return m_thread.run([this, query = std::move(query),
                         wanted = std::move(wanted)]() -> Result<QList<RankedDocument>> {
        const auto answer = this->answer(query, wanted);
        if (!answer)
            return answer.error();
        QList<RankedDocument> ranked;
        for (const Ranked &one : answer->ranked) {
            if (ranked.size() == query.limit)
                break;
            ranked.append({answer->known->documents[one.document].id, one.score});
        }
        return ranked;
    });
}

QFuture<Result<QList<FoundPassage>>> KnowledgeSearch::find(PassageQuery query)
{
    return m_thread.run([this, query = std::move(query)] { return passages(query); });
}

Result<QList<FoundPassage>> KnowledgeSearch::passages(const PassageQuery &query)
{
    const auto answer = this->answer(query, {});
    if (!answer)
        return answer.error();
    struct Candidate
    {
        qint64 row = 0;
        double score = 0;
    };
    const QList<Ranked> looked
        = answer->ranked.first(std::min(documentsLookedAt, answer->ranked.size()));
    double highest = 0; // not always the first one's: what was named comes before
    for (const Ranked &one : looked)
        highest = std::max(highest, one.score);
    QHash<int, double> scoreOf; // the best one's being 1
    for (const Ranked &one : looked)
        if (one.score > 0)
            scoreOf.insert(one.document, one.score / highest);
    QHash<qint64, double> sums;
    double best = 0;
    for (qsizetype i = 0; i < answer->passages.size(); ++i) {
        for (const store::PassageScore &one : answer->passages[i]) {
            if (!scoreOf.contains(answer->known->documentAt(one.row)))
                continue;
            double &sum = sums[one.row];
            sum += answer->weights[size_t(i)] * one.score;
            best = std::max(best, sum);
        }
    }
    QList<Candidate> candidates;
    QSet<int> shown;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        const int document = answer->known->documentAt(it.key());
        if (it.value() <= 0)
            continue;
        candidates.append({it.key(), scoreOf.value(document) + passageShare * it.value() / best});
        shown.insert(document);
    }
    for (auto it = scoreOf.cbegin(); it != scoreOf.cend(); ++it) {
        const qint64 row = answer->known->firstRow[it.key()];
        if (!shown.contains(it.key()) && row != 0)
            candidates.append({row, it.value()});
    }
    for (Candidate &one : candidates)
        one.score = std::round(one.score * scoreSteps) / scoreSteps;
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.row < b.row;
    });
    candidates.resize(std::min<qsizetype>(candidates.size(), query.limit));
    QList<qint64> rows;
    QHash<qint64, double> scores;
    for (const Candidate &one : candidates)
        rows.append(one.row);
    auto passages = awaited(m_store.passagesAt(rows));
    if (!passages)
        return passages.error();
    if (passages->size() == candidates.size())
        for (qsizetype i = 0; i < candidates.size(); ++i)
            (*passages)[i].score = candidates[i].score;
    return *std::move(passages);
}

} // namespace baton
