#include "core/policy/Replay.h"
#include "core/policy/Policy.h"
#include "tests/policy/Stories.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;

namespace {

constexpr auto monday = u"2025-11-17T09:00:00Z";

/// A contact that a person handed off at once, took and answered.
Conversation contact(QStringView began, int tookMinutes = 0, const QString &agent = u"ana"_s)
{
    Conversation made = stories::customerWrote(began);
    made.handedOffAt = made.createdAt;
    made.channel = Channel::Chat;
    if (tookMinutes > 0) {
        Message reply = made.messages.first();
        reply.id = MessageId(u"m2"_s);
        reply.from = Sender::Agent;
        reply.author = {agent, agent};
        reply.at = made.createdAt + tookMinutes * minuteMs;
        made.messages.append(reply);
    }
    return made;
}

Signals readAs(const QString &intent, double confidence)
{
    Signals signs;
    signs.intent = {intent, confidence};
    return signs;
}

Catalogue lowAndHigh()
{
    Catalogue made;
    for (const auto &[name, level] :
         {std::pair(u"status"_s, Level::Low), {u"dispute"_s, Level::High}}) {
        Intent intent;
        intent.name = name;
        intent.risk = intent.complexity = level;
        made.intents.append(intent);
    }
    made.index();
    return made;
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordIsSmallAndComesBackAsItWas()
    {
        QVERIFY(SignalColumns::bytesEach <= 64);
        SignalRecord record;
        record.at = {1'700'000'000'000};
        record.arrivedS = 60;
        record.repliedS = 75;
        record.workedS = 300;
        record.agent = AgentId(u"ana"_s);
        record.intent = u"status"_s;
        record.confidence = 8123;
        record.margin = 20;
        record.phrases = 5;
        record.botNamed = true;
        record.botDisagrees = true;
        record.mood = 2;
        record.trend = Trend::Falling;
        record.value = ValueTier::Vip;
        record.failedTools = 3;
        record.sameAnswers = 2;
        record.contacts90d = 9;
        record.lot = 9999;
        record.channel = Channel::Voice;
        record.queue = QueueId(u"payments"_s);
        record.taken = Route::Contain;
        record.outcome = OutcomeKind::Abandoned;
        record.csat = 4;
        record.reopened = true;
        SignalColumns columns;
        columns.append(7, record);
        columns.append(8, {});
        QCOMPARE(columns.at(0), record);
        QCOMPARE(columns.at(1), SignalRecord());
        QCOMPARE(columns.row, (std::vector<qint64>{7, 8}));
    }

    void bitsAreThoseOfTheDecision()
    {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 dice(seed);
        const auto below = [&dice](int n) { return int(dice() % uint(n)); };
        const QStringList names{u"status"_s, u"dispute"_s, QString(), u"gone"_s};
        const Catalogue catalogue = lowAndHigh();
        for (int round = 0; round < 40; ++round) {
            Policy policy;
            Judgement &limits = policy.judgement;
            limits.containConfidence = 0.5 + below(5001) / 1e4;
            limits.moodAtOrBelow = 1 + below(4);
            limits.mostFailedTools = below(3);
            limits.mostSameAnswers = 1 + below(3);
            limits.mostContacts = below(6);
            limits.valueFrom = ValueTier(1 + below(3));
            for (int rule = 0; rule <= int(Rule::BrokenPromise); ++rule) {
                if (below(4) == 0)
                    limits.off.insert(Rule(rule));
            }
            if (below(2) == 0)
                limits.matrix.insert(u"status"_s, {Level(below(2)), Level(below(2))});
            if (below(3) == 0)
                limits.open.insert(u"status"_s);
            if (below(4) == 0)
                limits.rolledBack.insert(u"dispute"_s);
            if (below(2) == 0)
                limits.canary.insert(names[below(2)], below(6) / 10.0);
            if (below(5) == 0)
                limits.rolledBackTiers.insert(Route(below(2)));
            SignalColumns columns;
            QList<Decision> decisions;
            for (int i = 0; i < 200; ++i) {
                Signals signs = readAs(names[below(4)], below(10'001) / 1e4);
                if (below(2) == 0)
                    signs.botIntent = IntentGuess{names[below(4)], 0.4};
                for (int phrase = 0; phrase <= int(Phrase::BrokenPromise); ++phrase) {
                    if (below(12) == 0)
                        signs.phrases.append({Phrase(phrase), {}});
                }
                signs.mood.level = 1 + below(5);
                signs.failedTools.resize(below(4));
                signs.sameAnswers = below(5);
                signs.contacts90d = below(8);
                signs.value = ValueTier(below(4));
                signs.lot = below(lots);
                columns.append(i, recordOf(contact(monday), signs));
                decisions.append(decide(signs, policy, catalogue));
            }
            const std::vector<quint32> rules = replay(columns, policy, catalogue);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                quint32 bits = 0;
                for (const Trigger &trigger : decisions[qsizetype(i)].triggers)
                    bits |= bitOf(trigger.rule);
                QCOMPARE(rules[i], bits);
                QCOMPARE(routeOf(rules[i]), decisions[qsizetype(i)].route);
            }
        }
    }

    void aMovedIntentChangesTheRouteOfItsOwnAlone()
    {
        const Catalogue catalogue = lowAndHigh();
        SignalColumns columns;
        Conversation contained = contact(monday);
        contained.routeTaken = Route::Assist;
        contained.outcome = Outcome{OutcomeKind::ConfirmedResolution, {}, 5, false};
        columns.append(1, recordOf(contained, readAs(u"status"_s, 0.95)));
        columns.append(2, recordOf(contact(monday), readAs(u"status"_s, 0.95)));
        columns.append(3, recordOf(contact(monday), readAs(u"dispute"_s, 0.95)));
        Policy now = stories::tenMinutes();
        Policy draft = now;
        draft.judgement.matrix.insert(u"status"_s, {Level::High, Level::Low});
        const auto before = replay(columns, now, catalogue);
        const Comparison found = compare(columns, before, replay(columns, draft, catalogue));
        QCOMPARE(found.all, 3);
        QCOMPARE(found.changed, 2);
        QCOMPARE(found.known, 1); // what was never tried stays unknown
        QCOMPARE(found.flows[0][1], 2);
        QCOMPARE(found.flows[2][2], 1);
        QCOMPARE(found.changedAt, (std::vector<quint32>{1, 0}));
        QCOMPARE(found.intents.first().intent, u"status"_s);
        QCOMPARE(found.intents.first().changed, 2);
        QCOMPARE(found.held[std::size_t(Rule::TierB)], 2);
    }

    void nobodyChangesUnderTheSamePolicy()
    {
        SignalColumns columns;
        QCOMPARE(compare(columns, {}, {}), Comparison());
        columns.append(1, recordOf(contact(monday), readAs(u"status"_s, 0.95)));
        const auto rules = replay(columns, stories::tenMinutes(), lowAndHigh());
        QCOMPARE(compare(columns, rules, rules).changed, 0);
    }

    void staffIsWhoAnswersAndWhoWasThereBetween()
    {
        SignalColumns columns;
        columns.append(1, recordOf(contact(monday, 2), {}));
        columns.append(2, recordOf(contact(u"2025-11-17T12:00:00Z", 2), {}));
        columns.append(3, recordOf(contact(u"2025-11-17T12:30:00Z", 2, u"tom"_s), {}));
        const Staff staff = staffOf(columns);
        QCOMPARE(staff[8], 0);
        QCOMPARE(staff[9], 1);
        QCOMPARE(staff[11], 1); // Ana answered before and after it
        QCOMPARE(staff[12], 2);
        QCOMPARE(staff[13], 0);
    }

    void aTurnCountsFromWhatWasSaidBeforeItAndNotForLong()
    {
        QCOMPARE(recordOf(contact(monday, 4), {}).workedS, 240);
        QCOMPARE(recordOf(contact(monday, 90), {}).workedS, 600);
        QCOMPARE(recordOf(contact(monday), {}).workedS, 0);
        QCOMPARE(recordOf(contact(monday, 4), {}).repliedS, 240U);
    }

    void moreForPeopleMakesThemLate()
    {
        // One person, six minutes each, ten minutes are promised: the first is in time only.
        const Catalogue catalogue = lowAndHigh();
        SignalColumns columns;
        for (int i = 0; i < 3; ++i)
            columns.append(i, recordOf(contact(monday, 6), readAs(u"status"_s, 0.95)));
        Policy now = stories::tenMinutes();
        Policy draft = now;
        draft.judgement.containConfidence = 0.99;
        const Staff staff = staffOf(columns);
        const auto handling = handlingOf(columns);
        const Load before = loadOf(columns, replay(columns, now, catalogue), now, staff, handling);
        const Load after
            = loadOf(columns, replay(columns, draft, catalogue), draft, staff, handling);
        QCOMPARE(before.people, 0);
        QCOMPARE(before.late, std::optional<qint64>(0));
        QCOMPARE(after.people, 3);
        QCOMPARE(after.hours, 0.3);
        QCOMPARE(after.late, std::optional<qint64>(2));
        QVERIFY(!loadOf(columns, replay(columns, draft, catalogue), draft, Staff{}, handling).late);
    }
};

BATON_TEST(ReplayTest)
#include "ReplayTest.moc"
