#include "core/desk/MonitorBoard.h"

#include "tests/support/ReviewFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

struct MonitorDesk : ReviewFixture
{
    explicit MonitorDesk(Role role = Role::Lead)
    {
        settings.agent.role = role;
        makeDesk();
        showAllWeeks();
    }
    MonitorBoard &monitors() const { return desk->monitorBoard(); }
    const MonitorsSnapshot &now() const { return monitors().snapshot(); }
    QString file() const { return MonitorBoard::fileIn(folder.path()); }
    /// Of the first monitor of that kind.
    static qsizetype at(const Monitors &monitors, MonitorKind kind)
    {
        for (qsizetype i = 0; i < monitors.list.size(); ++i) {
            if (monitors.list[i].kind == kind)
                return i;
        }
        return -1;
    }
    Monitors with(MonitorKind kind, double share) const
    {
        Monitors wish = now().edited;
        wish.list[at(wish, kind)].share = share;
        return wish;
    }
    void start()
    {
        QSignalSpy changed(&monitors(), &MonitorBoard::changed);
        monitors().start();
        QVERIFY(changed.wait());
    }
    void save()
    {
        QSignalSpy told(&monitors(), &MonitorBoard::monitorsChanged);
        monitors().save();
        QVERIFY(!told.isEmpty() || told.wait());
    }
};

} // namespace

