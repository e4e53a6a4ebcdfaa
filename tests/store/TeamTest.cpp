#include "StoreFixture.h"

#include "tests/support/TestProgram.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class TeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingIsNothing()
    {
        Profile desk;
        QCOMPARE(value(desk->teamLoad(desk.clock.now())), TeamLoad());
        QVERIFY(value(desk->shiftRows({0}, desk.clock.now(), 10)).records.isEmpty());
        QVERIFY(value(desk->tagsInUse(5)).isEmpty());
    }

    /// Due ten minutes after waiting began, by plainPlace().
    void whoHasHowMuchAndWhatWaits()
    {
        Profile desk;
        const Instant noon{1'770'000'000'000 / 60000 * 60000};
        desk.takes({{.id = u"a"_s, .state = u"claimed"_s, .owner = u"bob"_s, .waitingMinute = 0},
                    {.id = u"b"_s, .state = u"claimed"_s, .owner = u"bob"_s, .waitingMinute = 9},
                    {.id = u"c"_s, .waitingMinute = 8},
                    {.id = u"d"_s,
                     .state = u"snoozed"_s,
                     .owner = u"ana"_s,
                     .snoozedUntil = Made::minute(600)},
                    {.id = u"e"_s, .state = u"closed"_s, .owner = u"bob"_s}});
        const TeamLoad load = value(desk->teamLoad(noon + 10 * 60'000));
        QCOMPARE(load.people.size(), 2);
        QCOMPARE(load.people[0], (PersonLoad{{u"ana"_s, u"ana"_s}, 1, 0, 0, {}}));
        QCOMPARE(load.people[1], (PersonLoad{{u"bob"_s, u"bob"_s}, 2, 2, 1, noon}));
        QCOMPARE(load.queues.size(), 1);
        QCOMPARE(load.queues[0],
                 (QueueLoad{QueueId(u"general"_s), 3, 1, 1, noon, noon + 18 * 60'000}));
        QCOMPARE(load.awaited.size(), size_t(3));
        QCOMPARE(load.awaited[0], (AwaitedReply{0, 1, (noon + 10 * 60'000).ms}));
        QCOMPARE(load.awaited[1].person, -1);
    }

    void aHundredThousandTakeAMoment()
    {
        Profile desk;
        desk.takes({{.id = u"a"_s, .state = u"claimed"_s, .owner = u"bob"_s}});
        const QString file = desk.paths().cacheFile();
        desk.close();
        {
            SQLite::Database cache(file.toStdString(), SQLite::OPEN_READWRITE);
            QStringList values;
            SQLite::Statement columns(cache, "SELECT name FROM pragma_table_info('conversation')");
            while (columns.executeStep()) {
                const QString name = QString::fromStdString(columns.getColumn(0).getString());
                values += name == "row"_L1  ? u"1000 + i"_s
                    : name == "id"_L1       ? u"id || '-' || i"_s
                    : name == "queue"_L1    ? u"'q' || (i % 8)"_s
                    : name == "owner_id"_L1 ? u"CASE WHEN i % 2 THEN 'p' || (i % 40) END"_s
                                            : name;
            }
            cache.exec((u"INSERT INTO conversation WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                        "SELECT i + 1 FROM n WHERE i < 100000) SELECT "_s
                        + values.join(u", "_s) + u" FROM n, conversation WHERE id = 'a'"_s)
                           .toStdString());
        }
        desk.open();
        QElapsedTimer timer;
        timer.start();
        const TeamLoad load = value(desk->teamLoad(desk.clock.now()));
        qInfo("a load of 100,001 conversations in %lld ms", timer.elapsed());
        QCOMPARE(load.awaited.size(), size_t(100'001));
        QCOMPARE(load.people.size(), 21);
        QCOMPARE(load.queues.size(), 9);
        QVERIFY(timer.elapsed() < 3000);
    }

    void tagsComeWithThePacketAndByActs()
    {
        Profile desk;
        desk.takes({{.id = u"a"_s, .tags = {u" Late  delivery "_s, u"vip"_s, u"VIP"_s}},
                    {.id = u"b"_s, .subject = u"A lamp"_s},
                    {.id = u"c"_s, .state = u"closed"_s, .tags = {u"Vip"_s}}});
        QCOMPARE(desk.record(u"a"_s).row.tags, QStringList({u"Late delivery"_s, u"vip"_s}));
        NewAct made = desk.act(ActKind::Tag, u"b"_s);
        made.act.tagsAdded = {u"vip"_s};
        made.act.tagsRemoved = {u"none"_s};
        const OutboxEntry entry = value(desk->record({made})).first();
        QCOMPARE(desk.record(u"b"_s).row.tags, QStringList{u"vip"_s});
        desk.reopen();
        QCOMPARE(value(desk->outbox()).first().act, entry.act);
        QCOMPARE(desk.record(u"b"_s).row.tags, QStringList{u"vip"_s});

        QCOMPARE(desk.found(u"tag:VIP"_s), QStringList({u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(desk.found(u"tag:vip lamp"_s), QStringList{u"b"_s});
        QCOMPARE(desk.found(u"tag:\"late delivery\""_s), QStringList{u"a"_s});
        QVERIFY(desk.found(u"tag:vi"_s).isEmpty());
        QCOMPARE(value(desk->search(u"tag:vip"_s, 10)).size(), 3);
        QCOMPARE(value(desk->search(u"tag:vip lamp"_s, 10)).size(), 1);
        QCOMPARE(value(desk->searchIds(u"tag:vip"_s)).rows->size(), size_t(3));
        QueueFilter filter;
        filter.tag = u"Late Delivery"_s;
        QCOMPARE(desk.arranged(QueueView::AllWaiting, filter), QStringList{u"a"_s});
        QCOMPARE(desk.found(u"parcel"_s, filter), QStringList{u"a"_s});
        QCOMPARE(value(desk->tagsInUse(5)), QStringList({u"Vip"_s, u"Late delivery"_s}));
        QCOMPARE(value(desk->tagsInUse(1)).size(), 1);

        QCOMPARE(value(desk->undo(entry.act.key)).status, ActStatus::Undone);
        QVERIFY(desk.record(u"b"_s).row.tags.isEmpty());
    }

    void aShiftIsToldOfWhatWasTouchedAndWhatFellDue()
    {
        Profile desk;
        const Instant noon{1'770'000'000'000 / 60000 * 60000};
        desk.takes({{.id = u"old"_s,
                     .waitingMinute = -600,
                     .messages = {{u"m"_s, u"customer"_s, u"Hi"_s, -600}}},
                    {.id = u"due"_s,
                     .waitingMinute = -5,
                     .messages = {{u"m"_s, u"customer"_s, u"Hi"_s, -5}}},
                    {.id = u"new"_s,
                     .waitingMinute = 3,
                     .messages = {{u"m"_s, u"customer"_s, u"Hi"_s, 3}}},
                    {.id = u"bot"_s, .state = u"bot"_s, .waitingMinute = 3}});
        desk.takes({{.id = u"imported"_s, .waitingMinute = 3}}, Origin::Archive);
        const auto ids = [](const ShiftRows &rows) {
            QStringList all;
            for (const ConversationRecord &record : rows.records)
                all += record.row.id.text();
            return all;
        };
        const ShiftRows rows = value(desk->shiftRows(noon, noon + 60 * 60'000, 10));
        QCOMPARE(ids(rows), QStringList({u"new"_s, u"due"_s}));
        QCOMPARE(rows.more, 0);
        const ShiftRows one = value(desk->shiftRows(noon, noon + 60 * 60'000, 1));
        QCOMPARE(ids(one), QStringList{u"new"_s});
        QCOMPARE(one.more, 1);
    }
};

BATON_TEST(TeamTest)
#include "TeamTest.moc"
