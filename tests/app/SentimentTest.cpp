#include "Batonctl.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

const QString airline = QStringLiteral(BATON_SHARED_DATA "/sentiment/airline.jsonl");

QByteArray felt(const char *text, const char *label)
{
    return QByteArray("{\"text\": \"") + text + "\", \"label\": \"" + label + "\"}\n";
}

/// Words that the bundled lexicon does not know.
QByteArray madeUp()
{
    QByteArray lines;
    for (const char *thing : {"lamp", "chair", "parcel", "table", "shelf", "clock"}) {
        lines += felt((QByteArray("the ") + thing + " is zubbly").constData(), "negative");
        lines += felt((QByteArray("a ") + thing + " came").constData(), "neutral");
        lines += felt((QByteArray("the ") + thing + " is mirfy").constData(), "positive");
    }
    return lines;
}

} // namespace

class SentimentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheLexiconWhereNothingIsLearnt()
    {
        const QString test = m_desk.write(u"test.jsonl"_s,
                                          felt("This is terrible, I am furious", "negative")
                                              + felt("Lovely, thank you so much", "positive")
                                              + felt("The order has three parts", "neutral"));
        const Ran ran = m_desk.run({u"sentiment"_s, u"evaluate"_s, u"--test"_s, test, u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json scores = ran.json().at(0);
        QCOMPARE(scores.at("texts"), 3);
        QCOMPARE(scores.at("accuracy"), 100.0);
        QCOMPARE(scores.at("macro_f1"), 100.0);
        for (const char *name : {"ece", "texts_per_second", "train_seconds"})
            QVERIFY2(scores.contains(name), name);
    }

    void judgesWhatWasLearnt()
    {
        const QString train = m_desk.write(u"train.jsonl"_s, madeUp());
        const QString test = m_desk.write(
            u"new.jsonl"_s, felt("my bed is zubbly", "negative") + felt("a bed came", "neutral"));
        const Ran ran = m_desk.run(
            {u"sentiment"_s, u"evaluate"_s, u"--train"_s, train, u"--test"_s, test, u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        QCOMPARE(ran.json().at(0).at("accuracy"), 100.0);
        const Ran folds
            = m_desk.run({u"sentiment"_s, u"evaluate"_s, u"--train"_s, train, u"--folds=3"_s});
        QVERIFY2(folds.exit == 0, folds.err);
        QVERIFY2(folds.out.contains("macro_f1"), folds.out);
    }

    void whatIsTrainedIsWhatRoutesReadMoodsBy()
    {
        const QString examples = m_desk.write(u"examples.jsonl"_s, madeUp());
        const QString packet = m_desk.write(
            u"one.jsonl"_s,
            R"({"packet":"baton-handoff/1","id":"c","version":1,"channel":"chat","created_at":"2025-11-18T14:06:00+01:00","state":"bot","customer":{"id":"k"},"messages":[{"id":"m","at":"2025-11-18T14:06:00+01:00","from":"customer","text":"the bed is zubbly, it is zubbly"}]})"
            "\n");
        const auto level = [&] {
            return m_desk.run({u"route"_s, packet}).json().at(0).at("sentiment").at("level");
        };
        QCOMPARE(level(), 3);
        const Ran trained
            = m_desk.run({u"sentiment"_s, u"train"_s, u"--examples"_s, examples, u"--json"_s});
        QVERIFY2(trained.exit == 0, trained.err);
        QVERIFY(level() < 3);
        const std::string model = trained.json().at(0).at("model");
        QVERIFY(QFile::remove(QString::fromStdString(model)));
        QCOMPARE(level(), 3);
    }

    void aRouteTellsHowEachMessageFeelsAndByWhichWords()
    {
        const Ran ran = m_desk.run({u"route"_s, demoFile()});
        QVERIFY2(ran.exit == 0, ran.err);
        bool upset = false;
        for (const nlohmann::json &line : ran.json()) {
            for (const nlohmann::json &message : line.at("sentiment").at("messages")) {
                const double valence = message.at("valence");
                QVERIFY(valence >= -1 && valence <= 1);
                QVERIFY(!message.at("words").empty() || std::abs(valence) <= 0.2);
            }
            for (const nlohmann::json &trigger : line.at("triggers")) {
                upset = upset || trigger.at("rule") == "mood";
                QVERIFY(trigger.at("rule") != "mood" || !trigger.at("evidence").empty());
            }
        }
        QVERIFY(upset);
    }

    void aModelCanLieElsewhereAndBeJudged()
    {
        const QString examples = m_desk.write(u"examples.jsonl"_s, madeUp());
        const QString model = m_desk.path(u"mood.bin"_s);
        const Ran trained = m_desk.run(
            {u"sentiment"_s, u"train"_s, u"--examples"_s, examples, u"--out"_s, model});
        QVERIFY2(trained.exit == 0, trained.err);
        const Ran judged = m_desk.run({u"sentiment"_s, u"evaluate"_s, u"--model"_s, model,
                                       u"--test"_s, examples, u"--json"_s});
        QVERIFY2(judged.exit == 0, judged.err);
        QVERIFY(judged.json().at(0).at("accuracy") > 90.0);
        const Ran none = m_desk.run(
            {u"sentiment"_s, u"evaluate"_s, u"--model"_s, examples, u"--test"_s, examples});
        QCOMPARE(none.exit, 3);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no JSON") << felt("a", "neutral") + "no\n"
                                 << "line 2: expected a JSON object"_ba;
        QTest::newRow("no label") << "{\"text\":\"a\"}\n"_ba
                                  << "line 1: expected \"text\""_ba;
        QTest::newRow("another label") << felt("a", "angry") << "negative, neutral or positive"_ba;
        QTest::newRow("one label")
            << felt("a", "neutral") << "fewer than two of negative, neutral and positive"_ba;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, problem);
        const QString file = m_desk.write(u"bad.jsonl"_s, content);
        for (const QStringList &call :
             {QStringList{u"evaluate"_s, u"--train"_s, file, u"--test"_s, file},
              QStringList{u"train"_s, u"--examples"_s, file}}) {
            const Ran ran = m_desk.run(QStringList{u"sentiment"_s} + call);
            QCOMPARE(ran.exit, 3);
            QVERIFY2(ran.err.contains(problem), ran.err);
        }
    }

    void asksForWhatItNeeds()
    {
        const QString file = m_desk.write(u"some.jsonl"_s, felt("a", "neutral"));
        for (const QStringList &call :
             {QStringList{u"evaluate"_s}, QStringList{u"train"_s}, QStringList{u"guess"_s},
              QStringList{u"evaluate"_s, u"--train"_s, file},
              QStringList{u"evaluate"_s, u"--test"_s, file, u"--folds=3"_s},
              QStringList{u"evaluate"_s, u"--train"_s, file, u"--test"_s, file, u"--model"_s,
                          file}})
            QCOMPARE(m_desk.run(QStringList{u"sentiment"_s} + call).exit, 2);
    }

    // The figures of README, less a point each: they hold on every machine, whatever its rounding.
    void keepsItsFigures()
    {
        if (!QFile::exists(airline))
            QSKIP("the real texts are not beside the checkout");
        const Ran learnt = m_desk.run({u"sentiment"_s, u"evaluate"_s, u"--train"_s, airline,
                                       u"--folds"_s, u"5"_s, u"--json"_s});
        QVERIFY2(learnt.exit == 0, learnt.err);
        const nlohmann::json trained = learnt.json().at(0);
        qInfo("trained %s", trained.dump().c_str());
        QVERIFY(trained.at("accuracy") >= 82.8);
        QVERIFY(trained.at("macro_f1") >= 77.0);
        QVERIFY(trained.at("ece") <= 2.0);
        QVERIFY(trained.at("texts_per_second") >= 2000);

        const Ran rules
            = m_desk.run({u"sentiment"_s, u"evaluate"_s, u"--test"_s, airline, u"--json"_s});
        const nlohmann::json bundled = rules.json().at(0);
        qInfo("rules %s", bundled.dump().c_str());
        QVERIFY(bundled.at("accuracy") >= 76.5);
        QVERIFY(bundled.at("macro_f1") >= 69.5);
        QVERIFY(bundled.at("ece") <= 2.0);
    }

private:
    Desk m_desk;
};

BATON_TEST(SentimentTest)
#include "SentimentTest.moc"
