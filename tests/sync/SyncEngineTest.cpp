#include "tests/support/Team.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::Connection;

namespace {

const ConversationId c1(u"c1"_s);
const ConversationId c2(u"c2"_s);

/// A team that has two conversations on its desk.
struct Morning : Team
{
    Morning()
    {
        upstream->put(waiting(u"c1"_s));
        upstream->put(waiting(u"c2"_s));
        if (!settle())
            qFatal("the first round did not end");
    }
    /// A newer version of c1, as a producer that knows nothing of this desk would send it.
    void arrives(const Message &message)
    {
        newer.version++;
        newer.messages += message;
        upstream->put(newer);
    }
    Conversation newer = waiting(u"c1"_s);
};

Message customerSays(const QString &text)
{
    return said(u"c1-m2"_s, 5 * minute, Sender::Customer, text);
}

QList<ActKind> kinds(const QList<Act> &acts)
{
    QList<ActKind> out;
    for (const Act &act : acts)
        out += act.kind;
    return out;
}

} // namespace

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aReplyWrittenDuringAPushIsNotLost();
    void aLostAcknowledgementSendsNothingTwice();
    void aReplyThatArrivedUnheardIsNotHeldAfterwards();
    void offlineAndBackAgain();
    void whileItBacksOffOnlyTryNowTries();
    void aReplyUndoneInTimeIsNeverSent();
    void aReplyWaitsForItsTime();
    void aReplyIsHeldWhenTheCustomerWroteMeanwhile();
    void aHeldReplyHoldsBackWhatFollowsIt();
    void aReplyIsHeldWhenAColleagueTookOver();
    void anotherMessageAfterTheReleaseHoldsAgain();
    void theAgentsOwnCloseHoldsNoReply();
    void aRefusedActIsNotTriedAgain();
    void aRejectedLineIsNamed();
    void theEndAbortsAPushAndTheNextStartSendsItOnce();
    void aLongPullTellsHowFarItIs();
    void aRestartPullsNothingAgain();
};

void SyncEngineTest::aReplyWrittenDuringAPushIsNotLost()
{
    Morning team;
    team.upstream->holdNextPush();
    team.ana.replies(c1, u"first"_s);
    team.upstream->waitUntilHeld();
    team.ana.replies(c1, u"second"_s);
    team.upstream->release();
    QVERIFY(team.settle());
    QCOMPARE(team.upstream->messages(c1), QStringList({u"first"_s, u"second"_s}));
    QCOMPARE(team.ana.texts(c1), team.upstream->messages(c1));
    QCOMPARE(team.ana.shows(c1).messages.last().delivery, Delivery::Delivered);
}

