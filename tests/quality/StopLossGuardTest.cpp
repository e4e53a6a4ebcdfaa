#include "core/quality/StopLossGuard.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::quality;

namespace {

constexpr int fineWeeks = 20;

/// 200 ratings a week, satisfied so many of a hundred.
Week weekOf(int satisfied)
{
    return {1000, {{u"all"_s, {satisfied * 2, 200}}}};
}

/// One segment, told week after week.
struct Watched
{
    StopLossGuard guard{GuardLimits{}};
    QList<Segment> segments{{u"refunds"_s, {}}};
    QList<GuardEvent> events;

    qsizetype now() const { return segments[0].weeks.size() - 1; }
    GuardState state() const { return guard.stateOf(u"refunds"_s); }
    void live(int satisfied, const GuardWeek &beside = {})
    {
        segments[0].weeks += weekOf(satisfied);
        events += guard.week(now(), segments, {{u"refunds"_s, beside}});
    }
    void liveFine()
    {
        for (int i = 0; i < fineWeeks; ++i)
            live(84);
    }
    void fall()
    {
        for (int i = 0; i < 6 && state() == GuardState::Armed; ++i)
            live(70);
    }
    /// In assist the bot has no ratings of its own.
    void assist(std::optional<double> acceptance)
    {
        segments[0].weeks += Week{};
        events += guard.week(now(), segments, {{u"refunds"_s, {0, acceptance, 0.8}}});
    }
};

} // namespace

class StopLossGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFallTripsOnceAndSaysWhatItRestsOn()
    {
        Watched watched;
        watched.liveFine();
        QVERIFY(watched.events.isEmpty());
        QCOMPARE(watched.guard.shareAlone(u"refunds"_s), 1.0);
        watched.fall();
        QCOMPARE(watched.events.size(), 1);
        const GuardEvent &trip = watched.events.first();
        QCOMPARE(trip.became, GuardState::Tripped);
        QCOMPARE(trip.cause, GuardCause::Fall);
        QVERIFY(trip.verdict && trip.verdict->finding == Finding::Trips);
        QCOMPARE(watched.guard.shareAlone(u"refunds"_s), 0.0);
        watched.live(70);
        QCOMPARE(watched.events.size(), 1);
    }

    void itIsLetGoOnlyAtALevelAfterTheCoolDownAndByAPerson()
    {
        Watched watched;
        watched.liveFine();
        watched.fall();
        watched.assist(0.9);
        watched.assist(0.9);
        QCOMPARE(watched.state(), GuardState::Tripped); // the cool-down runs
        QVERIFY(!watched.guard.release(watched.now(), u"refunds"_s, u"  "_s, 1));
        QVERIFY(!watched.guard.release(watched.now(), u"refunds"_s, u"I say so"_s, 0));
        watched.assist(0.5); // below the level: it counts from the start again
        watched.assist(0.9);
        QCOMPARE(watched.state(), GuardState::Tripped);
        watched.assist(0.9);
        QCOMPARE(watched.state(), GuardState::Ready);
        watched.assist({}); // too few drafts to say
        QCOMPARE(watched.state(), GuardState::Tripped);
        watched.assist(0.9);
        watched.assist(0.9);
        watched.assist(0.9);
        QCOMPARE(watched.state(), GuardState::Ready);
        QCOMPARE(watched.guard.shareAlone(u"refunds"_s), 0.0);
        const auto released
            = watched.guard.release(watched.now(), u"refunds"_s, u"gaps written down"_s, 0);
        QVERIFY(released && released->cause == GuardCause::Person);
        QCOMPARE(released->reason, u"gaps written down"_s);
        QCOMPARE(watched.guard.shareAlone(u"refunds"_s), GuardLimits{}.canaryShare);
    }

    void aCanaryThatHoldsIsArmedAgain()
    {
        Watched watched;
        watched.liveFine();
        QVERIFY(watched.guard.trip(watched.now(), u"refunds"_s, u"the price list is wrong"_s));
        QVERIFY(!watched.guard.trip(watched.now(), u"refunds"_s, u"once more"_s));
        for (int i = 0; i < 4; ++i)
            watched.assist(0.9);
        QVERIFY(watched.guard.release(watched.now(), u"refunds"_s, u"it is right now"_s, 0));
        watched.live(84);
        QCOMPARE(watched.state(), GuardState::Canary);
        watched.live(84);
        QCOMPARE(watched.state(), GuardState::Armed);
        QCOMPARE(watched.events.last().cause, GuardCause::Recovered);
        // What was before the release is no reference: a lower level that holds does not trip.
        for (int i = 0; i < 12; ++i)
            watched.live(76);
        QCOMPARE(watched.state(), GuardState::Armed);
    }

    void anEarlyReleaseExpires()
    {
        Watched watched;
        watched.liveFine();
        watched.fall();
        QVERIFY(watched.guard.release(watched.now(), u"refunds"_s, u"a campaign"_s, 1));
        QCOMPARE(watched.state(), GuardState::Canary);
        watched.live(84);
        QCOMPARE(watched.state(), GuardState::Tripped);
        QCOMPARE(watched.events.last().cause, GuardCause::Expired);
    }

    void hardEventsTripAtOnce()
    {
        Watched watched;
        watched.live(84);
        watched.live(84, {2, {}, {}});
        QCOMPARE(watched.state(), GuardState::Armed);
        watched.live(84, {3, {}, {}});
        QCOMPARE(watched.state(), GuardState::Tripped);
        QCOMPARE(watched.events.last().cause, GuardCause::Breaker);
        QVERIFY(!watched.events.last().verdict);
    }

    void withinAWeekTheBreakerTripsAlone()
    {
        Watched watched;
        watched.live(84);
        QVERIFY(watched.guard.breaker(1, {{u"refunds"_s, {2, {}, {}}}}).isEmpty());
        const auto events = watched.guard.breaker(1, {{u"refunds"_s, {3, {}, {}}}});
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().cause, GuardCause::Breaker);
        // What is over before a release does not break what came after it.
        QVERIFY(watched.guard.release(1, u"refunds"_s, u"a false alarm"_s, 2));
        QVERIFY(watched.guard.breaker(1, {{u"refunds"_s, {3, {}, {}}}}).isEmpty());
        QCOMPARE(watched.guard.breaker(2, {{u"refunds"_s, {3, {}, {}}}}).size(), 1);
    }

    void oneThatGoesOnIsAsItWas()
    {
        Watched watched;
        watched.liveFine();
        watched.fall();
        watched.assist(0.9);
        watched.assist(0.9);
        StopLossGuard other{GuardLimits{}};
        for (const GuardEvent &event : watched.events)
            other.resume(event);
        for (int i = 0; i < 2; ++i)
            other.recall(u"refunds"_s, {0, 0.9, 0.8});
        QCOMPARE(other.stateOf(u"refunds"_s), GuardState::Tripped);
        QCOMPARE(other.wantedOf(u"refunds"_s).weeksAtLevel, 2);
        watched.guard = other;
        watched.assist(0.9);
        QCOMPARE(watched.state(), GuardState::Ready);
    }

    void aRiseIsRelative()
    {
        FallLimit rise = GuardLimits{}.rise;
        QVERIFY(!rise.isPast(0.90, 0.89)); // 10 → 11 %
        QVERIFY(rise.isPast(0.90, 0.87));
        QVERIFY(!rise.isPast(0.50, 0.45)); // 50 → 55 %
        QVERIFY(FallLimit().isPast(0.90, 0.84));
        QVERIFY(!FallLimit().isPast(0.90, 0.84, 2));
    }

    void otherSegmentsAreLeftAlone()
    {
        Watched watched;
        watched.segments += {u"parcels"_s, {}};
        for (int i = 0; i < fineWeeks; ++i) {
            watched.segments[1].weeks += weekOf(84);
            watched.live(84);
        }
        for (int i = 0; i < 6; ++i) {
            watched.segments[1].weeks += weekOf(84);
            watched.live(70);
        }
        QCOMPARE(watched.state(), GuardState::Tripped);
        QCOMPARE(watched.guard.stateOf(u"parcels"_s), GuardState::Armed);
    }
};

BATON_TEST(StopLossGuardTest)
#include "StopLossGuardTest.moc"
