#include "Batonctl.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton::tests;

namespace {

const QString sets = QStringLiteral(BATON_SHARED_DATA "/");

} // namespace

/// batonctl draft check and check-selftest, the real program.
class DraftCheckCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesGivenSentencesByGivenEvidence()
    {
        const QByteArray line
            = R"({"id":"d1","extra":1,"evidence":{"passages":[{"id":"P1","text":"A return takes 14 days."}],)"
              R"("lookups":[{"name":"order","json":{"order":"A-1001","total":49.9,"currency":"EUR"}},)"
              R"({"name":"note","json":"[true]"}],)"
              R"("conversation":[{"from":"customer","text":"My name is Olga Brandt."}]},)"
              R"("sentences":[{"text":"A return takes 14 days."},{"text":"A return takes 41 days."},)"
              R"({"text":"The total of order A-1001 is €49.90."},{"text":"The total of order A-1001 is £49.90."},)"
              R"({"text":"Hello Olga, thank you for your message."},{"text":""}]})";
        const Ran ran = m_desk.run({u"draft"_s, u"check"_s, u"-"_s, u"--json"_s}, line + '\n');
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json out = ran.json().front();
        QCOMPARE(QString::fromStdString(out.at("id").get<std::string>()), u"d1"_s);
        const std::vector<bool> supported{true, false, true, false, true, true};
        QCOMPARE(out.at("sentences").size(), supported.size());
        for (size_t i = 0; i < supported.size(); ++i) {
            const nlohmann::json &one = out.at("sentences")[i];
            QCOMPARE(keysOf(one),
                     QStringList(
                         {u"blocks"_s, u"by"_s, u"kind"_s, u"supported"_s, u"text"_s, u"why"_s}));
            QVERIFY2(one.at("supported") == supported[i], one.dump().c_str());
            QVERIFY(one.at("why").is_null() == supported[i]);
        }
        QVERIFY(out.at("sentences")[0].at("by")[0].at("source") == "P1");
    }

    void aBrokenLineIsToldByItsNumberAndTheRestGoesOn()
    {
        const QByteArray deep = R"({"id":"deep","evidence":{"lookups":[{"name":"x","json":)"
            + QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000) + "}]}}";
        const QByteArray lines = "{\"id\":\"a\",\"sentences\":[{\"text\":\"Hello.\"}]}\n"
                                 "{broken\n"
                                 "[]\n"
                                 "{\"id\":\"b\",\"sentences\":[{\"txt\":\"Hello.\"}]}\n"
                                 "{\"id\":\"c\",\"evidence\":{\"passages\":7}}\n"
            + deep
            + "\n"
              "{\"id\":\"z\",\"evidence\":null}\n";
        const Ran ran = m_desk.run(
            {u"draft"_s, u"check"_s, m_desk.write(u"lines.jsonl"_s, lines), u"--json"_s});
        QCOMPARE(ran.exit, 1);
        for (const char *told :
             {"lines.jsonl:2: expected a JSON object", "lines.jsonl:3: expected a JSON object",
              "lines.jsonl:4: /sentences/0: expected {\"text\"}",
              "lines.jsonl:5: /evidence/passages: expected a list"})
            QVERIFY2(ran.err.contains(told), ran.err);
        QVERIFY(ran.out.contains("\"a\"") && ran.out.contains("\"deep\"")
                && ran.out.contains("\"z\""));
        QCOMPARE(m_desk.run({u"draft"_s, u"check"_s, u"/nowhere.jsonl"_s}).exit, 3);
        QCOMPARE(m_desk.run({u"draft"_s, u"check"_s}).exit, 2);
    }

    void falsehoodsAreCaughtAndTruthsAreNot_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("the demo") << QStringList{u"--seed"_s, u"1"_s};
        if (QFile::exists(sets + u"packets"_s))
            QTest::newRow("real packets")
                << QStringList{u"--seed"_s, u"2"_s, u"--packets"_s, sets + u"packets"_s};
        else
            qInfo("not measured on real packets: %s is not there", qPrintable(sets));
    }
    void falsehoodsAreCaughtAndTruthsAreNot()
    {
        QFETCH(QStringList, options);
        const Ran ran
            = m_desk.run(QStringList{u"draft"_s, u"check-selftest"_s, u"--json"_s} + options);
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json figures = ran.json().front();
        const QByteArray misses = QByteArray::fromStdString(figures.at("misses").dump());
        QCOMPARE(figures.at("falsehoods").get<int>(), 500);
        QVERIFY2(figures.at("caught_rate").get<double>() >= 98, misses);
        QCOMPARE(figures.at("kinds").size(), size_t(11));
        for (const auto &kind : figures.at("kinds").items())
            QVERIFY2(kind.value().at("caught_rate").get<double>() >= 92, kind.key().c_str());
        QVERIFY(figures.at("untouched").get<int>() > 300);
        QVERIFY2(figures.at("false_alarm_rate").get<double>() <= 3,
                 figures.at("alarms").dump().c_str());
    }

    void repliesThatNobodyHereWroteAreMostlySupported_data()
    {
        QTest::addColumn<QString>("docs");
        QTest::addColumn<QString>("queries");
        QTest::newRow("mtragun") << u"kb/mtragun_passages.jsonl.gz"_s
                                 << u"retrieval/mtragun.queries.jsonl"_s;
        QTest::newRow("dstc11t5") << u"kb/dstc11t5_knowledge.jsonl"_s
                                  << u"retrieval/dstc11t5.queries.jsonl"_s;
    }
    void repliesThatNobodyHereWroteAreMostlySupported()
    {
        QFETCH(QString, docs);
        QFETCH(QString, queries);
        if (!QFile::exists(sets + docs) || !QFile::exists(sets + queries))
            QSKIP("the set is not there");
        const Ran ran = m_desk.run({u"draft"_s, u"check"_s, u"--docs"_s, sets + docs,
                                    u"--queries"_s, sets + queries, u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        const nlohmann::json figures = ran.json().front();
        qInfo("%.1f %% of %d sentences", figures.at("false_alarm_rate").get<double>(),
              figures.at("sentences").get<int>());
        QVERIFY(figures.at("sentences").get<int>() > 500);
        QVERIFY(figures.at("of_claims").get<double>() <= 25);
    }

private:
    Desk m_desk;
};

BATON_TEST(DraftCheckCommandTest)
#include "DraftCheckCommandTest.moc"
