#include "tests/app/SameProfile.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

struct Told
{
    QString id;
    QString customer;
    QString intent;
    QString created;
    QString ended;
    bool handedOff = false;
    int csat = 0;
};

QByteArray packet(const Told &told)
{
    nlohmann::json json{
        {"packet", "baton-handoff/1"},
        {"id", told.id.toStdString()},
        {"version", 1},
        {"channel", "chat"},
        {"created_at", told.created.toStdString()},
        {"state", "closed"},
        {"customer", {{"id", told.customer.toStdString()}}},
        {"messages",
         {{{"id", "m1"},
           {"at", told.created.toStdString()},
           {"from", "customer"},
           {"text", "Where is my parcel?"}}}},
        {"bot", {{"intent", {{"name", told.intent.toStdString()}, {"confidence", 0.9}}}}},
        {"outcome", {{"kind", "assumed_resolution"}, {"at", told.ended.toStdString()}}}};
    if (told.handedOff)
        json["handed_off_at"] = told.created.toStdString();
    if (told.csat > 0)
        json["outcome"]["csat"] = told.csat;
    return QByteArray::fromStdString(json.dump()) + '\n';
}

void fill(const tests::Desk &desk)
{
    QByteArray lines;
    lines += packet({u"a"_s, u"u1"_s, u"order_status"_s, u"2025-11-03T09:00:00Z"_s,
                     u"2025-11-03T09:10:00Z"_s, false, 5});
    // The same customer, the same intent, two days later: a was no resolution.
    lines += packet({u"b"_s, u"u1"_s, u"order_status"_s, u"2025-11-05T09:00:00Z"_s,
                     u"2025-11-05T09:30:00Z"_s, true});
    lines += packet({u"c"_s, u"u2"_s, u"order_status"_s, u"2025-11-04T09:00:00Z"_s,
                     u"2025-11-04T09:05:00Z"_s, false, 2});
    lines += packet({u"d"_s, u"u3"_s, u"chargeback_dispute"_s, u"2025-11-11T09:00:00Z"_s,
                     u"2025-11-11T10:00:00Z"_s, true});
    const Ran imported = desk.run({u"import"_s, desk.write(u"past.jsonl"_s, lines)});
    if (imported.exit != 0)
        qFatal("%s", imported.err.constData());
}

QStringList asked(const QStringList &more = {})
{
    return QStringList{u"scorecard"_s, u"--from"_s, u"2025-11-01"_s, u"--to"_s, u"2025-11-30"_s}
    + more;
}

} // namespace

class ScorecardCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachFigureWithItsN()
    {
        const tests::Desk desk;
        fill(desk);
        const Ran ran = desk.run(asked({u"--json"_s, u"--rate"_s, u"30"_s}));
        QCOMPARE(ran.exit, 0);
        const auto told = nlohmann::json::parse(ran.lines().first().toStdString());
        const auto &figures = told["figures"];
        QCOMPARE(figures["containment"]["value"].get<double>(), 0.5);
        QCOMPARE(figures["containment"]["n"].get<int>(), 4);
        QCOMPARE(figures["effective_containment"]["value"].get<double>(), 0.25);
        QCOMPARE(figures["recontact"]["value"].get<double>(), 0.25);
        QCOMPARE(figures["resolution"]["value"].get<double>(), 0.75);
        QCOMPARE(figures["csat_bot"]["n"].get<int>(), 2);
        QCOMPARE(figures["csat_bot"]["mean"].get<double>(), 3.5);
        QVERIFY(figures["csat_person"]["value"].is_null());
        QCOMPARE(told["times"]["resolution_time"]["bot_only"]["n"].get<int>(), 2);
        QCOMPARE(told["times"]["resolution_time"]["with_person"]["n"].get<int>(), 2);
        const auto &cost = told["cost_per_resolution"];
        QVERIFY(cost["with_person"]["value"].is_null());
        QCOMPARE(QString::fromStdString(cost["with_person"]["lacks"]),
                 u"costs/bot_contact of the policy"_s);
        QCOMPARE(cost["agent_hour"].get<double>(), 30.0);
        QVERIFY(cost["currency"].is_null());
        const auto &readings = told["intent_reliability"];
        QCOMPARE(readings["n"].get<int>(), 0);
        QVERIFY(readings["ece"].is_null());
        QVERIFY(readings["bins"].empty());
        const Ran words = desk.run(asked());
        QVERIFY(words.out.contains("lacks costs/agent_hour of the policy"));
        QVERIFY(words.out.contains("30 are needed"));
        QCOMPARE(readings["drawn"].get<int>(), 0);
        QVERIFY(words.out.contains("which flatters: 0 were drawn"));
    }

    void partsThemByWeekIntentAndTier()
    {
        const tests::Desk desk;
        fill(desk);
        const auto parts = [&](const QString &by) {
            const Ran ran = desk.run(asked({u"--by"_s, by, u"--json"_s}));
            return nlohmann::json::parse(ran.lines().value(0).toStdString())["by"];
        };
        const auto weeks = parts(u"week"_s);
        QCOMPARE(weeks.size(), 2U);
        QCOMPARE(QString::fromStdString(weeks[0]["week"]), u"2025-W45"_s);
        QCOMPARE(weeks[0]["figures"]["contacts"].get<int>(), 3);
        const auto intents = parts(u"intent"_s);
        QCOMPARE(QString::fromStdString(intents[0]["intent"]), u"chargeback_dispute"_s);
        QCOMPARE(intents[1]["figures"]["containment"]["n"].get<int>(), 3);
        const auto tiers = parts(u"tier"_s);
        QCOMPARE(QString::fromStdString(tiers[tiers.size() - 1]["tier"]), u"C"_s);
        const Ran words = desk.run(asked({u"--by"_s, u"intent"_s}));
        QVERIFY(words.out.contains("order_status"));
        QVERIFY(words.out.contains("matured"));
    }

    void theSameLinesAgainChangeNothing()
    {
        const tests::Desk desk;
        fill(desk);
        const QByteArray before = desk.run(asked({u"--json"_s})).out;
        fill(desk);
        QCOMPARE(desk.run(asked({u"--json"_s})).out, before);
    }

    void whatIsAskedWronglyIsTold()
    {
        const tests::Desk desk;
        fill(desk);
        const auto wrong = [&](const QStringList &arguments, const char *words) {
            const Ran ran = desk.run(QStringList{u"scorecard"_s} + arguments);
            QCOMPARE(ran.exit, 2);
            QVERIFY2(ran.err.contains(words), ran.err.constData());
        };
        wrong({u"--from"_s, u"yesterday"_s}, "takes a day");
        wrong({u"--from"_s, u"2025-11-10"_s, u"--to"_s, u"2025-11-01"_s}, "after --to");
        wrong({u"--by"_s, u"colour"_s}, "takes intent, tier, week or channel");
        wrong({u"--rate"_s, u"much"_s}, "an hour of a person");
        const tests::Desk empty;
        QCOMPARE(empty.run({u"scorecard"_s}).exit, 3);
    }
};

BATON_TEST(ScorecardCommandTest)
#include "ScorecardCommandTest.moc"
