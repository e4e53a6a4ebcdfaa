#include "core/desk/ScorecardMaking.h"
#include "tests/support/ScoreFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using quality::Metric;

namespace {

const quality::Figure &gauge(const ScorecardSnapshot &shown, Metric metric)
{
    return shown.gauges.at(int(metric)).figure;
}

} // namespace

class ScorecardBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void nothingIsEmpty()
    {
        ScoreFixture f;
        const ScorecardSnapshot shown = f.refreshed();
        QVERIFY(shown.isEmpty());
        QCOMPARE(shown.gauges.size(), quality::metrics);
        QVERIFY(!gauge(shown, Metric::Containment).value);
        QVERIFY(shown.intents.isEmpty());
    }

    void showsTheNewestWeekThatIsOver()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        f.arrive({f.closed(week, 10, {u"order_status"_s, 5}), f.closed(week, 11, {}),
                  f.closed(week, 12, {u"refund_status"_s, 2, true})},
                 Origin::Archive);
        const ScorecardSnapshot shown = f.refreshed();
        QCOMPARE(shown.period, (ScorePeriod{week, week}));
        QCOMPARE(gauge(shown, Metric::Containment).n, 3);
        QCOMPARE(*gauge(shown, Metric::Containment).value, 2.0 / 3);
        QCOMPARE(gauge(shown, Metric::CsatBot).n, 1);
        QCOMPARE(shown.weeks.size(), scoreWeeks);
        QCOMPARE(shown.weeks.last().week, week);
        QCOMPARE(shown.intents.size(), 2);
        QCOMPARE(shown.intents.first().intent, u"order_status"_s);
        QVERIFY(!shown.intents.first().title.isEmpty());
        QCOMPARE(shown.intents.first().course.size(), courseWeeks);
    }

    void aHistoryThatEndedLongAgoIsShownWhole()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 60;
        f.fillWeek(week - 1, 20, 100);
        f.fillWeek(week, 100, 50);
        const ScorecardSnapshot shown = f.refreshed();
        QCOMPARE(shown.period, (ScorePeriod{week, week}));
        QCOMPARE(gauge(shown, Metric::CsatBot).n, 100);
        QCOMPARE(*shown.gauges.at(int(Metric::CsatBot)).change, -0.5);
        QCOMPARE(shown.intents.size(), 1);
    }

    void armsAreNeverMixed()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        f.arrive({f.closed(week, 10, {u"order_status"_s, 5}),
                  f.closed(week, 12, {u"order_status"_s, 1, true})},
                 Origin::Archive);
        f.refreshed();
        QSignalSpy changed(&f.board(), &ScorecardBoard::changed);
        f.board().showArms(quality::Arms::BotOnly);
        const auto bot = first<ScorecardSnapshot>(changed);
        QCOMPARE(gauge(bot, Metric::Resolution).n, 1);
        QVERIFY(!gauge(bot, Metric::CsatPerson).value);
        QVERIFY(!gauge(bot, Metric::Containment).value);
    }

    void aChangeIsSaidAgainstTheWeekBefore()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        f.fillWeek(week - 1, 20, 100);
        f.fillWeek(week, 200, 50);
        const ScorecardSnapshot shown = f.refreshed();
        QCOMPARE(*shown.gauges.at(int(Metric::CsatBot)).change, -0.5);
        QVERIFY(shown.gauges.at(int(Metric::CsatBot)).past);
        // Of weeks that nothing is known of nothing is said.
        QVERIFY(!shown.weeks.first().figures[size_t(Metric::CsatBot)].value);
    }

    void aFallTripsTheLimitOnceItsWeeksHaveMatured()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        for (int back = 18; back >= 0; --back)
            f.fillWeek(week - back, 200, back < 3 ? 60 : 86);
        const ScorecardSnapshot shown = f.refreshed();
        QVERIFY(shown.intents.first().stop);
        QCOMPARE(shown.intents.first().stop->verdict.finding, quality::Finding::Trips);
        QVERIFY(!shown.trips.isEmpty());
        QVERIFY(shown.trips.first() >= week - 3);
        QCOMPARE(shown.lookedAtWeek, week);
    }

    void theConversationsBehindANumberComeByPage()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        f.fillWeek(week, 120, 75);
        f.refreshed();
        QSignalSpy drilled(&f.board(), &ScorecardBoard::drilled);
        f.board().drill({Metric::CsatBot, quality::Part::Miss, {}});
        const auto contacts = first<ScoreContacts>(drilled);
        QCOMPARE(contacts.rows->size(), 25U);
        QSignalSpy ready(&f.board(), &ScorecardBoard::rowsReady);
        f.board().needRows(contacts.generation, 20, 90);
        const auto rows = first<QList<QueueRow>>(ready, 2);
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows.last().row, contacts.rows->back());
    }

    void howSureIntentsWereReadIsHeldAgainstCorrections()
    {
        ScoreFixture f;
        f.readAsTheBotSays();
        const int week = f.thisWeek() - 2;
        f.fillReadings(week, 0.93, 40, 4);
        f.fillReadings(week, 0.55, 20, 10);
        f.fillWeek(week, 10, 50); // of the bot alone: beside it
        f.refreshed();
        QTRY_VERIFY(f.board().snapshot().reliability);
        const quality::Reliability curve = *f.board().snapshot().reliability;
        QCOMPARE(curve.n(), 60);
        QCOMPARE(curve.bins[9].right, (quality::Proportion{36, 40}));
        QCOMPARE(curve.bins[5].right, (quality::Proportion{10, 20}));
        QVERIFY(std::abs(curve.bins[9].mean() - 0.93) < 1e-6);
        QVERIFY(std::abs(*curve.error() - (40 * 0.03 + 20 * 0.05) / 60) < 1e-6);

        QSignalSpy drilled(&f.board(), &ScorecardBoard::drilled);
        ScoreDrill wrong{Metric::Containment, quality::Part::Miss, {}};
        wrong.confidenceBin = 9;
        f.board().drill(wrong);
        const auto contacts = first<ScoreContacts>(drilled);
        QCOMPARE(contacts.rows->size(), 4U);
        QCOMPARE(contacts.drill, wrong);
        // What has not matured is left out.
        const int next = f.thisWeek() + 1;
        f.fillReadings(next, 0.93, 1, 0);
        f.board().showPeriod({next, next});
        QTRY_VERIFY(f.board().snapshot().period.from == next && f.board().snapshot().reliability);
        QCOMPARE(f.board().snapshot().reliability->n(), 0);
    }

    /// It was read anew, and as the person had said.
    void aReadingThatACorrectionAgreesWithStands()
    {
        ScoreFixture f;
        f.readAsTheBotSays();
        const int week = f.thisWeek() - 2;
        f.fillReadings(week, 0.93, 1, 0);
        const auto done
            = f.store
                  ->correctIntent({ConversationId(u"s1"_s), u"Where is it?"_s, u"refund_status"_s,
                                   u"order_status"_s, Person(), f.clock.now(), true})
                  .result();
        QVERIFY(done);
        f.refreshed();
        QTRY_VERIFY(f.board().snapshot().reliability);
        QCOMPARE(f.board().snapshot().reliability->bins[9].right, (quality::Proportion{1, 1}));
    }

    void costsAreOfEachArmAndOfThePolicy()
    {
        ScoreFixture f;
        const int week = f.thisWeek() - 2;
        f.fillWeek(week, 10, 50);
        const auto costOf = [&](Arm arm) { return f.board().snapshot().costs[size_t(arm)]; };
        QCOMPARE(f.refreshed().costs[size_t(Arm::BotOnly)].lack, quality::CostLack::BotContact);
        f.board().setCosts({u"EUR"_s, 30.0, 0.05});
        QTRY_VERIFY(costOf(Arm::BotOnly).value);
        QCOMPARE(*costOf(Arm::BotOnly).value, 0.05);
        QCOMPARE(costOf(Arm::BotOnly).n, 10);
        QCOMPARE(costOf(Arm::WithPerson).lack, quality::CostLack::Resolutions);
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        ScoreFixture f;
        const QString file = f.folder.filePath(u"out.csv"_s);
        QSignalSpy failed(&f.board(), &ScorecardBoard::failed);
        f.board().save(file, "segment\n");
        QTRY_VERIFY(QFile::exists(file));
        f.board().save(f.folder.filePath(u"nowhere/out.csv"_s), "segment\n");
        QVERIFY(!first<Error>(failed).subject.isEmpty());
    }
};

BATON_TEST(ScorecardBoardTest)
#include "ScorecardBoardTest.moc"
