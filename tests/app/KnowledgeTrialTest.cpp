#include "Batonctl.h"

#include "tests/knowledge/MadeModel.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

constexpr const char *documents
    = R"({"id":"refund","title":"Refunds","text":"Money goes back to the card."}
{"id":"courier","title":"Delivery","text":"## Days\n\nParcels come on working days.","scope":"shop"}
{"id":"lamp","title":"Guarantee","text":"A broken lamp is mended.","scope":"shop"}
)";

QString shared(const QString &name)
{
    return QStringLiteral(BATON_SHARED_DATA "/") + name;
}

} // namespace

class KnowledgeTrialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresHowWellDocumentsAreFound()
    {
        const nlohmann::json scores = trial(
            R"({"query":"was I refunded","gold":["refund"]}
{"query":"which days","context":["customer: where is it","agent: it comes with parcels"],"gold":["courier"]}
{"query":"money?","scope":"shop","gold":["courier","lamp"]}
{"query":"no such thing","gold":["gone"]}
{"query":"nobody knows","gold":[]}
)");
        QCOMPARE(scores.at("queries"), 3);
        QCOMPARE(scores.at("hit1"), 100.0);
        QCOMPARE(scores.at("recall5"), 100.0);
        QCOMPARE(scores.at("ndcg10"), 100.0);
        for (const char *name : {"hit5", "mrr10", "ms_per_query", "learn_seconds"})
            QVERIFY2(scores.contains(name), name);
    }

    void citationsAreLearntFrom()
    {
        const QByteArray asked = R"({"query":"the thingummy is dark","gold":["lamp"]})";
        QVERIFY(trial(asked + "\n{\"query\":\"money\",\"gold\":[\"lamp\"]}\n").at("hit1") < 100.0);
        const QString cited = m_desk.write(u"cited.jsonl"_s, asked);
        QCOMPARE(trial(asked, {u"--learn"_s, cited}).at("hit1"), 100.0);
    }

    void aModelTellsWhatMeansAlike()
    {
        const MadeModel model;
        model.tokens(wordPieceTokens({"[UNK]", "guarantee", "vow"}));
        model.tensors(
            {{"embeddings", {{"dtype", "F32"}, {"shape", {3, 2}}, {"data_offsets", {0, 24}}}}},
            MadeModel::bytesOf<float>({0, 0, 1, 0, 1, 0.1F}));
        const QByteArray asked = R"({"query":"vow","gold":["lamp"]})";
        QVERIFY(trial(asked).at("hit1") < 100.0);
        QCOMPARE(trial(asked, {u"--embeddings"_s, model.path()}).at("hit1"), 100.0);
        const Ran none = run(asked, {u"--embeddings=/no/such/folder"_s});
        QCOMPARE(none.exit, 3);
        QVERIFY2(none.err.contains("/no/such/folder"), none.err);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("queries");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no JSON") << "no\n"_ba
                                 << "line 1: expected a JSON object"_ba;
        QTest::newRow("no gold") << "{\"query\":\"a\"}\n"_ba
                                 << "line 1: expected \"query\""_ba;
        QTest::newRow("gold of numbers") << "{\"query\":\"a\",\"gold\":[1]}\n"_ba
                                         << "line 1: expected ids"_ba;
        QTest::newRow("context of numbers") << "{\"query\":\"a\",\"context\":[1],\"gold\":[]}\n"_ba
                                            << "line 1: expected texts"_ba;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, queries);
        QFETCH(QByteArray, problem);
        const Ran ran = run(queries, {});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains(problem), ran.err);
    }

    void asksForWhatItNeeds()
    {
        QCOMPARE(m_desk.run({u"knowledge"_s, u"evaluate"_s}).exit, 2);
        const QString file = m_desk.write(u"docs.jsonl"_s, documents);
        QCOMPARE(m_desk.run({u"knowledge"_s, u"evaluate"_s, u"--docs"_s, file}).exit, 2);
        QCOMPARE(run("{}", {u"--folds=1"_s}).exit, 2);
        QCOMPARE(run("{}", {u"--wrong=101"_s}).exit, 2);
        QCOMPARE(run("{}", {u"--folds=2"_s, u"--learn"_s, file}).exit, 2);
    }

    // The figures of README, less a point each.
    void keepsItsFigures_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<double>("hit1");
        QTest::addColumn<double>("ndcg10");
        const QStringList guidelines{u"abcd_guidelines.jsonl"_s, u"abcd_guidelines"_s};
        const QString tickets = shared(u"dialogs/abcd_issue_summaries.jsonl.gz"_s);
        QTest::newRow("guidelines, cold") << guidelines << 61.7 << 76.2;
        QTest::newRow("guidelines, tickets")
            << guidelines + QStringList{u"--tickets"_s, tickets} << 67.2 << 80.7;
        QTest::newRow("guidelines, citations")
            << guidelines + QStringList{u"--folds=5"_s} << 79.0 << 86.9;
        QTest::newRow("guidelines, 100 citations")
            << guidelines + QStringList{u"--folds=5"_s, u"--citations=100"_s} << 70.7 << 82.3;
        QTest::newRow("guidelines, a fifth is wrong")
            << guidelines + QStringList{u"--folds=5"_s, u"--wrong=20"_s} << 74.8 << 84.6;
        QTest::newRow("manuals") << QStringList{u"flodial_docs.jsonl"_s, u"flodial_faq"_s,
                                                u"--kind=faq"_s}
                                 << 59.7 << 75.5;
        QTest::newRow("passages") << QStringList{u"mtragun_passages.jsonl.gz"_s, u"mtragun"_s}
                                  << 82.7 << 86.3;
        QTest::newRow("reviews") << QStringList{u"dstc11t5_knowledge.jsonl"_s, u"dstc11t5"_s}
                                 << 53.2 << 52.3;
        QTest::newRow("bank") << QStringList{u"tau2_banking.jsonl"_s, u"tau2_banking"_s} << 23.4
                              << 24.9;
        const QStringList model{u"--embeddings"_s, shared(u"../models/m2v"_s)};
        QTest::newRow("guidelines, with a model") << guidelines + model << 62.3 << 76.5;
        QTest::newRow("manuals, with a model")
            << QStringList{u"flodial_docs.jsonl"_s, u"flodial_faq"_s, u"--kind=faq"_s} + model
            << 59.3 << 75.3;
        QTest::newRow("bank, with a model")
            << QStringList{u"tau2_banking.jsonl"_s, u"tau2_banking"_s} + model << 21.2 << 24.1;
    }
    void keepsItsFigures()
    {
        QFETCH(QStringList, arguments);
        QFETCH(double, hit1);
        QFETCH(double, ndcg10);
        const QString docs = shared(u"kb/"_s + arguments.takeFirst());
        const QString queries = shared(u"retrieval/%1.queries.jsonl"_s.arg(arguments.takeFirst()));
        const qsizetype model = arguments.indexOf(u"--embeddings"_s);
        if (!QFile::exists(docs) || (model >= 0 && !QFile::exists(arguments[model + 1])))
            QSKIP("the real texts are not beside the checkout");
        const Ran ran = m_desk.run(QStringList{u"knowledge"_s, u"evaluate"_s, u"--docs"_s, docs,
                                               u"--queries"_s, queries, u"--json"_s}
                                   + arguments);
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json scores = ran.json().at(0);
        qInfo("%s", scores.dump().c_str());
        QVERIFY(scores.at("hit1") >= hit1);
        QVERIFY(scores.at("ndcg10") >= ndcg10);
    }

private:
    Ran run(const QByteArray &queries, const QStringList &more)
    {
        return m_desk.run(QStringList{u"knowledge"_s, u"evaluate"_s, u"--json"_s, u"--docs"_s,
                                      m_desk.write(u"docs.jsonl"_s, documents), u"--queries"_s,
                                      m_desk.write(u"queries.jsonl"_s, queries)}
                          + more);
    }
    nlohmann::json trial(const QByteArray &queries, const QStringList &more = {})
    {
        const Ran ran = run(queries, more);
        if (ran.exit != 0)
            qFatal("%s", ran.err.constData());
        return ran.json().at(0);
    }

    const Desk m_desk;
};

BATON_TEST(KnowledgeTrialTest)
#include "KnowledgeTrialTest.moc"
