#include "Batonctl.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

QString intentFile(const QString &name)
{
    return QStringLiteral(BATON_SHARED_DATA "/intents/%1.jsonl").arg(name);
}

} // namespace

class IntentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresTextsThatWereNotLearnt()
    {
        QByteArray train;
        QByteArray test;
        for (const char *thing : {"parcel", "invoice", "lamp"}) {
            for (const char *asking : {"where is my %", "tell me of the %", "what of the %"})
                train += line(asking, thing);
            test += line("the % again", thing);
        }
        const QString trainFile = m_desk.write(u"train.jsonl"_s, train);
        const Ran ran
            = m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s, trainFile, u"--test"_s,
                          m_desk.write(u"test.jsonl"_s, test), u"--oos-test"_s,
                          m_desk.write(u"oos.jsonl"_s, line("sing a song %", "now")), u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json scores = ran.json().at(0);
        QCOMPARE(scores.at("texts"), 3);
        QCOMPARE(scores.at("accuracy"), 100.0);
        for (const char *name :
             {"top3", "macro_f1", "ece", "svm_accuracy", "oos_auroc", "in_scope_accuracy",
              "oos_recall", "oos_precision", "coverage_at_98", "precision_there",
              "texts_per_second", "train_seconds", "model_bytes"})
            QVERIFY2(scores.contains(name), name);

        const Ran folds
            = m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s, trainFile, u"--folds=3"_s});
        QVERIFY2(folds.exit == 0, folds.err);
        QVERIFY2(folds.out.contains("accuracy"), folds.out);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no JSON") << "{\"text\":\"a\",\"intent\":\"b\"}\nno\n"_ba
                                 << "line 2: expected a JSON object"_ba;
        QTest::newRow("no intent") << "{\"text\":\"a\"}\n"_ba
                                   << "line 1: expected \"text\""_ba;
        QTest::newRow("a number") << "{\"text\":1,\"intent\":\"b\"}\n"_ba
                                  << "line 1: expected \"text\""_ba;
        QTest::newRow("one intent") << "{\"text\":\"a\",\"intent\":\"b\"}\n"_ba
                                    << "fewer than two intents"_ba;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, problem);
        const QString file = m_desk.write(u"bad.jsonl"_s, content);
        const Ran ran
            = m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s, file, u"--test"_s, file});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains(problem), ran.err);
    }

    void examplesAreTaughtAndUnlearnt()
    {
        const Desk desk;
        QByteArray lines;
        for (const char *thing : {"gadget", "widget", "gizmo", "doodad"})
            lines += line("the frobnicator ate my %", thing)
                         .replace(QByteArray("\"") + thing + "\"}", "\"parcel_damaged\"}");
        const Ran ran = desk.run({u"intents"_s, u"train"_s, u"--json"_s, u"--examples"_s,
                                  desk.write(u"more.jsonl"_s, lines)});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json told = ran.json().at(0);
        QCOMPARE(told.at("examples"), 4);
        QVERIFY(told.at("right_after") > told.at("right_before"));
        QCOMPARE(told.at("right_after"), 100.0);
        QVERIFY(QFile::exists(desk.dataDir() + u"/default/models/examples.jsonl"_s));
        const Ran none = desk.run(
            {u"intents"_s, u"train"_s, u"--examples"_s, desk.write(u"none.jsonl"_s, "")});
        QVERIFY2(none.exit == 0, none.err);
        QVERIFY(!QFile::exists(desk.dataDir() + u"/default/models/examples.jsonl"_s));
        const Ran unknown = desk.run({u"intents"_s, u"train"_s, u"--examples"_s,
                                      desk.write(u"bad.jsonl"_s, line("a %", "no_such_thing"))});
        QCOMPARE(unknown.exit, 3);
        QVERIFY2(unknown.err.contains("no_such_thing"), unknown.err);
    }

    void asksForWhatItNeeds()
    {
        const QString file = m_desk.write(u"some.jsonl"_s, line("a %", "b"));
        QCOMPARE(m_desk.run({u"intents"_s, u"evaluate"_s}).exit, 2);
        QCOMPARE(m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s, file}).exit, 2);
        QCOMPARE(m_desk.run({u"intents"_s, u"guess"_s}).exit, 2);
        QCOMPARE(m_desk.run({u"intents"_s, u"evaluate"_s, u"--folds=1"_s}).exit, 2);
        const Ran missing = m_desk.run(
            {u"intents"_s, u"evaluate"_s, u"--train"_s, file + u".gone"_s, u"--test"_s, file});
        QCOMPARE(missing.exit, 3);
    }

    // The figures of README, less a point each: they hold on every machine, whatever its rounding.
    void keepsItsFigures_data()
    {
        QTest::addColumn<QString>("train");
        QTest::addColumn<QString>("test");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<double>("ece");
        QTest::addColumn<double>("coverage");
        QTest::newRow("Banking77")
            << u"banking77.train"_s << u"banking77.test"_s << 91.3 << 3.5 << 81.0;
        QTest::newRow("HWU64") << u"hwu64.train"_s << u"hwu64.val"_s << 90.4 << 4.0 << 75.0;
    }
    void keepsItsFigures()
    {
        QFETCH(QString, train);
        QFETCH(QString, test);
        QFETCH(double, accuracy);
        QFETCH(double, ece);
        QFETCH(double, coverage);
        if (!QFile::exists(intentFile(train)))
            QSKIP("the real texts are not beside the checkout");
        const Ran ran = m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s, intentFile(train),
                                    u"--test"_s, intentFile(test), u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json scores = ran.json().at(0);
        qInfo("%s", scores.dump().c_str());
        QVERIFY(scores.at("accuracy") >= accuracy);
        QVERIFY(scores.at("ece") <= ece);
        QVERIFY(scores.at("coverage_at_98") >= coverage);
        QVERIFY(scores.at("texts_per_second") >= 4000);
    }

    void tellsWhatIsOutside()
    {
        if (!QFile::exists(intentFile(u"clinc150.train"_s)))
            QSKIP("the real texts are not beside the checkout");
        // The limit is chosen on one half, and asked on the other.
        QFile validation(intentFile(u"clinc150.val"_s));
        QVERIFY(validation.open(QIODevice::ReadOnly));
        QByteArray halves[2];
        for (int i = 0; !validation.atEnd(); ++i)
            halves[i % 2] += validation.readLine();
        const Ran ran = m_desk.run({u"intents"_s, u"evaluate"_s, u"--train"_s,
                                    intentFile(u"clinc150.train"_s), u"--oos-train"_s,
                                    intentFile(u"clinc150.oos_train"_s), u"--val"_s,
                                    m_desk.write(u"val.jsonl"_s, halves[0]), u"--test"_s,
                                    m_desk.write(u"half.jsonl"_s, halves[1]), u"--oos-test"_s,
                                    intentFile(u"clinc150.oos_val"_s), u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json scores = ran.json().at(0);
        qInfo("%s", scores.dump().c_str());
        QVERIFY(scores.at("accuracy") >= 92.2);
        QVERIFY(scores.at("oos_auroc") >= 96.0);
        QVERIFY(scores.at("oos_recall") >= 83.0);
        QVERIFY(scores.at("in_scope_accuracy") >= 88.5);
    }

private:
    static QByteArray line(const char *asking, const char *thing)
    {
        const QByteArray text = QByteArray(asking).replace('%', thing);
        return "{\"text\": \"" + text + "\", \"intent\": \"" + thing + "\"}\n";
    }
    Desk m_desk;
};

BATON_TEST(IntentsTest)
#include "IntentsTest.moc"
