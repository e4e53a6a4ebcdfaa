#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/KnowledgeInputs.h"
#include "app/batonctl/Stores.h"
#include "core/desk/KnowledgeSearch.h"
#include "core/knowledge/Query.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int rankedShown = 10;
constexpr int fewShown = 5;
// The newest turn counts whole, each earlier one half as much as the next.
constexpr qsizetype earlierTurns = 8;
constexpr double earlierWeight = 0.2;
constexpr double fading = 0.5;
constexpr quint32 shuffleSeed = 1;

PassageQuery asked(const TrialQuery &query)
{
    PassageQuery asked;
    double weight = earlierWeight;
    for (const QString &turn : query.turns.first(std::min(query.turns.size(), earlierTurns + 1))) {
        if (asked.parts.isEmpty()) {
            asked.parts.append({knowledge::searchWords(turn), 1});
            continue;
        }
        asked.parts.append({knowledge::searchWords(turn), weight});
        weight *= fading;
    }
    asked.limit = rankedShown;
    return asked;
}

/// How well the right documents stand among the first ten, summed over queries.
struct Standing
{
    int queries = 0;
    double hit1 = 0;
    double hit5 = 0;
    double recall5 = 0;
    double mrr = 0;
    double ndcg = 0;
    qint64 nanoseconds = 0;

