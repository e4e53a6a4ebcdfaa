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