/// A lead decides what is reviewed, and sees how much that would be.
class MonitorBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Once reviews have picked them too.
    void whatWasPickedIsCountedToo()
    {
        MonitorDesk f;
        f.closeOne(u"a"_s, 20);
        store::PickedReview picked;
        picked.facts.conversation = ConversationId(u"a"_s);
        QVERIFY(f.store->addReviewItems({picked}).result());
        f.monitors().refresh();
        QTRY_VERIFY(f.now().picks);
        QCOMPARE(f.now().picks->of, 1);
        QCOMPARE(f.now().picks->all, 1);
    }

    void eachMonitorSaysWhatItWouldPick()
    {
        MonitorDesk f;
        f.closeOne(u"a"_s, 20);
        f.closeOne(u"b"_s, 10);
        f.closeOne(u"c"_s, 9 * 24 * 60); // before the last 7 days
        f.monitors().refresh();
        QTRY_VERIFY(f.now().picks);
        QCOMPARE(f.now().picks->of, 2);
        const qsizetype rated = MonitorDesk::at(f.now().kept, MonitorKind::LowCsat);
        const qsizetype random = MonitorDesk::at(f.now().kept, MonitorKind::Random);
        QCOMPARE(f.now().picks->each[rated], 2); // each was rated 1
        QCOMPARE(f.now().picks->all, 2);
        f.monitors().edit(f.with(MonitorKind::Random, 100));
        QTRY_COMPARE(f.now().picks->each[random], 2);
        f.monitors().edit(f.with(MonitorKind::LowCsat, 0));
        QTRY_COMPARE(f.now().picks->each[rated], 0);
        QCOMPARE(f.now().picks->each[random], 2);
        QVERIFY(f.now().isChanged());
        QVERIFY(!QFileInfo::exists(f.file())); // nothing is kept
        f.monitors().discard();
        QTRY_COMPARE(f.now().picks->each[rated], 2);
        QVERIFY(!f.now().isChanged());
    }

    void whatIsSavedPicksAtOnceAndIsReadAgain()
    {
        MonitorDesk f;
        f.closeOne(u"a"_s, 20);
        f.monitors().edit(f.with(MonitorKind::LowCsat, 0));
        for (const MonitorKind kind : {MonitorKind::NewAgent, MonitorKind::LowConfidence,
                                       MonitorKind::Tier, MonitorKind::Random})
            f.monitors().edit(f.with(kind, 0));
        f.save();
        QCOMPARE(f.now().kept.version, 2);
        QCOMPARE(f.now().kept.lots, 1);
        QVERIFY(f.now().own && !f.now().isChanged());
        QCOMPARE(f.look().rows->size(), size_t(0)); // rated 1, and that is switched off
        f.monitors().edit(f.with(MonitorKind::LowCsat, 100));
        f.save();
        QCOMPARE(f.now().kept.version, 3);
        QCOMPARE(f.look().rows->size(), size_t(1));

        const Monitors kept = f.now().kept;
        f.makeDesk();
        f.start();
        QCOMPARE(f.now().kept, kept);
        const QDir earlier(f.folder.filePath(u"earlier"_s));
        QCOMPARE(earlier.entryList({u"monitors.*.json"_s}).size(), 1);
        const auto audit = f.store->verifyAudit().result();
        QVERIFY(audit && audit->entries >= 2);

        QSignalSpy told(&f.monitors(), &MonitorBoard::monitorsChanged);
        f.monitors().giveUpOwn();
        QVERIFY(told.wait());
        QCOMPARE(f.now().kept, quality::bundledMonitors());
        QVERIFY(!f.now().own && !QFileInfo::exists(f.file()));
    }

    void whatIsEditedWhileItIsSavedStays()
    {
        MonitorDesk f;
        f.monitors().edit(f.with(MonitorKind::Random, 10));
        QSignalSpy told(&f.monitors(), &MonitorBoard::monitorsChanged);
        f.monitors().save();
        f.monitors().edit(f.with(MonitorKind::Random, 20));
        QVERIFY(told.wait());
        const qsizetype random = MonitorDesk::at(f.now().kept, MonitorKind::Random);
        QCOMPARE(f.now().kept.list[random].share, 10);
        QCOMPARE(f.now().edited.list[random].share, 20);
        QVERIFY(f.now().isChanged());
    }

    void aBrokenFileIsNamedWithItsLineAndTheBundledOnesPick()
    {
        MonitorDesk f;
        const auto write = [&](const QByteArray &text) {
            QFile file(f.file());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("{\n\"monitors\": \"baton-monitors/1\",\n \"version\": 4,\n \"doubled\": 1,\n"
              " \"planted\": 1,\n \"list\": [\n  {\"about\": \"whim\"}\n ]\n}");
        QSignalSpy failed(&f.monitors(), &MonitorBoard::failed);
        f.start();
        QCOMPARE(failed.count(), 1);
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.subject, f.file() + u":7"_s);
        QVERIFY(error.detail.contains(u"/list/0/about: expected one of"_s));
        QCOMPARE(f.now().problem, error);
        QCOMPARE(f.now().kept, quality::bundledMonitors());
        write("nothing");
        f.start();
        QCOMPARE(failed.last().first().value<Error>().subject, f.file() + u":1"_s);
        // What is saved then stands in its place.
        f.monitors().edit(f.with(MonitorKind::Random, 1));
        f.save();
        QVERIFY(!f.now().problem);
        f.start();
        QCOMPARE(failed.count(), 2);
    }

    /// What it picked stays, and says that nothing picks it any more.
    void oneIsAddedPicksAndIsRemovedAgain()
    {
        MonitorDesk f;
        f.closeOne(u"a"_s, 20);
        Monitors none = f.now().edited;
        for (Monitor &monitor : none.list)
            monitor.share = 0;
        f.monitors().edit(none);
        const Monitor mine{MonitorKind::LowCsat, {}, 1, 100, u"Very unhappy"_s};
        QVERIFY(f.monitors().add(mine));
        QCOMPARE(f.monitors().add(mine).error().code, ErrorCode::Conflict);
        QCOMPARE(f.monitors().add({MonitorKind::Tier, u"X"_s}).error().code,
                 ErrorCode::InvalidInput);
        f.save();
        QCOMPARE(f.look().rows->size(), size_t(1));
        const auto row = [&f] {
            QSignalSpy ready(&f.board(), &ReviewBoard::rowsReady);
            f.board().needRows(f.board().list().generation, 0, 0);
            return ready.wait() ? ready.first().at(2).value<QList<ReviewRow>>().first()
                                : ReviewRow();
        };
        QCOMPARE(row().reason.title, u"Very unhappy"_s);
        QVERIFY(!row().monitorGone);
        const qsizetype at = f.now().kept.list.size() - 1;
        f.monitors().remove(at);
        f.save();
        QCOMPARE(f.look().rows->size(), size_t(1));
        QVERIFY(row().monitorGone);
        QVERIFY(f.open(u"a"_s).row.monitorGone);
        QCOMPARE(f.open(u"a"_s).row.reason.title, u"Very unhappy"_s);
        QVERIFY(f.monitors().add(mine, at));
        f.save();
        (void)f.look();
        QVERIFY(!row().monitorGone);
    }

    void whoIsNoLeadOnlyReads()
    {
        MonitorDesk f(Role::Agent);
        f.start();
        QVERIFY(!f.now().mayEdit);
        f.monitors().edit(f.with(MonitorKind::Random, 50));
        f.monitors().save();
        f.monitors().giveUpOwn();
        QCOMPARE(f.monitors().add({MonitorKind::Discarded, {}, 0, 1}).error().code,
                 ErrorCode::Refused);
        f.monitors().remove(0);
        QVERIFY(!f.now().isChanged() && !f.now().saving);
    }
};

BATON_TEST(MonitorBoardTest)
#include "MonitorBoardTest.moc"