    void add(const QList<RankedDocument> &ranked, const QSet<DocumentId> &gold)
    {
        ++queries;
        double gain = 0;
        double first = 0;
        int early = 0;
        for (qsizetype i = 0; i < ranked.size(); ++i) {
            if (!gold.contains(ranked[i].id))
                continue;
            gain += 1 / std::log2(double(i) + 2);
            if (first == 0)
                first = 1 / (double(i) + 1);
            early += i < fewShown ? 1 : 0;
        }
        double ideal = 0;
        for (int i = 0; i < std::min<qsizetype>(rankedShown, gold.size()); ++i)
            ideal += 1 / std::log2(i + 2.0);
        hit1 += first == 1 ? 1 : 0;
        hit5 += early > 0 ? 1 : 0;
        recall5 += double(early) / double(gold.size());
        mrr += first;
        ndcg += gain / ideal;
    }
    OrderedJson json() const
    {
        const auto percent
            = [this](double sum) { return std::round(sum / std::max(1, queries) * 10'000) / 100; };
        return {
            {"queries", queries},
            {"hit1", percent(hit1)},
            {"hit5", percent(hit5)},
            {"recall5", percent(recall5)},
            {"mrr10", percent(mrr)},
            {"ndcg10", percent(ndcg)},
            {"ms_per_query", std::round(double(nanoseconds) / 1e4 / std::max(1, queries)) / 100}};
    }
};

class KnowledgeTrial
{
public:
    KnowledgeTrial(Session &session, TrialDocuments documents, store::Store &store)
        : m_session(session)
        , m_search(store)
        , m_areas(std::move(documents.areas))
    {
        for (const Document &one : documents.documents)
            m_ids.insert(one.id);
        for (const QString &area : std::as_const(m_areas))
            m_allAreas.insert(area);
    }

    /// Those that have a right document among the given ones.
    QList<TrialQuery> answerable(QList<TrialQuery> queries) const
    {
        for (TrialQuery &query : queries)
            query.gold.removeIf([this](const DocumentId &id) { return !m_ids.contains(id); });
        queries.removeIf([](const TrialQuery &query) { return query.gold.isEmpty(); });
        return queries;
    }
    Result<void> learn(const QStringList &tickets, const QList<TrialQuery> &cited)
    {
        const Options &options = m_session.options;
        std::mt19937 random(shuffleSeed);
        QList<TrialQuery> taken = cited;
        std::shuffle(taken.begin(), taken.end(), random);
        if (options.citations > 0)
            taken = taken.mid(0, options.citations);
        const QList<DocumentId> all = sorted();
        KnowledgeLessons lessons{tickets, {}};
        for (const TrialQuery &one : std::as_const(taken)) {
            DocumentId document = one.gold.first();
            // So many in a hundred cite any other document.
            if (random() % 100 < quint32(options.wrong)) {
                const DocumentId right = document;
                while (document == right && all.size() > 1)
                    document = all[qsizetype(random() % quint32(all.size()))];
            }
            lessons.citations.append({one.turns.first(), document});
        }
        if (Result<void> done = awaited(m_search.learn(lessons)); !done)
            return done;
        return awaited(m_search.settled());
    }
    /// Beside the words, from the next learn() on.
    Result<void> use(const EmbeddingSource &embeddings)
    {
        return awaited(m_search.useEmbeddings(embeddings));
    }
    Result<void> ask(const QList<TrialQuery> &queries)
    {
        for (const TrialQuery &query : queries) {
            if (Interrupt::isRequested())
                return Error{ErrorCode::Cancelled, {}, {}};
            m_session.output.progress(u"Asking"_s, double(++m_asked) / double(m_all));
            KnowledgeSearch::Wanted wanted;
            if (!query.area.isEmpty() && m_allAreas.contains(query.area))
                wanted = [this, area = query.area](const Document &one) {
                    return m_areas.value(one.id) == area;
                };
            QElapsedTimer timer;
            timer.start();
            const auto ranked = awaited(m_search.rank(asked(query), wanted));
            m_standing.nanoseconds += timer.nsecsElapsed();
            if (!ranked)
                return ranked.error();
            m_standing.add(*ranked, QSet<DocumentId>(query.gold.begin(), query.gold.end()));
        }
        return {};
    }
    void expect(qsizetype queries) { m_all = queries; }
    const Standing &standing() const { return m_standing; }

private:
    QList<DocumentId> sorted() const
    {
        QList<DocumentId> ids(m_ids.begin(), m_ids.end());
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    Session &m_session;
    KnowledgeSearch m_search;
    QHash<DocumentId, QString> m_areas;
    QSet<QString> m_allAreas;
    QSet<DocumentId> m_ids;
    qsizetype m_all = 1;
    qsizetype m_asked = 0;
    Standing m_standing;
};

/// Each part of the queries in turn is asked of a search that took the others as citations.
Result<void> crossAsk(KnowledgeTrial &trial, const QStringList &tickets, QList<TrialQuery> queries,
                      int folds)
{
    std::shuffle(queries.begin(), queries.end(), std::mt19937(shuffleSeed));
    for (int fold = 0; fold < folds; ++fold) {
        QList<TrialQuery> asked;
        QList<TrialQuery> cited;
        for (qsizetype i = 0; i < queries.size(); ++i)
            (i % folds == fold ? asked : cited).append(queries[i]);
        Result<void> done = trial.learn(tickets, cited);
        if (done)
            done = trial.ask(asked);
        if (!done)
            return done;
    }
    return {};
}

struct TrialInputs
{
    TrialDocuments documents;
    QList<TrialQuery> queries;
    QList<TrialQuery> learnt;
    QStringList tickets;
};

Result<TrialInputs> readTrialInputs(const Options &options)
{
    const auto path
        = [&](const char *name) { return options.files.value(QLatin1StringView(name)); };
    TrialInputs inputs;
    auto documents = readTrialDocuments(path("docs"), options.kind);
    if (!documents)
        return documents.error();
    inputs.documents = *std::move(documents);
    const auto queries = [&](const char *name, QList<TrialQuery> &into) -> Result<void> {
        auto read = readTrialQueries(path(name));
        if (!read)
            return read.error();
        into = *std::move(read);
        return {};
    };
    Result<void> done = queries("queries", inputs.queries);
    if (done && !path("learn").isEmpty())
        done = queries("learn", inputs.learnt);
    if (!done)
        return done.error();
    if (!path("tickets").isEmpty()) {
        auto tickets = readTickets(path("tickets"));
        if (!tickets)
            return tickets.error();
        inputs.tickets = *std::move(tickets);
    }
    return inputs;
}

Result<OrderedJson> run(Session &session, TrialInputs inputs)
{
    // A store of its own: the same search as the desk's, over these documents alone.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error{ErrorCode::Io, folder.path(), folder.errorString()};
    const Profile profile = profileFor(folder.path(), u"trial"_s);
    Session own{session.options, profile, session.clock, session.output};
    const auto store = openStore(own, store::Access::ReadWrite);
    if (!store)
        return Error{ErrorCode::Io, folder.path(), u"no store could be made there"_s};
    QElapsedTimer timer;
    timer.start();
    const auto added = awaited(store->addDocuments(inputs.documents.documents));
    if (!added)
        return added.error();
    if (!added->refused.isEmpty())
        return added->refused.first().error;
    KnowledgeTrial trial(session, std::move(inputs.documents), *store);
    const QList<TrialQuery> queries = trial.answerable(std::move(inputs.queries));
    trial.expect(queries.size());
    Result<void> done = trial.use(
        {session.options.files.value(u"embeddings"_s), session.options.files.value(u"model"_s)});
    qint64 learning = 0;
    if (!done)
        return done.error();
    if (session.options.folds > 1) {
        done = crossAsk(trial, inputs.tickets, queries, session.options.folds);
    } else {
        done = trial.learn(inputs.tickets, trial.answerable(std::move(inputs.learnt)));
        learning = timer.elapsed();
        if (done)
            done = trial.ask(queries);
    }
    if (!done)
        return done.error();
    OrderedJson json = trial.standing().json();
    if (session.options.folds <= 1)
        json["learn_seconds"] = std::round(double(learning) / 100) / 10;
    return json;
}

} // namespace

Exit evaluateKnowledge(Session &session)
{
    const Interrupt interrupt;
    const auto &files = session.options.files;
    if (!files.contains(u"docs"_s) || !files.contains(u"queries"_s)
        || (session.options.folds > 1 && files.contains(u"learn"_s))) {
        session.output.problem(
            u"evaluate takes --docs PATH and --queries FILE, and --learn FILE or --folds N"_s);
        return Exit::Usage;
    }
    Result<TrialInputs> inputs = readTrialInputs(session.options);
    if (!inputs) {
        session.output.problem(documentWords(inputs.error(), u"read the trial"_s));
        return Exit::CouldNot;
    }
    const Result<OrderedJson> json = run(session, *std::move(inputs));
    session.output.endProgress();
    if (!json) {
        session.output.problem(words(json.error(), u"try the search"_s));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json(*json);
    else
        for (const auto &[name, value] : json->items())
            session.output.line(u"%1 %2"_s.arg(QString::fromStdString(name), -18)
                                    .arg(QString::fromStdString(value.dump())));
    return Exit::Done;
}

} // namespace baton::ctl
