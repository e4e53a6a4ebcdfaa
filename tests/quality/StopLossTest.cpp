#include "core/quality/StopLoss.h"
#include "core/quality/StopLossTrial.h"
#include "tests/support/TestProgram.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace baton::quality;

namespace {

constexpr int quietWeeks = 20;

Week week(qint64 hits, qint64 n, qint64 asked = 1000)
{
    return {asked, {{u"all"_s, {hits, n}}}};
}

/// Twenty weeks of 84 %, then some others, the last of which has not matured.
Segment segment(const QList<Week> &then, const Week &usual = week(168, 200))
{
    Segment out{u"refund_status"_s, QList<Week>(quietWeeks, usual)};
    out.weeks += then;
    out.weeks.append(usual);
    return out;
}

SegmentVerdict last(const FallLimit &limit, const QList<Segment> &segments)
{
    return evaluate(limit, segments, segments.first().weeks.size() - 1).first();
}

} // namespace

class StopLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysAsItWasIsQuiet()
    {
        const SegmentVerdict verdict = last({}, {segment({})});
        QCOMPARE(verdict.finding, Finding::Quiet);
        QCOMPARE(verdict.p, 1.0);
        QCOMPARE(verdict.adjusted, 0.84);
    }

    void aSureFallTripsWithItsFigures()
    {
        const SegmentVerdict verdict = last({}, {segment(QList<Week>(3, week(144, 200)))});
        QCOMPARE(verdict.finding, Finding::Trips);
        QCOMPARE(verdict.window, 3);
        QCOMPARE(verdict.now, Proportion({432, 600}));
        QCOMPARE(verdict.before, Proportion({2016, 2400}));
        QVERIFY(verdict.interval.lower > 0);
        QVERIFY(verdict.counted >= verdict.p && verdict.counted <= FallLimit().alpha);
    }

    void aLevelTripsWhateverWasBefore()
    {
        FallLimit limit;
        limit.level = 0.7;
        // 62 % all along: nothing fell, and it is too low.
        const Segment low = segment({}, week(124, 200));
        const SegmentVerdict verdict = last(limit, {low});
        QCOMPARE(verdict.finding, Finding::Trips);
        QCOMPARE(verdict.level, std::optional(0.7));
        QCOMPARE(verdict.window, 6);
        QCOMPARE(verdict.now, Proportion({744, 1200}));
        QCOMPARE(verdict.before, Proportion());
        // z = (0.7 − 0.62) / √(0.7 · 0.3 / 1200)
        QVERIFY(std::abs(verdict.p - tailOf(0.08 / std::sqrt(0.21 / 1200))) < 1e-12);
        QVERIFY(verdict.interval.lower > 0);
        QCOMPARE(last({}, {low}).finding, Finding::Quiet); // no level, no trip
        // Above it, or under it and not surely.
        QCOMPARE(last(limit, {segment({})}).finding, Finding::Quiet);
        QCOMPARE(last(limit, {segment({}, week(138, 200))}).finding, Finding::Quiet);
        // A history too short for a fall is long enough for a level; too few say nothing.
        Segment young{u"refund_status"_s, QList<Week>(4, week(120, 200))};
        QCOMPARE(last(limit, {young}).finding, Finding::Trips);
        young.weeks = QList<Week>(4, week(6, 10));
        QCOMPARE(last(limit, {young}).finding, Finding::TooFew);
        // As long as dwell wants: under it for the newest evaluation only is not enough.
        limit.dwell = 2;
        limit.windows = {1};
        QCOMPARE(last(limit, {segment({week(110, 200)})}).finding, Finding::Fell);
        QCOMPARE(last(limit, {segment({week(110, 200), week(110, 200)})}).finding, Finding::Trips);
    }

    void theNewestWeekWaitsUntilItHasMatured()
    {
        Segment fell = segment({});
        fell.weeks.append(week(90, 200));
        QCOMPARE(last({}, {fell}).finding, Finding::Quiet);
        fell.weeks.append(week(168, 200));
        QCOMPARE(last({}, {fell}).finding, Finding::Trips);
    }

    void aSmallFallDoesNotTripHoweverSure()
    {
        const Week usual = week(84'000, 100'000, 500'000);
        const Week lower = week(80'000, 100'000, 500'000);
        const SegmentVerdict verdict = last({}, {segment(QList<Week>(6, lower), usual)});
        QVERIFY(verdict.counted < 1e-6);
        QCOMPARE(verdict.finding, Finding::Quiet);
    }

    void fewRatingsSayNothing()
    {
        QCOMPARE(last({}, {segment(QList<Week>(3, week(0, 16)), week(13, 16))}).finding,
                 Finding::TooFew); // 48 in three weeks, 96 in six
        const Segment young{u"new"_s, QList<Week>(8, week(20, 200))};
        QCOMPARE(last({}, {young}).finding, Finding::TooFew);
        QCOMPARE(last({}, {Segment{u"none"_s, {week(0, 0, 0)}}}).finding, Finding::TooFew);
    }

    /// Simpson: each kind is as good as ever, there are only more of the harder kind.
    void anotherMixHolds()
    {
        const Week before{1000, {{u"easy"_s, {144, 160}}, {u"hard"_s, {20, 40}}}};
        const Week after{1000, {{u"easy"_s, {36, 40}}, {u"hard"_s, {80, 160}}}};
        const SegmentVerdict verdict = last({}, {segment(QList<Week>(3, after), before)});
        QCOMPARE(verdict.finding, Finding::Mixed);
        QCOMPARE(verdict.adjusted, verdict.before.value());
    }

    /// The other way round: every kind fell by 15 points, and more of the easy kind hides it.
    void aMixThatHidesAFallHolds()
    {
        const Week before{1000, {{u"easy"_s, {95, 100}}, {u"hard"_s, {55, 100}}}};
        const Week after{1000, {{u"easy"_s, {152, 190}}, {u"hard"_s, {4, 10}}}};
        const SegmentVerdict verdict = last({}, {segment(QList<Week>(3, after), before)});
        QVERIFY(verdict.now.value() > verdict.before.value());
        QVERIFY(verdict.adjusted < verdict.before.value() - 0.14);
        QCOMPARE(verdict.finding, Finding::Mixed);
    }

    void aFallThatFewSpeakOfHolds()
    {
        const Week quiet = week(45, 80, 4000); // 2 % rate instead of 20 %
        const SegmentVerdict verdict = last({}, {segment(QList<Week>(6, quiet))});
        QVERIFY(verdict.response < 0.2);
        QCOMPARE(verdict.finding, Finding::Unheard);
    }

    void dwellWantsItSeveralTimesInARow()
    {
        FallLimit limit;
        limit.dwell = 2;
        const Week low = week(132, 200);
        QCOMPARE(last(limit, {segment(QList<Week>(2, low))}).finding, Finding::Fell);
        QCOMPARE(last(limit, {segment(QList<Week>(3, low))}).finding, Finding::Trips);
    }

    void moreSegmentsAskForMoreCertainty()
    {
        const Segment fell = segment(QList<Week>(3, week(152, 200)));
        const SegmentVerdict alone = last({}, {fell});
        QList<Segment> many{fell};
        for (int i = 0; i < 39; ++i)
            many.append(segment(QList<Week>(3, week(168, 200))));
        const SegmentVerdict among = last({}, many);
        QCOMPARE(among.p, alone.p);
        QVERIFY(among.counted > 30 * alone.counted);
        QVERIFY(among.interval.lower < alone.interval.lower);
    }

    /// The bundled limits on invented years; `batonctl stoploss selftest` runs more of them.
    void tripsRarelyForNothingAndSoonForAFall()
    {
        const StopLossTrial trial
            = tryStopLoss({}, 20251118, 2'000, 400, [](double) { return true; });
        QCOMPARE(trial.segmentYears, 2'000);
        QVERIFY2(trial.falseTripsPerSegmentYear <= 0.01,
                 qPrintable(QString::number(trial.falseTripsPerSegmentYear)));
        QVERIFY2(trial.detected12ptIn3Weeks >= 0.95,
                 qPrintable(QString::number(trial.detected12ptIn3Weeks)));
        QVERIFY2(trial.detected8ptIn6Weeks >= 0.85,
                 qPrintable(QString::number(trial.detected8ptIn6Weeks)));
    }
};

BATON_TEST(StopLossTest)
#include "StopLossTest.moc"
