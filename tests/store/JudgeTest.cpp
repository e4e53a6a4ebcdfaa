#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

/// What a judge reads lies beside the conversation and orders the queue.
class JudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aDecisionComesWithThePacket()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"early"_s}, {.id = u"c"_s, .subject = u"invoice"_s}});
        QCOMPARE(desk.shown(QueueView::AllWaiting), QStringList({u"c"_s, u"early"_s}));
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c"_s});
        QCOMPARE(value(desk->counts(desk.query(QueueView::TierC))).tierC, 1);
        const auto judged = desk.record(u"c"_s).row.judged;
        QVERIFY(judged && judged->route == Route::Escalate);
        QCOMPARE(judged->by, 7);
    }

    void whatAnotherJudgeReadIsReadAnew()
    {
        Profile desk;
        QList<Made> many;
        for (int i = 0; i < 100; ++i)
            many.append({.id = u"c%1"_s.arg(i), .subject = i % 2 ? u"invoice"_s : u"parcel"_s});
        desk.takes(many);
        QVERIFY(!desk.record(u"c1"_s).row.judged);
        QVERIFY(desk.shown(QueueView::TierC).isEmpty());
        QCOMPARE(desk.judgesBy(7), 100);
        QCOMPARE(desk.shown(QueueView::TierC).size(), 50);
        QCOMPARE(desk.judgesBy(7), 0);
        QCOMPARE(desk.judgesBy(8), 100);
        QCOMPARE(desk.record(u"c1"_s).row.judged->by, 8);
        QCOMPARE(value(desk->counts(desk.query(QueueView::TierC))).tierC, 50);
    }

    void whatCameClosedIsReadOnceAndFoundByWhatItWasAbout()
    {
        Profile desk;
        desk.takes({{.id = u"open"_s},
                    {.id = u"one"_s, .state = u"closed"_s, .customer = u"u2"_s},
                    {.id = u"two"_s, .state = u"closed"_s, .customer = u"u3"_s, .waitingMinute = 5},
                    {.id = u"own"_s, .state = u"closed"_s}});
        QCOMPARE(desk.judgesBy(7), 4);
        QCOMPARE(desk.judgesBy(8), 1); // the archive keeps what was read
        QCOMPARE(desk.record(u"one"_s).row.judged->by, 7);
        const QString intent = desk.record(u"one"_s).row.judged->intent;
        QVERIFY(!intent.isEmpty());
        QStringList ids;
        for (const QueueRow &row : value(desk->closedOfIntent(intent, CustomerId(u"u1"_s), 10)))
            ids += row.id.text();
        QCOMPARE(ids, QStringList({u"two"_s, u"one"_s}));
        QVERIFY(value(desk->closedOfIntent(u"another"_s, CustomerId(u"u1"_s), 10)).isEmpty());
    }

    void anArchiveIsNotJudged()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.id = u"old"_s, .subject = u"invoice"_s}}, Origin::Archive);
        QVERIFY(!desk.record(u"old"_s).row.judged);
        QCOMPARE(desk.judged.load(), 0);
    }

    void anActDoesNotAskTheJudgeAgain()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.subject = u"invoice"_s}});
        const int asked = desk.judged;
        desk.does(ActKind::Claim);
        desk.does(ActKind::Reply, u"c1"_s, u"On it"_s);
        QCOMPARE(desk.judged.load(), asked);
        QVERIFY(desk.record().row.judged);
        desk.takes({{.version = 2, .subject = u"parcel"_s}});
        QCOMPARE(desk.judged.load(), asked + 1);
        QVERIFY(desk.record().row.judged->route == Route::Assist);
        QVERIFY(desk.shown(QueueView::TierC).isEmpty());
    }

    void whatWasReadStandsWithoutAJudge()
    {
        Profile desk;
        desk.judgesBy(7);
        desk.takes({{.subject = u"invoice"_s}});
        desk.forgetsTheJudge();
        desk.reopen();
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c1"_s});
        desk.does(ActKind::Claim);
        QCOMPARE(desk.shown(QueueView::TierC), QStringList{u"c1"_s});
        QVERIFY(desk.record().row.judged);
    }

    void whoIsBackWithinThreeDaysStandsInRecontacts()
    {
        Profile desk;
        const int hour = 60;
        desk.takes({{.id = u"first"_s, .state = u"closed"_s, .waitingMinute = 0},
                    {.id = u"second"_s, .waitingMinute = 51 * hour},
                    {.id = u"other"_s, .customer = u"u2"_s, .waitingMinute = 52 * hour},
                    {.id = u"late"_s, .waitingMinute = (51 + 73) * hour}});
        QCOMPARE(desk.shown(QueueView::Recontacts), QStringList{u"second"_s});
        QCOMPARE(value(desk->counts(desk.query(QueueView::Recontacts))).recontacts, 1);
        QCOMPARE(desk.record(u"second"_s).row.backMs, 51LL * 3'600'000);
        QVERIFY(!desk.record(u"first"_s).row.backMs);
        desk.does(ActKind::Close, u"second"_s);
        QCOMPARE(value(desk->counts(desk.query(QueueView::Recontacts))).recontacts, 0);
    }
};

BATON_TEST(JudgeTest)
#include "JudgeTest.moc"
