#include "Batonctl.h"

#include "tests/knowledge/MadeModel.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

/// batonctl knowledge embeddings
class KnowledgeEmbeddingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModelThatWorksIsKeptUntilNoneIsWanted()
    {
        const MadeModel model;
        model.tokens(wordPieceTokens({"lamp"}));
        model.tensors(
            {{"embeddings", {{"dtype", "F32"}, {"shape", {1, 2}}, {"data_offsets", {0, 8}}}}},
            MadeModel::bytesOf<float>({1, 0}));
        const Desk desk;
        QCOMPARE(embeddings(desk, {}).out, "None.\n"_ba);
        const Ran chosen = embeddings(desk, {model.path()});
        QVERIFY2(chosen.exit == 0, chosen.err);
        QVERIFY(chosen.out.contains(model.path().toUtf8()));
        QVERIFY2(chosen.err.contains("2 dimensions"), chosen.err);
        QCOMPARE(embeddings(desk, {u"--json"_s}).json().at(0).at("embeddings"),
                 model.path().toStdString());
        QCOMPARE(embeddings(desk, {u"none"_s}).exit, 0);
        QCOMPARE(embeddings(desk, {}).out, "None.\n"_ba);
    }

    void aModelThatDoesNotWorkIsToldAndNotKept_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no folder") << u"/no/such/folder"_s << "/no/such/folder"_ba;
        QTest::newRow("no address") << u"ftp://models"_s << "http://HOST"_ba;
        QTest::newRow("a password") << u"http://me:secret@localhost"_s << "environment variable"_ba;
        QTest::newRow("nobody there") << u"http://127.0.0.1:1"_s << "127.0.0.1:1"_ba;
    }
    void aModelThatDoesNotWorkIsToldAndNotKept()
    {
        QFETCH(QString, place);
        QFETCH(QByteArray, problem);
        const Desk desk;
        const Ran refused = embeddings(desk, {place});
        QCOMPARE(refused.exit, 3);
        QVERIFY2(refused.err.contains(problem), refused.err);
        QVERIFY(!refused.err.contains("secret"));
        QCOMPARE(embeddings(desk, {}).out, "None.\n"_ba);
    }

private:
    static Ran embeddings(const Desk &desk, const QStringList &arguments)
    {
        return desk.run(QStringList{u"knowledge"_s, u"embeddings"_s} + arguments);
    }
};

BATON_TEST(KnowledgeEmbeddingsTest)
#include "KnowledgeEmbeddingsTest.moc"
