#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class ApplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aNewConversationIsAdded()
    {
        Profile desk;
        QSignalSpy spy(&desk.store(), &Store::changed);
        const ApplyReport report = desk.takes({{}});
        QCOMPARE(report.added, 1);
        QCOMPARE(report.changed, QList({ConversationId(u"c1"_s)}));
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"c1"_s}));
        QCOMPARE(spy.count(), 1);
        const auto changes = spy.at(0).at(0).value<ChangeSet>();
        QCOMPARE(changes.conversations, QList({ConversationId(u"c1"_s)}));
        QVERIFY(changes.order);
        QVERIFY(!changes.outbox);
        const ConversationRecord record = desk.record();
        QCOMPARE(record.upstream.customer.name, u"Mara Lindqvist"_s);
        QCOMPARE(record.row.need, u"Where is my parcel?"_s);
        QCOMPARE(record.row.queue.text(), u"general"_s);
    }

    void theSameAgainTouchesNothing()
    {
        Profile desk;
        desk.takes({{}});
        QSignalSpy spy(&desk.store(), &Store::changed);
        const ApplyReport report = desk.takes({{}});
        QCOMPARE(report.unchanged, 1);
        QCOMPARE(report.added + report.updated, 0);
        QCOMPARE(spy.count(), 0);
    }

    void aHigherVersionReplacesAndALowerIsIgnored()
    {
        Profile desk;
        desk.takes({{.version = 2}});
        QCOMPARE(desk.takes({{.version = 1, .subject = u"Old"_s}}).unchanged, 1);
        QCOMPARE(desk.takes({{.version = 3, .subject = u"Refund"_s}}).updated, 1);
        QCOMPARE(desk.record().upstream.subject, u"Refund"_s);
        QCOMPARE(desk.found(u"refund"_s), QStringList({u"c1"_s}));
        QCOMPARE(desk.found(u"where"_s), QStringList());
    }

    void theSameVersionWithOtherContentIsAConflictAndCostsOnlyItself()
    {
        Profile desk;
        desk.takes({{}});
        const ApplyReport report
            = desk.takes({{.id = u"c0"_s}, {.subject = u"Else"_s}, {.id = u"c2"_s}});
        QCOMPARE(report.added, 2);
        QCOMPARE(report.rejected.size(), 1);
        QCOMPARE(report.rejected.first().code, u"version-conflict"_s);
        QCOMPARE(report.rejected.first().file, u"test.jsonl"_s);
        QCOMPARE(desk.record().upstream.subject, u"Where is my parcel?"_s);
    }

    void aVanishedMessageStaysAndIsMarkedUntilItComesBack()
    {
        Profile desk;
        const Said first{u"m1"_s, u"customer"_s, u"one"_s, 0};
        const Said second{u"m2"_s, u"customer"_s, u"banana"_s, 1};
        const auto presences = [&] {
            QStringList list;
            for (const Message &m : desk.record().conversation.messages)
                list.append(m.id.text() + (m.presence == Presence::Withdrawn ? u"-"_s : u"+"_s));
            return list.join(u' ');
        };
        desk.takes({{.messages = {first, second}}});
        desk.takes({{.version = 2, .messages = {first}}});
        QCOMPARE(presences(), u"m1+ m2-"_s);
        QCOMPARE(desk.record().upstream.messages.size(), 1);
        desk.takes({{.version = 3, .subject = u"Later"_s, .messages = {first}}});
        desk.reopen();
        QCOMPARE(presences(), u"m1+ m2-"_s);
        QCOMPARE(desk.found(u"banana"_s), QStringList({u"c1"_s}));
        desk.takes({{.version = 4, .messages = {first, second}}});
        QCOMPARE(presences(), u"m1+ m2+"_s);
    }

    void anImportedConversationThatUpstreamHasTooLeavesTheArchive()
    {
        Profile desk;
        desk.takes({{}}, Origin::Archive);
        QCOMPARE(desk.shown(QueueView::Archive), QStringList({u"c1"_s}));
        QCOMPARE(desk.takes({{}}, Origin::Upstream).updated, 1);
        QCOMPARE(desk.shown(QueueView::Archive), QStringList());
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"c1"_s}));
        desk.takes({{.version = 2}}, Origin::Archive);
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"c1"_s}));
    }

    void aLongListTakesSeveralTransactionsAndDraftsAreNotKeptWaiting()
    {
        Profile desk;
        QList<Incoming> packets;
        for (int i = 0; i < 3000; ++i)
            packets.append(Made{.id = u"c%1"_s.arg(i)}.incoming());
        QSignalSpy spy(&desk.store(), &Store::changed);
        auto applied = desk->apply(packets, Origin::Upstream);
        auto cursor = desk->saveCursor("after");
        desk.types(u"typed meanwhile"_s);
        QVERIFY(!applied.isFinished());
        QVERIFY(!cursor.isFinished());
        QCOMPARE(value(applied).added, 3000);
        done(cursor);
        QCOMPARE(value(desk->loadCursor()), QByteArray("after"));
        QVERIFY(spy.count() > 2);
        QCOMPARE(value(desk->counts(desk.query(QueueView::Mine))).allWaiting, 3000);
    }

    void aBulkLoadIsSearchableOnceFinished()
    {
        Profile desk;
        done(desk->beginBulk());
        desk.takes({{.id = u"c1"_s}, {.id = u"c2"_s}}, Origin::Archive);
        desk.takes({{.id = u"c1"_s, .version = 2, .subject = u"Teapot"_s}}, Origin::Archive);
        QCOMPARE(desk.found(u"parcel"_s), QStringList());
        done(desk->finishBulk());
        QCOMPARE(desk.found(u"parcel"_s), QStringList({u"c2"_s, u"c1"_s}));
        QCOMPARE(desk.found(u"teapot"_s), QStringList({u"c1"_s}));
        desk.takes({{.id = u"c3"_s, .subject = u"Teapot"_s}});
        QCOMPARE(desk.found(u"teapot"_s), QStringList({u"c3"_s, u"c1"_s}));
    }

    void aBulkLoadThatWasCutShortIsIndexedAtTheNextOpen()
    {
        Profile desk;
        done(desk->beginBulk());
        desk.takes({{}}, Origin::Archive);
        desk.types(u"forces a commit"_s);
        desk.reopen();
        QCOMPARE(desk.found(u"parcel"_s), QStringList({u"c1"_s}));
    }

    void exportGivesTheLinesBackAsTheyCame()
    {
        Profile desk;
        const Made one{.id = u"c1"_s};
        const Made two{.id = u"c2"_s};
        const Made three{.id = u"c3"_s};
        desk.takes({one, two, three});
        ExportPage page = value(desk->exportLines(0, 2));
        QVERIFY(!page.last);
        QCOMPARE(page.lines.at(0).line, one.line());
        QCOMPARE(page.lines.at(1).line, two.line());
        page = value(desk->exportLines(page.lines.last().row, 2));
        QVERIFY(page.last);
        QCOMPARE(page.lines.size(), 1);
        QCOMPARE(page.lines.at(0).line, three.line());
    }
};

BATON_TEST(ApplyTest)
#include "ApplyTest.moc"
