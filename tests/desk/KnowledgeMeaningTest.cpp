#include "core/desk/KnowledgeSearch.h"
#include "core/store/Store.h"
#include "tests/knowledge/MadeModel.h"
#include "tests/support/ScriptedHttp.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

Document piece(const QString &id, int version, const QString &text)
{
    Document made;
    made.id = DocumentId(id);
    made.version = version;
    made.title = id;
    made.sha256
        = QCryptographicHash::hash((id + text).toUtf8(), QCryptographicHash::Sha256).toHex();
    made.passages.append({made.id, version, made.title, {}, 0, text});
    return made;
}

PassageQuery asking(const QString &text)
{
    PassageQuery query;
    query.parts = {{text, 1}};
    return query;
}

/// A model to which a couch is a sofa and a settee, and nothing else is anything.
void writeFurniture(const MadeModel &folder, float settee = 1)
{
    folder.tokens(wordPieceTokens({"[UNK]", "sofa", "settee", "lamp"}));
    folder.tensors(
        {{"embeddings", {{"dtype", "F32"}, {"shape", {4, 2}}, {"data_offsets", {0, 32}}}}},
        MadeModel::bytesOf<float>({0, 0, 1, 0, settee, 0.1F, 0, 1}));
}

/// A server to which every text that names a sofa or a settee is the same.
QByteArray furniture(const ScriptedHttp::Request &request)
{
    const auto json = nlohmann::json::parse(request.body.toStdString());
    nlohmann::json data = nlohmann::json::array();
    for (const std::string &text : json.at("input").get<std::vector<std::string>>()) {
        const bool seat = text.find("sofa") != text.npos || text.find("settee") != text.npos;
        data.push_back({{"index", data.size()}, {"embedding", {seat ? 1 : 0, seat ? 0 : 1}}});
    }
    return ScriptedHttp::reply(
        QByteArray::fromStdString(nlohmann::json{{"model", "m"}, {"data", data}}.dump()));
}

} // namespace

