#include "tests/app/SameProfile.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDate>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

namespace {

constexpr int aWeek = 60; // contacts that are rated
const QDate firstMonday(2025, 6, 2);

/// A contact that the bot answered alone; n of its week.
QByteArray packet(int week, int n, bool satisfied)
{
    const std::string day
        = firstMonday.addDays(7 * week + n % 7).toString(Qt::ISODate).toStdString();
    const std::string id = "w" + std::to_string(week) + "-" + std::to_string(n);
    const nlohmann::json json{
        {"packet", "baton-handoff/1"},
        {"id", id},
        {"version", 1},
        {"channel", "chat"},
        {"created_at", day + "T09:00:00Z"},
        {"state", "closed"},
        {"customer", {{"id", "c-" + id}}},
        {"messages",
         {{{"id", "m1"},
           {"at", day + "T09:00:00Z"},
           {"from", "customer"},
           {"text", "Where is <b>my parcel</b>?"}}}},
        {"bot", {{"intent", {{"name", "order_status"}, {"confidence", 0.9}}}}},
        {"outcome",
         {{"kind", "assumed_resolution"},
          {"at", day + "T09:10:00Z"},
          {"csat", satisfied ? 5 : 2}}}};
    return QByteArray::fromStdString(json.dump()) + '\n';
}

/// 85 of 100 are satisfied for 18 weeks, then 55.
void fillStops(const tests::Desk &desk)
{
    QByteArray lines;
    for (int week = 0; week < 23; ++week) {
        for (int n = 0; n < aWeek; ++n)
            lines += packet(week, n, n * 100 < aWeek * (week < 18 ? 85 : 55));
    }
    const Ran imported = desk.run({u"import"_s, desk.write(u"past.jsonl"_s, lines)});
    if (imported.exit != 0)
        qFatal("%s", imported.err.constData());
}

QStringList replayed(const QStringList &more = {})
{
    return QStringList{u"stoploss"_s,   u"replay"_s, u"--from"_s,
                       u"2025-08-25"_s, u"--to"_s,   u"2025-11-09"_s}
    + more;
}

} // namespace

class StopLossCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenItWouldHaveTrippedAndByWhat()
    {
        const tests::Desk desk;
        fillStops(desk);
        const Ran ran = desk.run(replayed({u"--json"_s}));
        QCOMPARE(ran.exit, 0);
        const auto told = nlohmann::json::parse(ran.lines().first().toStdString());
        QCOMPARE(told["events"].size(), 1U);
        const auto &event = told["events"][0];
        // The fall begins in week 41; it is sure once three of its weeks, or fewer, have matured.
        QVERIFY(event["week"] >= "2025-W42" && event["week"] <= "2025-W44");
        QCOMPARE(QString::fromStdString(event["segment"]), u"order_status"_s);
        QCOMPARE(QString::fromStdString(event["became"]), u"tripped"_s);
        QCOMPARE(QString::fromStdString(event["cause"]), u"fall"_s);
        const auto &figures = event["figures"];
        QCOMPARE(figures["before"]["n"].get<int>(), 12 * aWeek);
        QVERIFY(figures["now"]["n"].get<int>() >= 3 * aWeek);
        QVERIFY(figures["p_holm"].get<double>() <= 2e-4);
        QVERIFY(figures["p_holm"].get<double>() >= figures["p"].get<double>());
        QVERIFY(figures["fall"].get<double>() > 0.05);
        QVERIFY(figures["least_fall"].get<double>() > 0);
        QVERIFY(figures["now"]["low"] < figures["now"]["share"]);
        const Ran words = desk.run(replayed());
        QVERIFY2(words.out.contains("under policy v1: trips 1"), words.out.constData());
        QVERIFY(words.out.contains("Holm"));
        QCOMPARE(desk.run(replayed({u"--json"_s})).out, ran.out);
    }

    void thePolicysLimitsCount()
    {
        const tests::Desk desk;
        fillStops(desk);
        QByteArray policy
            = readAll(QStringLiteral(BATON_SOURCE_DIR "/resources/policy/policy.json"));
        policy.replace("\"csat_fall\": 0.05", "\"csat_fall\": 0.45");
        const QString file = desk.write(u"p.json"_s, policy);
        const Ran ran = desk.run(replayed({u"--json"_s, u"--policy"_s, file}));
        QCOMPARE(ran.exit, 0);
        QVERIFY(nlohmann::json::parse(ran.lines().first().toStdString())["events"].empty());

        policy.replace("\"windows_weeks\": [3, 6]", "\"windows_weeks\": [6, 3]");
        const Ran wrong
            = desk.run({u"policy"_s, u"check"_s, u"--policy"_s, desk.write(u"q.json"_s, policy)});
        QCOMPARE(wrong.exit, 3);
        QVERIFY2(wrong.err.contains("/stop_loss/windows_weeks/1: windows grow"),
                 wrong.err.constData());
    }

    void theEvidenceIsWrittenByHand()
    {
        const tests::Desk desk;
        fillStops(desk);
        const QStringList asked{u"stoploss"_s, u"pack"_s,     u"--segment"_s, u"order_status"_s,
                                u"--week"_s,   u"2025-W44"_s, u"--out"_s,     desk.path(u"out"_s)};
        const Ran ran = desk.run(asked);
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QString folder = QString::fromUtf8(ran.out).trimmed();
        QVERIFY(folder.endsWith(u"/2025-11-02-order_status"_s));
        const auto json
            = nlohmann::json::parse(readAll(folder + u"/evidence.json"_s).toStdString());
        QCOMPARE(json["figures"]["before"]["n"].get<int>(), 12 * aWeek);
        QCOMPARE(json["worst_conversations"]["list"].size(), 20U);
        QCOMPARE(json["worst_conversations"]["list"][0]["csat"].get<int>(), 2);
        QCOMPARE(json["window"]["to"], "2025-W43");
        QCOMPARE(json["became"], "tripped");
        QCOMPARE(json["cause"], "fall");
        const QByteArray page = readAll(folder + u"/index.html"_s);
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QVERIFY(page.contains("@media print"));
        QVERIFY(!page.contains("<b>"));
        for (const char *outside : {"http://", "https://", "<script", "<link", "src="})
            QVERIFY2(!page.contains(outside), outside);
        QCOMPARE(desk.run(asked).exit, 0); // again: in its place

        // A week in which nothing trips says so.
        QStringList quiet = asked;
        quiet[5] = u"2025-W38"_s;
        const QString calm = QString::fromUtf8(desk.run(quiet).out).trimmed();
        const auto none = nlohmann::json::parse(readAll(calm + u"/evidence.json"_s).toStdString());
        QCOMPARE(none["became"], "armed");
        QVERIFY(none["cause"].is_null());
        QVERIFY(readAll(calm + u"/index.html"_s).contains("No limit trips"));

        QStringList wrong = asked;
        wrong[5] = u"2025-44"_s;
        QCOMPARE(desk.run(wrong).exit, 2);
        wrong = asked;
        wrong[3] = u"nothing"_s;
        const Ran unknown = desk.run(wrong);
        QCOMPARE(unknown.exit, 3);
        QVERIFY(unknown.err.contains("It knows order_status"));
    }

    void whatIsAskedWronglyIsTold()
    {
        const tests::Desk desk;
        QCOMPARE(desk.run({u"stoploss"_s, u"undo"_s}).exit, 2);
        const Ran ran = desk.run(
            {u"stoploss"_s, u"replay"_s, u"--from"_s, u"2025-09-01"_s, u"--to"_s, u"2025-08-01"_s});
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.err.contains("no week that is over"));
        QCOMPARE(desk.run({u"stoploss"_s, u"replay"_s}).exit, 3);
    }
};

BATON_TEST(StopLossCommandTest)
#include "StopLossCommandTest.moc"