void SyncEngineTest::aLostAcknowledgementSendsNothingTwice()
{
    Morning team;
    team.upstream->loseNextAcknowledgement();
    const ActKey key = team.ana.replies(c1, u"once"_s).act.key;
    QVERIFY(QTest::qWaitFor([&] { return team.status().connection == Connection::Offline; }));
    QCOMPARE(team.ana.open(key)->status, ActStatus::Waiting);
    QCOMPARE(team.ana.open(key)->lastError, u"connection lost"_s);
    team.clock.advance(60'000);
    QVERIFY(team.settle());
    QCOMPARE(team.upstream->messages(c1), QStringList({u"once"_s}));
    QCOMPARE(team.upstream->pushes(), 2);
    QVERIFY(!team.ana.open(key));
}

void SyncEngineTest::aReplyThatArrivedUnheardIsNotHeldAfterwards()
{
    Morning team;
    team.upstream->loseNextAcknowledgement();
    const ActKey key = team.ana.replies(c1, u"once"_s).act.key;
    QVERIFY(QTest::qWaitFor([&] { return team.status().connection == Connection::Offline; }));
    team.arrives(customerSays(u"Thanks!"_s)); // to what did arrive
    team.clock.advance(60'000);
    QVERIFY(team.settle());
    QVERIFY(team.heldKeys().isEmpty());
    QVERIFY(!team.ana.open(key));
    QCOMPARE(team.upstream->messages(c1), QStringList({u"once"_s}));
}

void SyncEngineTest::offlineAndBackAgain()
{
    Morning team;
    team.upstream->goOffline();
    QVERIFY(team.runRound());
    QCOMPARE(team.status().connection, Connection::Offline);
    const std::optional<Instant> since = team.status().offlineSince;
    QCOMPARE(since, team.clock.now());
    QCOMPARE(team.status().problem->code, ErrorCode::Offline);
    QCOMPARE(team.status().nextTrySteadyMs, team.clock.steadyMs() + 1000);

    team.ana.does(ActKind::Claim, c1);
    team.ana.replies(c1, u"one"_s);
    team.ana.replies(c2, u"two"_s);
    team.ana.closes(c1);
    QCOMPARE(team.ana.shows(c1).state, State::Closed);
    QCOMPARE(team.ana.shows(c1).messages.last().delivery, Delivery::Waiting);
    team.clock.advance(60'000);
    QVERIFY(team.runRound());
    QCOMPARE(team.status().offlineSince, since);
    QVERIFY(team.upstream->acts().isEmpty());

    team.upstream->comeBack();
    team.clock.advance(60'000);
    QVERIFY(team.settle());
    QCOMPARE(team.status().connection, Connection::Online);
    QVERIFY(!team.status().offlineSince);
    QVERIFY(!team.status().problem);
    QCOMPARE(team.status().nextTrySteadyMs, 0);
    QCOMPARE(team.status().lastSync, team.clock.now());
    QCOMPARE(kinds(team.upstream->acts()),
             QList({ActKind::Claim, ActKind::Reply, ActKind::Reply, ActKind::Close}));
    QCOMPARE(team.ana.shows(c1).state, State::Closed);
    QCOMPARE(team.ana.shows(c1).messages.last().delivery, Delivery::Delivered);
}

void SyncEngineTest::whileItBacksOffOnlyTryNowTries()
{
    Morning team;
    team.upstream->goOffline();
    QVERIFY(team.runRound());
    team.upstream->comeBack();
    const int pulls = team.upstream->pulls();
    for (int i = 0; i < 20; ++i)
        team.ana.replies(c1, u"hello"_s); // each wakes the engine
    const int before = team.rounds();
    team.engine().tryNow();
    QVERIFY(team.waitForRound(before));
    QCOMPARE(team.upstream->pulls(), pulls + 1);
    QCOMPARE(team.upstream->messages(c1).size(), 20);
}

void SyncEngineTest::aReplyUndoneInTimeIsNeverSent()
{
    Morning team;
    const ActKey key = team.ana.replies(c1, u"too soon"_s, 8000).act.key;
    QVERIFY(team.settle());
    team.clock.advance(7999);
    QVERIFY(team.settle());
    QVERIFY(team.upstream->acts().isEmpty());
    QVERIFY(team.store().undo(key).result());
    team.clock.advance(10'000);
    QVERIFY(team.settle());
    QVERIFY(team.upstream->acts().isEmpty());
    QCOMPARE(team.ana.shows(c1).messages.size(), 1);
    QCOMPARE(team.mustHave(team.store().drafts(c1).result()).first().text, u"too soon"_s);
}

void SyncEngineTest::aReplyWaitsForItsTime()
{
    Morning team;
    team.ana.replies(c1, u"in a while"_s, 8000);
    team.ana.closes(c1); // must not overtake it
    team.ana.replies(c2, u"now"_s);
    QVERIFY(team.settle());
    QCOMPARE(team.upstream->messages(c2), QStringList({u"now"_s}));
    QCOMPARE(team.upstream->acts().size(), 1);
    team.clock.advance(8000);
    QVERIFY(team.settle());
    QCOMPARE(kinds(team.upstream->acts()), QList({ActKind::Reply, ActKind::Reply, ActKind::Close}));
}

void SyncEngineTest::aReplyIsHeldWhenTheCustomerWroteMeanwhile()
{
    Morning team;
    const ActKey key = team.ana.replies(c1, u"It is lost."_s, 8000).act.key;
    QVERIFY(team.settle());
    team.arrives(customerSays(u"It has just come!"_s));
    team.clock.advance(8000);
    QVERIFY(team.settle());
    QCOMPARE(team.heldKeys(), QList({key}));
    QCOMPARE(team.ana.open(key)->status, ActStatus::Held);
    QCOMPARE(team.ana.open(key)->hold, HoldReason::NewPublicMessage);
    QCOMPARE(team.ana.open(key)->attempts, 0);
    QVERIFY(team.upstream->messages(c1).isEmpty());

    const Base seenNow = baseOf(team.ana.shows(c1));
    QVERIFY(team.store().release(key, u"Good to hear."_s, seenNow).result());
    QVERIFY(team.settle());
    QCOMPARE(team.upstream->messages(c1), QStringList({u"Good to hear."_s}));
    QCOMPARE(team.heldKeys().size(), 1);
}

void SyncEngineTest::aHeldReplyHoldsBackWhatFollowsIt()
{
    Morning team;
    const ActKey key = team.ana.replies(c1, u"Bye."_s, 8000).act.key;
    team.ana.closes(c1);
    QVERIFY(team.settle());
    team.arrives(customerSays(u"Wait!"_s));
    team.clock.advance(8000);
    QVERIFY(team.settle());
    QVERIFY(team.upstream->acts().isEmpty());
    QCOMPARE(team.ana.shows(c1).state, State::Waiting); // the customer opened it again
    QVERIFY(team.store().discard(key).result());
    QVERIFY(team.settle());
    QCOMPARE(kinds(team.upstream->acts()), QList({ActKind::Close}));
}

void SyncEngineTest::aReplyIsHeldWhenAColleagueTookOver()
{
    Morning team;
    team.ana.does(ActKind::Claim, c1);
    QVERIFY(team.settle());
    const ActKey key = team.ana.replies(c1, u"I am on it."_s, 8000).act.key;
    QVERIFY(team.settle());
    team.newer.state = State::Claimed;
    team.newer.owner = bob;
    ++team.newer.version;
    team.upstream->put(team.newer);
    team.clock.advance(8000);
    QVERIFY(team.settle());
    QCOMPARE(team.ana.open(key)->hold, HoldReason::OwnerChanged);
    QCOMPARE(team.ana.shows(c1).owner, bob);
    QCOMPARE(team.ana.shows(c1).messages.last().delivery, Delivery::Held);
    QVERIFY(team.upstream->messages(c1).isEmpty());
}

void SyncEngineTest::anotherMessageAfterTheReleaseHoldsAgain()
{
    Morning team;
    const ActKey key = team.ana.replies(c1, u"one"_s, 8000).act.key;
    QVERIFY(team.settle());
    team.arrives(customerSays(u"Hm."_s));
    team.clock.advance(8000);
    QVERIFY(team.settle());
    QCOMPARE(team.heldKeys(), QList({key}));
    const Base seenNow = baseOf(team.ana.shows(c1));
    QVERIFY(team.settle());
    team.arrives(said(u"c1-m3"_s, 6 * minute, Sender::Customer, u"Hello?"_s));
    QVERIFY(team.store().release(key, u"two"_s, seenNow).result());
    QVERIFY(team.settle());
    QCOMPARE(team.heldKeys(), QList({key, key}));
    QVERIFY(team.upstream->messages(c1).isEmpty());
}

void SyncEngineTest::theAgentsOwnCloseHoldsNoReply()
{
    Morning team;
    Act reply = team.ana.act(ActKind::Reply, c1); // the first key was typed before the close
    reply.text = u"One more thing."_s;
    team.ana.closes(c1);
    team.ana.does(reply);
    QVERIFY(team.settle());
    QVERIFY(team.heldKeys().isEmpty());
    QCOMPARE(kinds(team.upstream->acts()), QList({ActKind::Close, ActKind::Reply}));
}

void SyncEngineTest::aRefusedActIsNotTriedAgain()
{
    Morning team;
    team.upstream->refuse(ActKind::Claim);
    const ActKey claim = team.ana.does(ActKind::Claim, c1).act.key;
    team.ana.replies(c1, u"anyway"_s);
    QVERIFY(team.settle());
    QVERIFY(team.settle());
    QCOMPARE(team.ana.open(claim)->status, ActStatus::Refused);
    QCOMPARE(team.ana.open(claim)->lastError, u"not here"_s);
    QCOMPARE(team.upstream->pushes(), 2);
    QCOMPARE(team.upstream->messages(c1), QStringList({u"anyway"_s}));
    QVERIFY(!team.ana.shows(c1).owner);
    QCOMPARE(team.status().connection, Connection::Online);
}

void SyncEngineTest::aRejectedLineIsNamed()
{
    Morning team;
    team.upstream->putLine("{\"packet\": \"baton-handoff/1\"");
    Conversation other = waiting(u"c1"_s); // version 1 again, with other words
    other.subject = u"Another"_s;
    team.upstream->put(other);
    team.upstream->put(waiting(u"c3"_s));
    QVERIFY(team.settle());
    QCOMPARE(team.status().rejectedLines, 2);
    QCOMPARE(team.status().lastRejected[0].code, u"version-conflict"_s);
    QCOMPARE(team.status().lastRejected[0].line, 4);
    QCOMPARE(team.status().lastRejected[1].code, u"not-json"_s);
    QCOMPARE(team.status().lastRejected[1].file, u"server"_s);
    QCOMPARE(team.status().lastRejected[1].line, 3);
    QCOMPARE(team.ana.shows(ConversationId(u"c3"_s)).state, State::Waiting);
    QVERIFY(team.settle());
    QCOMPARE(team.status().rejectedLines, 2); // named once
}

void SyncEngineTest::theEndAbortsAPushAndTheNextStartSendsItOnce()
{
    Morning team;
    team.upstream->holdNextPush();
    const ActKey key = team.ana.replies(c1, u"once"_s).act.key;
    team.upstream->waitUntilHeld();
    team.stopEngine(); // returns, though the push never would
    QCOMPARE(team.ana.open(key)->status, ActStatus::Waiting);
    team.upstream->release();
    team.restart();
    QVERIFY(team.settle());
    QVERIFY(!team.ana.open(key));
    QCOMPARE(team.upstream->messages(c1), QStringList({u"once"_s}));
    QCOMPARE(team.upstream->pushes(), 2);
}

void SyncEngineTest::aLongPullTellsHowFarItIs()
{
    Team team;
    constexpr int many = 1300;
    for (int i = 0; i < many; ++i)
        team.upstream->put(waiting(u"long-%1"_s.arg(i)));
    QVERIFY(team.settle());
    QCOMPARE(team.mustHave(team.store().health().result()).conversations, many);
    QList<double> seen;
    for (const sync::SyncStatus &status : team.statuses()) {
        if (status.busy && status.progress < 1)
            seen += status.progress;
    }
    QVERIFY(seen.size() >= 2);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QVERIFY(!team.status().busy);
    QCOMPARE(team.status().progress, 1.0);
    QCOMPARE(team.status().capabilities.name, u"fake"_s);
}

void SyncEngineTest::aRestartPullsNothingAgain()
{
    Morning team;
    team.arrives(customerSays(u"Hello?"_s));
    QVERIFY(team.settle());
    team.upstream->putLine("broken");
    QVERIFY(team.settle());
    QCOMPARE(team.status().rejectedLines, 1);
    team.restart();
    QVERIFY(team.settle());
    QCOMPARE(team.status().rejectedLines, 0); // read by the run before
    QCOMPARE(team.ana.shows(c1).messages.size(), 2);
}

BATON_TEST(SyncEngineTest)
#include "SyncEngineTest.moc"
