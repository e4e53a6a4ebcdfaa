#include "core/sync/demo/DemoControl.h"
#include "core/sync/demo/DemoUpstream.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::sync;

class DemoClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAsFastAsItIsTold()
    {
        test::FakeClock steady;
        const Instant start{1'000'000};
        DemoClock clock(start, steady);
        steady.advance(10);
        QCOMPARE(clock.now(), start + 10);
        clock.setSpeed(60);
        QCOMPARE(clock.now(), start + 10);
        steady.advance(1000);
        QCOMPARE(clock.now(), start + 60'010);
        clock.setSpeed(600);
        steady.advance(1000);
        QCOMPARE(clock.now(), start + 660'010);
        clock.setSpeed(10'000);
        QCOMPARE(clock.speed(), DemoClock::fastest);
        clock.setSpeed(0);
        QCOMPARE(clock.speed(), 1);
        QCOMPARE(clock.steadyMs(), steady.steadyMs());
    }

    void standsStillWhilePaused()
    {
        test::FakeClock steady;
        DemoClock clock({0}, steady);
        steady.advance(5);
        clock.setPlaying(Playing::No);
        steady.advance(1000);
        QCOMPARE(clock.now(), Instant{5});
        clock.setPlaying(Playing::Yes);
        steady.advance(7);
        QCOMPARE(clock.now(), Instant{12});
    }

    void jumpsAheadAndNeverBack()
    {
        test::FakeClock steady;
        DemoClock clock({100}, steady, Playing::No);
        clock.jumpTo({500});
        QCOMPARE(clock.now(), Instant{500});
        clock.jumpTo({200});
        QCOMPARE(clock.now(), Instant{500});
    }

    void aSceneOfTheMorningTakesTheClockThere()
    {
        test::FakeClock steady;
        DemoClock clock(DemoUpstream::startsAt(), steady, Playing::No);
        DemoControl control(clock, DemoUpstream::scenes());
        QCOMPARE(control.scenes().size(), 5);
        for (const demo::Scene &scene : control.scenes())
            QVERIFY2(!scene.title.isEmpty() && !scene.caption.isEmpty() && scene.minutes > 0,
                     qPrintable(scene.name));
        QVERIFY(control.begin(u"quiet_morning"_s));
        QCOMPARE(toRfc3339(clock.now()), u"2025-11-19T07:00:00Z"_s); // 8:00 in Berlin
        QCOMPARE(control.begin(u"thunder"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(control.takeBegun().size(), 1);
        QVERIFY(control.takeBegun().isEmpty());
        control.pause();
        QCOMPARE(control.state().playing, Playing::No);
    }
};

BATON_TEST(DemoClockTest)
#include "DemoClockTest.moc"
