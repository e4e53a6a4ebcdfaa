#include "core/policy/Policy.h"
#include "core/sync/Reconcile.h"
#include "core/sync/SyncRound.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/Inbox.h"

#include <QtTest/QtTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

constexpr int conversations = 25430;

double cpuSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds
        = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

/// Real support conversations, through a folder into a store and back out.
class RealFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItComesInOnceAndAnswersGoOut();
};

void RealFolderTest::allOfItComesInOnceAndAnswersGoOut()
{
    const QDir data(QStringLiteral(BATON_SHARED_DATA "/packets"));
    const QStringList names = data.entryList({u"*.jsonl.gz"_s}, QDir::Files);
    if (names.isEmpty())
        QSKIP("the shared data is not here");
    Inbox inbox;
    for (const QString &name : names)
        QVERIFY(QFile::copy(data.filePath(name), inbox.path(name)));
    const SystemClock clock;
    const policy::Policy policy = policy::bundledPolicy();
    const store::Rules rules{
        &sync::reconcile,
        [&](const Conversation &c, const auto &judged) { return policy::place(c, policy, judged); },
        agentAna};
    auto store
        = store::Store::open({inbox.home.filePath(u"desk"_s), inbox.home.filePath(u"state"_s)},
                             store::Access::ReadWrite, rules, clock);
    QVERIFY(store);
    const auto round = [&] {
        inbox.open();
        return sync::SyncRound(**store, *inbox.upstream, clock).run();
    };

    double begin = cpuSeconds();
    sync::RoundReport report = round();
    qInfo("first round: %.1f s of CPU", cpuSeconds() - begin);
    QVERIFY(!report.error);
    QCOMPARE(report.added, conversations);
    QCOMPARE(report.pulled, conversations);
    QCOMPARE(report.rejected, 0);

    begin = cpuSeconds();
    report = round();
    qInfo("nothing new, after a restart: %.4f s of CPU", cpuSeconds() - begin);
    QCOMPARE(report, sync::RoundReport());

    const auto ids
        = (*store)->firstRows({QueueView::AllWaiting, agentAna.id, clock.now()}, 50).result();
    QVERIFY(ids);
    QList<store::NewAct> acts;
    for (const QueueRow &row : *ids) {
        const auto record = (*store)->conversation(row.id).result();
        QVERIFY(record);
        Act reply;
        reply.kind = ActKind::Reply;
        reply.conversation = row.id;
        reply.agent = agentAna.person();
        reply.at = clock.now();
        reply.base = baseOf(record->conversation);
        reply.text = u"Hello."_s;
        acts += {reply, reply.at};
    }
    QVERIFY((*store)->record(acts).result());
    begin = cpuSeconds();
    report = round();
    qInfo("%d replies: %.2f s of CPU", report.pushed, cpuSeconds() - begin);
    QCOMPARE(report.pushed, int(acts.size()));
    int lines = 0;
    for (const QString &name : QDir(inbox.folder).entryList({u"*.ana.out.jsonl"_s}, QDir::Files))
        lines += int(inbox.acts(name).size());
    QCOMPARE(lines, int(acts.size()));
    QVERIFY(!QFile::exists(inbox.path(u"baton.ana.out.jsonl"_s)));

    // A new cache reads it all again, and sends nothing twice.
    QVERIFY((*store)->saveCursor({}).result());
    begin = cpuSeconds();
    report = round();
    qInfo("all of it again: %.1f s of CPU", cpuSeconds() - begin);
    QCOMPARE(report.unchanged, conversations);
    QCOMPARE(report.pushed, 0);
}

BATON_TEST(RealFolderTest)
#include "RealFolderTest.moc"
