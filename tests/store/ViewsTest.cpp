#include "StoreFixture.h"

#include "core/store/QueueQueries.h"
#include "core/store/ViewReader.h"
#include "tests/support/TestProgram.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class ViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eachStateStandsInItsViews()
    {
        Profile desk;
        desk.takes({{.id = u"bot"_s, .state = u"bot"_s},
                    {.id = u"free"_s, .state = u"waiting"_s},
                    {.id = u"mine"_s, .state = u"claimed"_s, .owner = u"ana"_s},
                    {.id = u"hers"_s, .state = u"claimed"_s, .owner = u"bo"_s},
                    {.id = u"nap"_s,
                     .state = u"snoozed"_s,
                     .owner = u"ana"_s,
                     .snoozedUntil = Made::minute(900)},
                    {.id = u"shut"_s, .state = u"closed"_s}});
        desk.takes({{.id = u"old"_s, .state = u"waiting"_s}}, Origin::Archive);
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"free"_s, u"hers"_s, u"mine"_s}));
        QCOMPARE(desk.shown(QueueView::Mine), QStringList({u"mine"_s, u"nap"_s}));
        QCOMPARE(desk.shown(QueueView::Archive), QStringList({u"old"_s, u"shut"_s}));
        const ViewCounts counts = value(desk->counts(desk.query(QueueView::AllWaiting)));
        QCOMPARE(counts.allWaiting, 3);
        QCOMPARE(counts.mine, 2);
        QCOMPARE(counts.archive, 2);
        QCOMPARE(counts.heldByBot, 1);
        QCOMPARE(counts.breachingSoon, 3);
    }

    void theOrderIsSafetyThenDueThenWaiting()
    {
        Profile desk;
        desk.takes({{.id = u"late"_s, .waitingMinute = 30},
                    {.id = u"b"_s, .waitingMinute = 10},
                    {.id = u"a"_s, .waitingMinute = 10},
                    {.id = u"safe"_s, .subject = u"urgent"_s, .waitingMinute = 40}});
        const QStringList order({u"safe"_s, u"a"_s, u"b"_s, u"late"_s});
        QCOMPARE(desk.shown(QueueView::AllWaiting), order);
        QStringList byIds;
        const QueueIds ids = value(desk->ids(desk.query(QueueView::AllWaiting)));
        for (const QueueRow &row :
             value(desk->rows(QList<qint64>(ids.rows->begin(), ids.rows->end()))))
            byIds.append(row.id.text());
        QCOMPARE(byIds, order);
        QCOMPARE(value(desk->firstRows(desk.query(QueueView::AllWaiting), 2)).size(), 2);
    }

    void aFilterLeavesOutTheRestOfAnyView()
    {
        Profile desk;
        desk.judgesBy(1);
        desk.takes({{.id = u"bill"_s, .subject = u"invoice, furious"_s},
                    {.id = u"hers"_s, .state = u"claimed"_s, .owner = u"bo"_s},
                    {.id = u"mail"_s, .channel = u"email"_s},
                    {.id = u"mine"_s, .state = u"claimed"_s, .owner = u"ana"_s},
                    {.id = u"shut"_s, .state = u"closed"_s, .channel = u"email"_s}});
        using List = QStringList;
        const QueueFilter email{.channels = channelBit(Channel::Email)};
        const QueueFilter c{.tiers = tierBit(Route::Escalate)};
        QCOMPARE(desk.arranged(QueueView::AllWaiting, email), List{u"mail"_s});
        QCOMPARE(desk.arranged(QueueView::Archive, email), List{u"shut"_s});
        QCOMPARE(desk.arranged(QueueView::AllWaiting, c), List{u"bill"_s});
        QCOMPARE(desk.arranged(QueueView::Mine, c), List());
        QCOMPARE(desk.arranged(QueueView::TierC, email), List());
        QCOMPARE(desk.arranged(QueueView::BreachingSoon, email), List{u"mail"_s});
        QCOMPARE(desk.arranged(QueueView::Recontacts, email), List());
        QCOMPARE(desk.arranged(QueueView::AllWaiting, {.unclaimed = true}),
                 List({u"bill"_s, u"mail"_s}));
        QCOMPARE(desk.arranged(QueueView::AllWaiting, {.upset = true}), List{u"bill"_s});
        const QueueFilter both{.channels = channelBit(Channel::Email) | channelBit(Channel::Chat),
                               .tiers = tierBit(Route::Assist),
                               .unclaimed = true};
        QCOMPARE(desk.arranged(QueueView::AllWaiting, both), List{u"mail"_s});

        QCOMPARE(desk.found(u"parcel"_s, email), List({u"shut"_s, u"mail"_s}));
        QCOMPARE(value(desk->searchIds(u"parcel"_s, email)).rows->size(), 2u);
    }

    void anotherOrderKeepsThatOfTheQueueWhereRowsAreAlike()
    {
        Profile desk;
        desk.judgesBy(1);
        desk.takes({{.id = u"new"_s, .subject = u"invoice"_s, .waitingMinute = 30},
                    {.id = u"b"_s, .waitingMinute = 10},
                    {.id = u"a"_s, .waitingMinute = 10},
                    {.id = u"safe"_s, .subject = u"urgent"_s, .waitingMinute = 20}});
        const auto sorted
            = [&](QueueSort sort) { return desk.arranged(QueueView::AllWaiting, {}, sort); };
        QCOMPARE(sorted(QueueSort::LongestWaiting),
                 QStringList({u"a"_s, u"b"_s, u"safe"_s, u"new"_s}));
        QCOMPARE(sorted(QueueSort::NewestFirst),
                 QStringList({u"new"_s, u"safe"_s, u"a"_s, u"b"_s}));
        QCOMPARE(sorted(QueueSort::Value), sorted(QueueSort::Deadline)); // all of one value
        QCOMPARE(sorted(QueueSort::Deadline), desk.shown(QueueView::AllWaiting));
    }

    void breachingSoonKnowsWhatIsDue()
    {
        Profile desk; // due ten minutes after waiting began; soon is half an hour ahead
        desk.takes({{.id = u"soon"_s, .waitingMinute = 10},
                    {.id = u"later"_s, .waitingMinute = 25},
                    {.id = u"safe"_s, .subject = u"urgent"_s, .waitingMinute = 12},
                    {.id = u"closed"_s, .state = u"closed"_s, .waitingMinute = 1}});
        QCOMPARE(desk.shown(QueueView::BreachingSoon), QStringList({u"safe"_s, u"soon"_s}));
        QCOMPARE(value(desk->ids(desk.query(QueueView::BreachingSoon))).rows->size(), 2u);
    }

    void pagesAreNotKeptWaitingByAllTheNumbersOfAView()
    {
        Profile desk;
        QList<Incoming> packets;
        for (int i = 0; i < 20000; ++i)
            packets.append({{{}, "{}", QByteArray(32, 'h')}, {}, 0});
        for (int i = 0; i < packets.size(); ++i) {
            packets[i].packet.conversation.id = ConversationId(u"c%1"_s.arg(i));
            packets[i].packet.conversation.version = 1;
        }
        value(desk->apply(packets, Origin::Upstream));
        QList<QFuture<Result<QueueIds>>> all;
        for (int i = 0; i < 20; ++i)
            all.append(desk->ids(desk.query(QueueView::AllWaiting)));
        const auto counts = desk->counts(desk.query(QueueView::AllWaiting));
        QCOMPARE(value(desk->rows(QList<qint64>{7})).size(), 1);
        QVERIFY(!all.last().isFinished());
        for (auto &ids : all)
            QCOMPARE(value(ids).rows->size(), 20000u);
        QCOMPARE(value(counts).allWaiting, 20000);
    }

    void rowsComeInTheOrderAskedAndVanishedOnesAreLeftOut()
    {
        Profile desk;
        desk.takes({{.id = u"a"_s}, {.id = u"b"_s}});
        const QList<QueueRow> rows = value(desk->rows(QList<qint64>{2, 99, 1}));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).id.text(), u"b"_s);
        QCOMPARE(rows.at(1).id.text(), u"a"_s);
        const QList<ConversationId> ids{ConversationId(u"b"_s), ConversationId(u"none"_s)};
        QCOMPARE(value(desk->rows(ids)), QList({rows.at(0)}));
    }

    void aRowSaysWhatItShows()
    {
        Profile desk;
        desk.takes({{.state = u"claimed"_s, .owner = u"bo"_s, .waitingMinute = 3}});
        const QueueRow row = desk.record().row;
        QCOMPARE(row.name, u"Mara Lindqvist"_s);
        QCOMPARE(row.owner.id, u"bo"_s);
        QCOMPARE(row.state, State::Claimed);
        QCOMPARE(row.sla.state, SlaState::Running);
        QCOMPARE(row.sla.due->ms - row.sla.started->ms, 600'000);
        QCOMPARE(row.place.id, u"c1"_s);
        QVERIFY(!row.snoozedUntil);
    }

    void mineIsUnreadUntilIHaveLooked()
    {
        Profile desk;
        const Said one{u"m1"_s, u"customer"_s, u"Hello"_s, 0};
        const Said two{u"m2"_s, u"customer"_s, u"Anyone?"_s, 5};
        desk.takes({{.messages = {one}}});
        QVERIFY(!desk.record().row.unread);
        desk.does(ActKind::Claim);
        QVERIFY(desk.record().row.unread);
        done(desk->markSeen(ConversationId(u"c1"_s), MessageId(u"m1"_s)));
        QVERIFY(!desk.record().row.unread);
        desk.takes({{.version = 2, .messages = {one, two}}});
        QVERIFY(desk.record().row.unread);
        desk.reopen();
        QCOMPARE(desk.record().seen.text(), u"m1"_s);
        done(desk->markSeen(ConversationId(u"c1"_s), MessageId(u"m2"_s)));
        QVERIFY(!desk.record().row.unread);
    }

    void aSnoozeThatHasEndedComesBack()
    {
        Profile desk;
        desk.takes({{}});
        NewAct nap = desk.act(ActKind::Snooze);
        nap.act.until = desk.clock.now() + 60'000;
        value(desk->record({nap}));
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList());
        QCOMPARE(value(desk->wakeSnoozed()), 0);
        desk.clock.ms += 60'000;
        QCOMPARE(value(desk->wakeSnoozed()), 1);
        QCOMPARE(value(desk->wakeSnoozed()), 0);
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"c1"_s}));
    }

    void earlierContactsAreTheCustomersOthersNewestFirst()
    {
        Profile desk;
        desk.takes({{.id = u"a"_s, .waitingMinute = 1},
                    {.id = u"b"_s, .waitingMinute = 3},
                    {.id = u"c"_s, .waitingMinute = 2},
                    {.id = u"x"_s, .customer = u"u2"_s}});
        QStringList ids;
        for (const QueueRow &row :
             value(desk->earlierContacts(CustomerId(u"u1"_s), ConversationId(u"c"_s), 10)))
            ids.append(row.id.text());
        QCOMPARE(ids, QStringList({u"b"_s, u"a"_s}));
    }

    void anActMovesAConversationBetweenViewsAndCounts()
    {
        Profile desk;
        desk.takes({{}});
        QSignalSpy spy(&desk.store(), &Store::changed);
        desk.does(ActKind::Claim);
        QVERIFY(spy.last().at(0).value<ChangeSet>().order);
        desk.does(ActKind::Note, u"c1"_s, u"hm"_s);
        QVERIFY(!spy.last().at(0).value<ChangeSet>().order);
        desk.does(ActKind::Close);
        const ViewCounts counts = value(desk->counts(desk.query(QueueView::Mine)));
        QCOMPARE(counts.mine, 0);
        QCOMPARE(counts.allWaiting, 0);
        QCOMPARE(counts.archive, 1);
    }

    void noStatementSortsOrReadsAWholeTable()
    {
        Profile desk;
        desk.takes({{}});
        auto connection = Connection::open(desk.paths(), Connection::Mode::Reader);
        QVERIFY(connection);
        QueueQueries queue(**connection, ana.id);
        for (const QueueView view : {QueueView::AllWaiting, QueueView::Mine,
                                     QueueView::BreachingSoon, QueueView::Archive}) {
            queue.firstRows(desk.query(view), 10);
            ViewReader reader(**connection, desk.query(view));
            QVERIFY(!reader.readOn());
            QueueQuery narrowed = desk.query(view);
            narrowed.filter.upset = true;
            ViewReader arranged(**connection, narrowed);
            QVERIFY(!arranged.readOn());
        }
        queue.counts(ana.id);
        queue.rows(QList<qint64>{1});
        queue.row(ConversationId(u"c1"_s));
        queue.earlierContacts(CustomerId(u"u1"_s), ConversationId(u"c1"_s), 10);
        queue.closedOfIntent(u"refund"_s, CustomerId(u"u1"_s), 10);

        SQLite::Database &database = (*connection)->database();
        std::vector<std::string> statements;
        for (sqlite3_stmt *s = sqlite3_next_stmt(database.getHandle(), nullptr); s;
             s = sqlite3_next_stmt(database.getHandle(), s))
            statements.emplace_back(sqlite3_sql(s));
        int covered = 0;
        for (const std::string &sql : statements) {
            SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
            while (plan.executeStep()) {
                const QByteArray step = plan.getColumn(3).getText();
                covered += step.contains("SEARCH c") && step.contains("COVERING INDEX");
                covered += step.contains("SCAN c") && step.contains("COVERING INDEX");
                const bool whole = step.startsWith("SCAN") && !step.contains("USING")
                    && step != "SCAN shelf_count" && step != "SCAN CONSTANT ROW";
                QVERIFY2(!step.contains("TEMP B-TREE") && !whole,
                         (step + " in " + sql.c_str()).constData());
            }
        }
        QVERIFY(statements.size() >= 16);
        QVERIFY(covered >= 5); // four views' row numbers and a count need the index alone
    }
};

BATON_TEST(ViewsTest)
#include "ViewsTest.moc"
