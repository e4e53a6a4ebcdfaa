#include "tests/app/Batonctl.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton::tests;

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoRunsWriteTheSameBytes()
    {
        const Desk desk;
        const QStringList until{u"demo"_s, u"--seed"_s, u"4"_s, u"--until"_s,
                                u"2025-11-19T18:00:00Z"_s};
        const Ran first = desk.run(until);
        QVERIFY2(first.exit == 0, first.err);
        QVERIFY(first.lines().size() > 200);
        QCOMPARE(desk.run(until).out, first.out);
        const Ran other = desk.run({u"demo"_s, u"--seed=5"_s, u"--until=2025-11-19T18:00:00Z"_s});
        QVERIFY(other.out != first.out);
        QVERIFY(!QFile::exists(desk.dataDir()));
    }

    void sixMonthsAreValidPackets()
    {
        const Desk desk;
        const QString file = desk.path(u"demo.jsonl"_s);
        const Ran ran = desk.run({u"demo"_s, u"--history"_s, u"--out"_s, file, u"--json"_s});
        QVERIFY2(ran.exit == 0, ran.err);
        QVERIFY(ran.json().at(0).at("written") > 12000);
        const Ran checked = desk.run({u"validate"_s, file, u"--json"_s});
        QVERIFY2(checked.exit == 0, checked.err.left(500));
        QCOMPARE(checked.json().at(0).at("valid"), ran.json().at(0).at("written"));
    }

    void theOpeningStandsInTheQueue()
    {
        const Desk desk;
        const Ran ran = desk.run({u"demo"_s});
        QCOMPARE(ran.exit, 0);
        int waiting = 0;
        for (const nlohmann::json &packet : ran.json())
            waiting += packet.at("state") == "waiting" || packet.at("state") == "claimed" ? 1 : 0;
        QVERIFY2(waiting >= 20 && waiting <= 25, qPrintable(QString::number(waiting)));
    }

    void saysWhatIsWrong()
    {
        const Desk desk;
        const QList<QStringList> wrongs{{u"demo"_s, u"--seed"_s, u"blue"_s},
                                        {u"demo"_s, u"--until"_s, u"later"_s},
                                        {u"demo"_s, u"--until"_s, u"2099-01-01T00:00:00Z"_s},
                                        {u"queue"_s, u"--history"_s}};
        for (const QStringList &wrong : wrongs) {
            const Ran ran = desk.run(wrong);
            QCOMPARE(ran.exit, 2);
            QVERIFY(ran.out.isEmpty());
        }
        const Ran nowhere = desk.run({u"demo"_s, u"--out"_s, desk.path(u"no/such/file"_s)});
        QCOMPARE(nowhere.exit, 3);
    }
};

BATON_TEST(DemoTest)
#include "DemoTest.moc"