/// A model that tells what means alike, beside the words.
class KnowledgeMeaningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const store::Rules rules{
            [](const Conversation &c, const QList<OutboxEntry> &) { return c; },
            [](const Conversation &c, const auto &) {
                return Placement{{}, {.id = c.id.text()}, c.queue};
            },
            {AgentId(u"imke"_s), u"Imke"_s, Role::Agent}};
        auto opened
            = store::Store::open({m_folder->filePath(u"data"_s), m_folder->filePath(u"s"_s)},
                                 store::Access::ReadWrite, rules, m_clock);
        QVERIFY(opened);
        m_store = std::move(opened).value();
        add({piece(u"light"_s, 1, u"A lamp is mended."_s),
             piece(u"divan"_s, 1, u"A sofa is brought."_s)});
    }
    void cleanup() { m_store.reset(); }

    void whatMeansTheSameIsFound()
    {
        MadeModel model;
        writeFurniture(model);
        KnowledgeSearch search(*m_store);
        QCOMPARE(scoreOf(search, u"settee"_s, u"divan"_s), 0);
        QVERIFY(waited(search.useEmbeddings({model.path(), {}})));
        QVERIFY(scoreOf(search, u"settee"_s, u"divan"_s) > 0);
        QCOMPARE(scoreOf(search, u"settee"_s, u"light"_s), 0);
        const auto passages = waited(search.find(asking(u"settee"_s)));
        QVERIFY(passages);
        QCOMPARE(passages->first().passage.document.text(), u"divan"_s);

        QVERIFY(waited(search.useEmbeddings({})));
        QCOMPARE(scoreOf(search, u"settee"_s, u"divan"_s), 0);
    }

    void wordsThatItDoesNotKnowChangeNothing()
    {
        MadeModel model;
        writeFurniture(model);
        KnowledgeSearch search(*m_store);
        const double before = scoreOf(search, u"brought"_s, u"divan"_s);
        QVERIFY(waited(search.useEmbeddings({model.path(), {}})));
        QCOMPARE(scoreOf(search, u"brought"_s, u"divan"_s), before);
    }

    void onlyWhatChangedIsAskedForAgain()
    {
        ScriptedHttp server(&furniture);
        KnowledgeSearch search(*m_store);
        QVERIFY(waited(search.useEmbeddings({server.address(), u"m"_s})));
        QCOMPARE(texts(server), 3); // the first meeting, and two passages
        add({piece(u"divan"_s, 2, u"A sofa is brought on Mondays."_s)});
        QVERIFY(waited(search.learn({})));
        QVERIFY(waited(search.settled()));
        QCOMPARE(texts(server), 4);
        QVERIFY(scoreOf(search, u"settee"_s, u"divan"_s) > 0);
        QCOMPARE(kept(server), 2); // what the first version said is forgotten

        KnowledgeSearch next(*m_store);
        const qsizetype before = texts(server);
        QVERIFY(waited(next.useEmbeddings({server.address(), u"m"_s})));
        QCOMPARE(texts(server), before + 1); // the meeting
    }

    void directionsOfTwoModelsAreNeverMixed()
    {
        MadeModel model;
        writeFurniture(model);
        ScriptedHttp server(&furniture);
        KnowledgeSearch search(*m_store);
        QVERIFY(waited(search.useEmbeddings({server.address(), u"m"_s})));
        QCOMPARE(kept(server), 2);
        QVERIFY(waited(search.useEmbeddings({model.path(), {}})));
        QCOMPARE(kept(server), 0);
        writeFurniture(model, -1); // to which a settee is the opposite
        QVERIFY(waited(search.useEmbeddings({model.path(), {}})));
        QCOMPARE(scoreOf(search, u"settee"_s, u"divan"_s), 0);
    }

    void aModelThatIsGoneCostsASearchNothing()
    {
        auto server = std::make_unique<ScriptedHttp>(&furniture);
        KnowledgeSearch search(*m_store);
        QVERIFY(waited(search.useEmbeddings({server->address(), u"m"_s})));
        const double with = scoreOf(search, u"sofa"_s, u"divan"_s);
        server.reset();
        QVERIFY(scoreOf(search, u"sofa"_s, u"divan"_s) < with);
        QVERIFY(scoreOf(search, u"sofa"_s, u"divan"_s) > 0);
    }

    void aModelThatIsNoneIsTold()
    {
        KnowledgeSearch search(*m_store);
        const auto used = waited(search.useEmbeddings({m_folder->filePath(u"none"_s), {}}));
        QVERIFY(!used);
        QCOMPARE(used.error().code, ErrorCode::NotFound);
        QVERIFY(scoreOf(search, u"sofa"_s, u"divan"_s) > 0);
        QCOMPARE(waited(search.settled()).error().code, ErrorCode::NotFound);
    }

    void nobodyWaitsForASilentServerAtTheEnd()
    {
        ScriptedHttp silent([](const auto &) { return QByteArray(); });
        QFuture<Result<void>> used;
        {
            KnowledgeSearch search(*m_store);
            used = search.useEmbeddings({silent.address(), {}});
            QTRY_COMPARE(silent.requests().size(), 1);
        }
        QCOMPARE(used.result().error().code, ErrorCode::Cancelled);
    }

    void citationsAreLearntWithoutReadingAgain()
    {
        MadeModel model;
        writeFurniture(model);
        KnowledgeSearch search(*m_store);
        QVERIFY(waited(search.learn({})));
        QVERIFY(waited(search.useEmbeddings({model.path(), {}})));
        m_store->retireDocument(DocumentId(u"light"_s)).waitForFinished();
        QVERIFY(waited(search.relearn({{u"my thingummy"_s, DocumentId(u"light"_s)}})));
        QVERIFY(scoreOf(search, u"thingummy"_s, u"light"_s) > 0); // as it was read
        QVERIFY(scoreOf(search, u"settee"_s, u"divan"_s) > 0);    // and the model stays
        QVERIFY(waited(search.relearn({})));
        QCOMPARE(scoreOf(search, u"thingummy"_s, u"light"_s), 0);
    }

private:
    void add(const QList<Document> &documents)
    {
        const auto report = m_store->addDocuments(documents).result();
        QVERIFY(report && report->refused.isEmpty());
    }
    /// While servers on this thread answer.
    template <class T>
    static Result<T> waited(QFuture<Result<T>> future)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
        return future.result();
    }
    static double scoreOf(KnowledgeSearch &search, const QString &text, const QString &document)
    {
        const auto ranked = waited(search.rank(asking(text)));
        if (ranked)
            for (const RankedDocument &one : *ranked)
                if (one.id.text() == document)
                    return one.score;
        return -1;
    }
    static qsizetype texts(const ScriptedHttp &server)
    {
        qsizetype count = 0;
        for (const auto &request : server.requests())
            count
                += qsizetype(nlohmann::json::parse(request.body.toStdString()).at("input").size());
        return count;
    }
    qsizetype kept(const ScriptedHttp &server)
    {
        return m_store->vectors(server.address() + u"/v1/embeddings m 2"_s, 2).result()->size();
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
};

BATON_TEST(KnowledgeMeaningTest)
#include "KnowledgeMeaningTest.moc"
