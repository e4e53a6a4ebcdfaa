#include "core/desk/KnowledgeSearchPrivate.h"

namespace baton {

namespace {

using knowledge::DocumentRanker;

constexpr qsizetype ticketsAtOnce = 256;    // of one question to the store
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

std::vector<DocumentRanker::Citation> citationsIn(const QList<Document> &documents,
                                                  const QList<KnowledgeLessons::Citation> &all)
{
    QHash<DocumentId, int> places;
    for (const Document &one : documents)
        places.insert(one.id, int(places.size()));
    std::vector<DocumentRanker::Citation> citations;
    for (const KnowledgeLessons::Citation &one : all) {
        if (const auto place = places.constFind(one.document); place != places.cend())
            citations.push_back({one.text, *place});
    }
    return citations;
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

KnowledgeSearch::KnowledgeSearch(store::Store &store)
    : m_store(store)
    , m_models(std::make_unique<Models>())
{ }

KnowledgeSearch::~KnowledgeSearch()
{
    m_ending = true;
    m_thread.run([] {}).waitForFinished(); // whatever begins a filling has done so
}

QFuture<Result<void>> KnowledgeSearch::learn(KnowledgeLessons lessons)
{
    return m_thread.run([this, lessons = std::move(lessons)] {
        const Result<void> done = read(lessons);
        fillLater();
        return done;
    });
}

QFuture<Result<void>> KnowledgeSearch::relearn(QList<KnowledgeLessons::Citation> citations)
{
    const quint64 own = ++m_relearnt;
    return m_thread.run([this, own, citations = std::move(citations)]() -> Result<void> {
        return own == m_relearnt ? learnAnew(citations) : Result<void>();
    });
}

Result<void> KnowledgeSearch::read(const KnowledgeLessons &lessons)
{
    auto documents = awaited(m_store.indexedDocuments());
    if (!documents)
        return documents.error();
    QList<DocumentRanker::Subject> subjects;
    auto corpus = std::make_shared<Corpus>();
    for (store::IndexedDocument &one : *documents) {
        subjects.append({one.document.title, wholeText(one.document)});
        corpus->add(std::move(one));
    }
    if (m_known && m_known->lessons == lessons && *m_known->corpus == *corpus)
        return {}; // asked for again while nothing has come
    const auto citations = citationsIn(corpus->documents, lessons.citations);
    auto known = std::make_shared<Known>(
        Known{std::move(corpus), DocumentRanker(subjects, citations), {}, lessons});
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
    known->tickets
        = std::make_shared<const std::vector<DocumentRanker::Ticket>>(std::move(tickets));
    m_known = std::move(known);
    return {};
}

Result<void> KnowledgeSearch::learnAnew(const QList<KnowledgeLessons::Citation> &citations)
{
    if (!m_known)
        return read({{}, citations});
    m_known = std::make_shared<Known>(
        Known{m_known->corpus,
              m_known->ranker.learnt(*m_known->tickets,
                                     citationsIn(m_known->corpus->documents, citations)),
              m_known->tickets,
              {m_known->lessons.tickets, citations}});
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
    answer.turns = answer.known->hear(query.parts, named);
    QStringList texts;
    for (const DocumentRanker::Turn &turn : answer.turns)
        texts.append(turn.text);
    auto scores = awaited(m_store.scorePassages(texts, answer.known->searched()));
    if (!scores)
        return scores.error();
    answer.passages = *std::move(scores);
    for (size_t i = 0; i < answer.turns.size(); ++i)
        answer.turns[i].lexical = answer.known->lexical(answer.passages[qsizetype(i)]);
    hearMeaning(answer, texts);
    answer.ranked
        = answer.known->ranked(answer.known->ranker.scores(answer.turns), named, query, wanted);
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
            ranked.append({answer->known->corpus->documents[one.document].id, one.score});
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
            if (!scoreOf.contains(answer->known->corpus->documentAt(one.row)))
                continue;
            double &sum = sums[one.row];
            sum += answer->turns[size_t(i)].weight * one.score;
            best = std::max(best, sum);
        }
    }
    QList<Candidate> candidates;
    QSet<int> shown;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        const int document = answer->known->corpus->documentAt(it.key());
        if (it.value() <= 0)
            continue;
        candidates.append({it.key(), scoreOf.value(document) + passageShare * it.value() / best});
        shown.insert(document);
    }
    for (auto it = scoreOf.cbegin(); it != scoreOf.cend(); ++it) {
        const qint64 row = answer->known->corpus->firstRow[it.key()];
        if (!shown.contains(it.key()) && row != 0)
            candidates.append({row, it.value()});
    }
    for (Candidate &one : candidates)
        one.score = std::round(one.score * rankSteps) / rankSteps;
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
