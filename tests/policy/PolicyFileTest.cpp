#include "Stories.h"
#include "core/policy/Versions.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;
using namespace baton::policy::stories;

namespace {

nlohmann::json small()
{
    return nlohmann::json::parse(R"({
        "policy": "baton-policy/1", "version": 3, "name": "Small", "default_queue": "q",
        "queues": [{"id": "q", "name": "Q", "calendar": "c"}],
        "calendars": [{"id": "c", "zone": "Europe/Berlin",
                       "week": {"mon": [["00:00", "06:00"], ["22:00", "24:00"]]}, "holidays": ["2026-01-01", "2025-12-25"]}],
        "targets": [{"queue": "q", "channel": "email", "tier": "C", "value": "vip", "minutes": 45}, {"minutes": 60}]
    })");
}

Result<Policy> read(const nlohmann::json &json)
{
    return readPolicy(QByteArray::fromStdString(json.dump()));
}

} // namespace

class PolicyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten()
    {
        const Result<Policy> policy = read(small());
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
        QCOMPARE(policy->version, 3);
        QCOMPARE(policy->name, u"Small"_s);
        QCOMPARE(policy->defaultQueue, QueueId(u"q"_s));
        QCOMPARE(policy->queues, QList({Queue{QueueId(u"q"_s), u"Q"_s, u"c"_s}}));
        const Calendar &calendar = policy->calendars.at(0);
        QCOMPARE(calendar.zone, "Europe/Berlin"_ba);
        QCOMPARE(calendar.week[0], QList({Span{0, 360}, Span{1320, 1440}}));
        QVERIFY(calendar.week[6].isEmpty());
        QCOMPARE(calendar.holidays, QList({QDate(2025, 12, 25), QDate(2026, 1, 1)}));
        Target all;
        all.minutes = 60;
        const Target narrow{QueueId(u"q"_s), Channel::Email, Route::Escalate, ValueTier::Vip, 45};
        QCOMPARE(policy->targets, QList({narrow, all}));
    }

    void aStopLossThatCannotBeHeldIsToldByItsPlace()
    {
        const auto wrong = [](const char *json) {
            nlohmann::json policy = small();
            policy["stop_loss"] = nlohmann::json::parse(json);
            const auto policyRead = read(policy);
            return policyRead ? QString() : policyRead.error().detail;
        };
        QCOMPARE(wrong(R"({"metrics": ["csat"], "segment": "tier", "windows_weeks": [2, 4]})"),
                 QString());
        const std::pair<const char *, QString> cases[] = {
            {R"({"metrics": ["csat", "handle_time"]})", u"/stop_loss/metrics/1"_s},
            {R"({"metrics": []})", u"/stop_loss/metrics"_s},
            {R"({"arm": "with_person"})", u"/stop_loss/arm"_s},
            {R"({"segment": "queue"})", u"/stop_loss/segment"_s},
            {R"({"action": "escalate"})", u"/stop_loss/action"_s},
            {R"({"windows_weeks": [6, 3]})", u"/stop_loss/windows_weeks/1"_s},
            {R"({"windows_weeks": []})", u"/stop_loss/windows_weeks"_s},
            {R"({"csat_level": 1})", u"/stop_loss/csat_level"_s},
            {R"({"least_n": 5})", u"/stop_loss/least_n"_s},
            {R"({"alpha": 0.5})", u"/stop_loss/alpha"_s},
            {R"({"csat_floor": 0.7})", u"/stop_loss/csat_floor"_s},
            {R"({"marks": {"speed": 0.7}})", u"/stop_loss/marks/speed"_s},
        };
        for (const auto &[json, place] : cases)
            QVERIFY2(wrong(json).startsWith(place + u": "_s), qPrintable(wrong(json)));
    }

    void whatWorkCostsIsRead()
    {
        QCOMPARE(read(small())->costs, Costs());
        nlohmann::json json = small();
        json["costs"] = {{"agent_hour", {{"amount", 38}, {"currency", "EUR"}}}};
        QCOMPARE(read(json)->costs, (Costs{u"EUR"_s, 38.0, {}}));
        json["costs"]["bot_contact"] = {{"amount", 0.06}, {"currency", "EUR"}};
        QCOMPARE(read(json)->costs, (Costs{u"EUR"_s, 38.0, 0.06}));
        // What the console sets leaves it as it is.
        Policy changed = *read(json);
        changed.judgement.containConfidence = 0.9;
        const auto file = withSettings(QByteArray::fromStdString(json.dump()), changed);
        QVERIFY(file);
        QCOMPARE(readPolicy(*file)->costs, changed.costs);
        const auto refused = [&](const char *where) {
            const auto policy = read(json);
            return !policy && policy.error().detail.startsWith(QLatin1StringView(where));
        };
        json["costs"]["bot_contact"]["currency"] = "USD";
        QVERIFY(refused("/costs/bot_contact/currency: expected one currency"));
        json["costs"]["bot_contact"]["currency"] = "euro";
        QVERIFY(refused("/costs/bot_contact/currency: "));
        json["costs"]["bot_contact"] = {{"amount", -1}, {"currency", "EUR"}};
        QVERIFY(refused("/costs/bot_contact/amount: "));
        json["costs"].erase("bot_contact");
        json["costs"]["robot_hour"] = 3;
        QVERIFY(refused("/costs/robot_hour: unknown key"));
    }

    void theBundledPolicyIsSound()
    {
        QFile file(u":/policy/policy.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Policy> policy = readPolicy(file.readAll());
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
        QCOMPARE(bundledPolicy(), *policy);
        QCOMPARE(policy->version, 1);
        QVERIFY(policy->queues.size() >= 5);
        // Whatever arrives has a deadline.
        for (const Channel channel : {Channel::Chat, Channel::Email, Channel::Voice,
                                      Channel::Social, Channel::Web, Channel::Form}) {
            Conversation c = customerWrote(u"2025-11-18T14:00:00Z");
            c.channel = channel;
            QCOMPARE(slaOf(c, *policy).state, SlaState::Running);
        }
    }

    void refusesAndNamesThePlace_data()
    {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *patch, const char *detail) {
            QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromUtf8(detail);
        };
        row("unknown key", R"([{"op":"add","path":"/colour","value":1}])", "/colour: unknown key");
        row("unknown key within", R"([{"op":"add","path":"/queues/0/a~1b","value":1}])",
            "/queues/0/a~1b: unknown key");
        row("missing key", R"([{"op":"remove","path":"/targets"}])", "/targets: missing");
        row("another format", R"([{"op":"replace","path":"/policy","value":"baton-policy/2"}])",
            "/policy: expected");
        row("version 0", R"([{"op":"replace","path":"/version","value":0}])",
            "/version: expected a whole number");
        row("version as text", R"([{"op":"replace","path":"/version","value":"1"}])",
            "/version: expected");
        row("a huge number", R"([{"op":"replace","path":"/version","value":18446744073709551615}])",
            "/version: exp");
        row("a fraction", R"([{"op":"replace","path":"/targets/1/minutes","value":1.5}])",
            "/targets/1/minutes: exp");
        row("no time", R"([{"op":"replace","path":"/targets/1/minutes","value":0}])",
            "/targets/1/minutes: exp");
        row("no name", R"([{"op":"replace","path":"/name","value":""}])", "/name: expected a text");
        row("a list for an object", R"([{"op":"replace","path":"/queues/0","value":[]}])",
            "/queues/0: expected an object");
        row("an object for a list", R"([{"op":"replace","path":"/queues","value":{}}])",
            "/queues: expected a list");
        row("no such zone",
            R"([{"op":"replace","path":"/calendars/0/zone","value":"Europe/Atlantis"}])",
            "/calendars/0/zone: no time zone");
        row("no such calendar", R"([{"op":"replace","path":"/queues/0/calendar","value":"x"}])",
            "/queues/0/calendar: names no calendar");
        row("no such queue", R"([{"op":"replace","path":"/targets/0/queue","value":"x"}])",
            "/targets/0/queue: names no queue");
        row("no such default", R"([{"op":"replace","path":"/default_queue","value":"x"}])",
            "/default_queue: names no");
        row("a queue twice", R"([{"op":"copy","from":"/queues/0","path":"/queues/1"}])",
            "/queues/1/id: is there twice");
        row("a calendar twice", R"([{"op":"copy","from":"/calendars/0","path":"/calendars/1"}])",
            "/calendars/1/id: is there twice");
        row("an unknown day", R"([{"op":"add","path":"/calendars/0/week/monday","value":[]}])",
            "/calendars/0/week/monday: unknown key");
        row("never open", R"([{"op":"replace","path":"/calendars/0/week","value":{"mon":[]}}])",
            "/calendars/0/week: opens on no day");
        row("three times", R"([{"op":"add","path":"/calendars/0/week/mon/0/-","value":"07:00"}])",
            "/calendars/0/week/mon/0: expected two times");
        row("over midnight",
            R"([{"op":"replace","path":"/calendars/0/week/mon/1","value":["22:00","06:00"]}])",
            "/calendars/0/week/mon/1: must end after it begins");
        row("overlapping",
            R"([{"op":"replace","path":"/calendars/0/week/mon/1","value":["05:59","07:00"]}])",
            "/calendars/0/week/mon/1: must begin after");
        row("past midnight",
            R"([{"op":"replace","path":"/calendars/0/week/mon/1/1","value":"24:01"}])",
            "/calendars/0/week/mon/1/1: expected a time");
        row("no time of day",
            R"([{"op":"replace","path":"/calendars/0/week/mon/1/1","value":"+9:00"}])",
            "/calendars/0/week/mon/1/1: expected a time");
        row("no date",
            R"([{"op":"replace","path":"/calendars/0/holidays/0","value":"2025-02-30"}])",
            "/calendars/0/holidays/0: expected a date");
        row("no such channel", R"([{"op":"replace","path":"/targets/0/channel","value":"fax"}])",
            "/targets/0/channel: expected one of chat, email, voice, social, web, form");
        row("no such tier", R"([{"op":"replace","path":"/targets/0/tier","value":"D"}])",
            "/targets/0/tier: expected one of A");
        row("no such value", R"([{"op":"replace","path":"/targets/0/value","value":3}])",
            "/targets/0/value: expected");
        const auto judgement = [&row](const char *name, const char *json, const char *detail) {
            const QByteArray patch
                = QByteArray(R"([{"op":"add","path":"/judgement","value":)") + json + "}]";
            row(name, patch.constData(), detail);
        };
        judgement("no threshold", "{}", "/judgement/contain_confidence: missing");
        judgement("a threshold past 1", R"({"contain_confidence":1.2})",
                  "/judgement/contain_confidence: expected a number from 0.5 to 1");
        judgement("an unknown rule", R"({"contain_confidence":0.9,"switches":{"weather":false}})",
                  "/judgement/switches/weather: no rule of this name");
        judgement("a switch that is no list", R"({"contain_confidence":0.9,"switches":["mood"]})",
                  "/judgement/switches: expected an object");
        judgement("what contain rests on",
                  R"({"contain_confidence":0.9,"switches":{"confidence":false}})",
                  "/judgement/switches/confidence: cannot be switched");
        judgement("more than a canary", R"({"contain_confidence":0.9,"canary":{"a":0.6}})",
                  "/judgement/canary/a: ");
        judgement("tier C rolled back", R"({"contain_confidence":0.9,"rolled_back_tiers":["C"]})",
                  "/judgement/rolled_back_tiers/0: expected one of A, B");
        row("a window that is too short",
            R"([{"op":"add","path":"/arrivals","value":{"incident_window_minutes":4}}])",
            "/arrivals/incident_window_minutes: expected a whole number from 5 to 1440");
        row("one customer is no incident",
            R"([{"op":"add","path":"/arrivals","value":{"incident_customers":1}}])",
            "/arrivals/incident_customers: expected a whole number from 2 to 1000");
        row("a recontact after a year",
            R"([{"op":"add","path":"/arrivals","value":{"recontact_hours":8760}}])",
            "/arrivals/recontact_hours: expected a whole number from 1 to 720");
        row("action of nothing known",
            R"([{"op":"add","path":"/actions","value":{"refund":{"above":1}}}])",
            "/actions/refund/above: unknown key");
        row("limit without a currency",
            R"([{"op":"add","path":"/actions","value":{"refund":{"approve_above":[{"amount":1}]}}}])",
            "/actions/refund/approve_above/0/currency: missing");
        row("limit below nothing",
            R"([{"op":"add","path":"/actions","value":{"refund":{"approve_above":[{"amount":-1,"currency":"EUR"}]}}}])",
            "/actions/refund/approve_above/0/amount: expected a number from 0 to 1e+09");
        row("a queue to keep here that there is not",
            R"([{"op":"add","path":"/stays_here","value":{"queues":["x"]}}])",
            "/stays_here/queues/0: names no queue");
        row("a rule to keep here that there is not",
            R"([{"op":"add","path":"/stays_here","value":{"rules":["mood"]}}])",
            "/stays_here/rules/0: expected one of safety, legal, fraud, account_takeover, "
            "vulnerable, regulator_press, data_protection");
        row("an unknown limit", R"([{"op":"add","path":"/arrivals","value":{"customers":5}}])",
            "/arrivals/customers: unknown key");
        for (const char *locked :
             {"safety", "legal", "fraud", "account_takeover", "asks_for_person"}) {
            for (const char *value : {"false", "true", "null", "\"off\""}) {
                const QByteArray json = QByteArray(R"({"contain_confidence":0.9,"switches":{")")
                    + locked + "\":" + value + "}}";
                const QByteArray name = QByteArray(locked) + " as " + value;
                const QByteArray detail
                    = "/judgement/switches/" + QByteArray(locked) + ": is locked";
                judgement(name.constData(), json.constData(), detail.constData());
            }
        }
    }

    void readsHowArrivalsAreCompared()
    {
        nlohmann::json json = small();
        QCOMPARE(read(json)->arrivals, ArrivalLimits());
        json["arrivals"]
            = {{"incident_window_minutes", 30}, {"incident_customers", 3}, {"recontact_hours", 24}};
        QCOMPARE(read(json)->arrivals, (ArrivalLimits{30 * minuteMs, 3, 24 * hourMs}));
    }

    void whatItKeepsFromModelsStaysHere()
    {
        nlohmann::json json = small();
        QCOMPARE(read(json)->staysHere, StaysHere());
        json["stays_here"] = {{"queues", {"q"}},
                              {"intents", {"claim"}},
                              {"risk_flags", {"sealed"}},
                              {"rules", {"safety"}}};
        const Policy policy = *read(json);
        const Conversation plain;
        QVERIFY(!staysHere(plain, {}, policy));
        Conversation queued;
        queued.queue = QueueId(u"q"_s);
        QVERIFY(staysHere(queued, {}, policy));
        Conversation sealed;
        sealed.handoff = Handoff{};
        QVERIFY(!staysHere(sealed, {}, policy));
        sealed.handoff->riskFlags = {u"late"_s, u"sealed"_s};
        QVERIFY(staysHere(sealed, {}, policy));
        Judged claims;
        claims.signs.intent.name = u"claim"_s;
        QVERIFY(staysHere(plain, claims, policy));
        Judged hurt;
        hurt.decision.triggers = {{Rule::Mood, Route::Assist, {}, {}, {}}};
        QVERIFY(!staysHere(plain, hurt, policy));
        hurt.decision.triggers += {Rule::Safety, Route::Escalate, {}, {}, {}};
        QVERIFY(staysHere(plain, hurt, policy));
    }

    void readsHowToRoute()
    {
        nlohmann::json json = small();
        QCOMPARE(read(json)->judgement, Judgement());
        json["judgement"]
            = {{"contain_confidence", 0.9},  {"mood_at_or_below", 1},
               {"value_from", "plus"},       {"switches", {{"mood", false}, {"high_value", true}}},
               {"open", {"missing_item"}},   {"rolled_back", {"order_status"}},
               {"rolled_back_tiers", {"B"}}, {"canary", {{"return_label", 0.1}}}};
        const Result<Policy> policy = read(json);
        QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
        Judgement expected;
        expected.containConfidence = 0.9;
        expected.moodAtOrBelow = 1;
        expected.valueFrom = ValueTier::Plus;
        expected.off = {Rule::Mood};
        expected.open = {u"missing_item"_s};
        expected.rolledBack = {u"order_status"_s};
        expected.rolledBackTiers = {Route::Assist};
        expected.canary = {{u"return_label"_s, 0.1}};
        QCOMPARE(policy->judgement, expected);
    }

    void refusesAndNamesThePlace()
    {
        QFETCH(QString, patch);
        QFETCH(QString, detail);
        const Result<Policy> policy
            = read(small().patch(nlohmann::json::parse(patch.toStdString())));
        QVERIFY(!policy);
        QCOMPARE(policy.error().code, ErrorCode::InvalidInput);
        QVERIFY2(policy.error().detail.startsWith(detail), qPrintable(policy.error().detail));
    }

    void whatIsNoJsonIsRefused()
    {
        for (const QByteArray &bytes :
             {""_ba, "{"_ba, "[]"_ba, "null"_ba, "\xff\xfe"_ba, "{} {}"_ba}) {
            const Result<Policy> policy = readPolicy(bytes);
            QVERIFY(!policy);
            QCOMPARE(policy.error().code, ErrorCode::InvalidInput);
        }
    }

    void repliesThatNeedALeadAreRead()
    {
        QFile file(u":/policy/policy.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QVERIFY(bundledPolicy().approval.agents.isEmpty()); // as it comes, nobody's wait
        const auto with = [&whole](const QByteArray &approval) {
            QByteArray json = whole;
            json.replace("\"version\": 1,", "\"version\": 1, \"approval\": " + approval + ",");
            return readPolicy(json);
        };
        const auto policy = with(R"({"agents": ["lea"], "intents": ["refund_missing"]})");
        QVERIFY(policy);
        QCOMPARE(policy->approval.agents, QList<AgentId>{AgentId(u"lea"_s)});
        QCOMPARE(policy->approval.intents, QStringList{u"refund_missing"_s});
        QVERIFY(conflictsIn(*policy, bundledCatalogue()).isEmpty());
        QCOMPARE(with(R"({"agents": ["lea", "lea"]})").error().detail,
                 u"/approval/agents/1: is there twice"_s);
        QCOMPARE(with(R"({"agents": [" "]})").error().detail,
                 u"/approval/agents/0: expected a name"_s);
        QCOMPARE(with(R"({"tiers": ["C"]})").error().detail, u"/approval/tiers: unknown key"_s);
        const auto unknown = with(R"({"intents": ["whim"]})");
        QVERIFY(unknown);
        const auto found = conflictsIn(*unknown, bundledCatalogue());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().place, u"/approval/intents"_s);
        QCOMPARE(found.first().subject, u"whim"_s);
    }
};

BATON_TEST(PolicyFileTest)
#include "PolicyFileTest.moc"
