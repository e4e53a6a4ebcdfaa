#include "core/sync/SyncRound.h"
#include "tests/support/Team.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Conversations.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using sync::RoundReport;

namespace {

/// A round run by hand, on the test's thread, on a team's store.
RoundReport runRound(Team &team, sync::RoundHooks hooks = {})
{
    FakeUpstream upstream(team.upstream);
    return sync::SyncRound(team.store(), upstream, team.clock, std::move(hooks)).run();
}

store::NewAct replyTo(Team &team, const QString &id, qint64 delayMs = 0)
{
    Act reply = team.ana.act(ActKind::Reply, ConversationId(id));
    reply.text = u"Hello."_s;
    return {reply, team.clock.now() + delayMs};
}

} // namespace

class SyncRoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aReportCountsWhatWasDone();
    void theNextDueMomentIsTold();
    void offlineEndsItAndKeepsWhatCame();
    void aCancelledRoundStopsBetweenSteps();
    void aReplyWithoutItsConversationStillGoes();
};

void SyncRoundTest::aReportCountsWhatWasDone()
{
    Team team;
    team.upstream->put(waiting(u"c1"_s));
    team.upstream->put(waiting(u"c2"_s));
    team.upstream->put(waiting(u"c2"_s));
    team.upstream->putLine("{}");
    Conversation newer = waiting(u"c1"_s);
    newer.version = 2;
    team.upstream->put(newer);
    QStringList named;
    sync::RoundHooks hooks;
    hooks.rejected
        = [&](const packet::Rejection &r) { named += r.file + u':' + QString::number(r.line); };
    RoundReport report = runRound(team, hooks);
    QCOMPARE(report.pulled, 5);
    QCOMPARE(report.added, 2);
    QCOMPARE(report.updated, 1);
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(report.rejected, 1);
    QCOMPARE(named, QStringList({u"server:4"_s}));
    QVERIFY(!report.error);

    QVERIFY(team.store().record({replyTo(team, u"c1"_s)}).result());
    team.upstream->refuse(ActKind::Note);
    Act note = team.ana.act(ActKind::Note, ConversationId(u"c2"_s));
    note.text = u"For us."_s;
    QVERIFY(team.store().record({{note, team.clock.now()}}).result());
    report = runRound(team);
    RoundReport expected;
    expected.pushed = 1;
    expected.refused = 1;
    QCOMPARE(report, expected);
    QCOMPARE(runRound(team), RoundReport());
}

void SyncRoundTest::theNextDueMomentIsTold()
{
    Team team;
    team.upstream->put(waiting(u"c1"_s));
    team.upstream->put(waiting(u"c2"_s));
    QVERIFY(!runRound(team).nextDue);
    QVERIFY(team.store().record({replyTo(team, u"c1"_s, 8000)}).result());
    QVERIFY(team.store().record({replyTo(team, u"c2"_s, 5000)}).result());
    QCOMPARE(runRound(team).nextDue, team.clock.now() + 5000);
    team.clock.advance(5000);
    const RoundReport report = runRound(team);
    QCOMPARE(report.pushed, 1);
    QCOMPARE(report.nextDue, team.clock.now() + 3000);
}

void SyncRoundTest::offlineEndsItAndKeepsWhatCame()
{
    Team team;
    team.upstream->put(waiting(u"c1"_s));
    QCOMPARE(runRound(team).added, 1);
    QVERIFY(team.store().record({replyTo(team, u"c1"_s)}).result());
    team.upstream->goOffline();
    const RoundReport report = runRound(team);
    QCOMPARE(report.error->code, ErrorCode::Offline);
    QCOMPARE(report.pushed, 0);
    team.upstream->comeBack();
    QCOMPARE(runRound(team).pushed, 1);
}

void SyncRoundTest::aCancelledRoundStopsBetweenSteps()
{
    Team team;
    for (int i = 0; i < 1100; ++i)
        team.upstream->put(waiting(u"long-%1"_s.arg(i)));
    bool stop = false;
    sync::RoundHooks hooks;
    hooks.progress = [&](double) { stop = true; };
    hooks.cancelled = [&] { return stop; };
    const RoundReport cut = runRound(team, hooks);
    QCOMPARE(cut.error->code, ErrorCode::Cancelled);
    QVERIFY(cut.added > 0 && cut.added < 1100);
    const RoundReport rest = runRound(team);
    QCOMPARE(cut.added + rest.added, 1100); // goes on where it stopped
    QCOMPARE(rest.unchanged, 0);
}

void SyncRoundTest::aReplyWithoutItsConversationStillGoes()
{
    Team team;
    Act reply;
    reply.kind = ActKind::Reply;
    reply.conversation = ConversationId(u"gone"_s);
    reply.agent = team.ana.me;
    reply.text = u"Hello."_s;
    QVERIFY(team.store().record({{reply, team.clock.now()}}).result());
    QCOMPARE(runRound(team).pushed, 1);
}

BATON_TEST(SyncRoundTest)
#include "SyncRoundTest.moc"
