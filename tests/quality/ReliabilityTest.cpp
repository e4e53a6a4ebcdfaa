#include "core/quality/Reliability.h"
#include "tests/support/TestProgram.h"

using namespace baton;
using namespace baton::quality;

class ReliabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenthsMeetAtTheirEnds()
    {
        QCOMPARE(confidenceBin(0), 0);
        QCOMPARE(confidenceBin(0.0999), 0);
        for (int tenth = 0; tenth < 10; ++tenth) // 0.3 and 0.7 are a little less in binary
            QCOMPARE(confidenceBin(tenth / 10.0), tenth);
        QCOMPARE(confidenceBin(1), 9);
        QCOMPARE(confidenceBin(1.2), 9);
        QCOMPARE(confidenceBin(-0.1), 0);
    }

    void aBinHasItsMeanShareAndInterval()
    {
        Reliability curve;
        for (int i = 0; i < 40; ++i)
            curve.add(i % 2 == 0 ? 0.82 : 0.88, i < 30);
        const ReliabilityBin &bin = curve.bins[8];
        QCOMPARE(bin.right, (Proportion{30, 40}));
        QVERIFY(std::abs(bin.mean() - 0.85) < 1e-9);
        // Wilson's interval of 30 of 40, computed by its formula with z = 1.96.
        QVERIFY(std::abs(curve.interval(8).lower - 0.5981) < 5e-4);
        QVERIFY(std::abs(curve.interval(8).upper - 0.8581) < 5e-4);
        QCOMPARE(curve.n(), 40);
    }

    /// Two bins: 40 readings 0.10 off, 10 readings 0.45 off.
    void theErrorIsWeightedByN()
    {
        Reliability curve;
        for (int i = 0; i < 40; ++i)
            curve.add(0.85, i < 30);
        for (int i = 0; i < 10; ++i)
            curve.add(0.55, true);
        QVERIFY(std::abs(*curve.error() - (40 * 0.10 + 10 * 0.45) / 50) < 1e-9);
    }

    void whatIsAsSureAsRightHasNoError()
    {
        Reliability curve;
        for (int i = 0; i < 100; ++i)
            curve.add(0.75, i < 75);
        QVERIFY(*curve.error() < 1e-9);
    }

    /// What people come upon is wrong, or they would not tell: it is no sample.
    void whatWasDrawnIsTheTruthOnceThereIsEnough()
    {
        Reliability curve;
        for (int i = 0; i < 900; ++i)
            curve.add(0.95, true);
        for (int i = 0; i < 10; ++i)
            curve.add(0.95, false, LookedAt::CameUpon);
        for (int i = 0; i < leastReadings - 1; ++i)
            curve.add(0.95, i < 20, LookedAt::Drawn);
        QVERIFY(!curve.restsOnDrawn());
        QCOMPARE(curve.told(9), 900 + 10 + 29);
        QVERIFY(curve.share(9) > 0.97); // it flatters
        curve.add(0.95, false, LookedAt::Drawn);
        QVERIFY(curve.restsOnDrawn());
        QCOMPARE(curve.told(9), 30);
        // 10 of 940 are known to be wrong; of the other 930, two in three are right.
        QVERIFY(std::abs(curve.share(9) - 930 * (20.0 / 30) / 940) < 1e-9);
        QVERIFY(std::abs(*curve.error() - std::abs(0.95 - curve.share(9))) < 1e-9);
        // Wilson's interval of 20 of 30 is 0.4878 to 0.8077.
        QVERIFY(std::abs(curve.interval(9).lower - 930 * 0.4878 / 940) < 5e-4);
        QVERIFY(std::abs(curve.interval(9).upper - 930 * 0.8077 / 940) < 5e-4);
    }

    /// Twenty drawn of each bin, of which one holds nine times as many.
    void binsWeighWhatTheyHoldNotWhatWasDrawnOfThem()
    {
        Reliability curve;
        const auto fill = [&curve](double confidence, int all, int right) {
            for (int i = 0; i < all; ++i)
                curve.add(confidence, i >= 20 || i < right,
                          i < 20 ? LookedAt::Drawn : LookedAt::No);
        };
        fill(0.95, 900, 19); // 95 %
        fill(0.35, 100, 15); // 75 %: 0.40 off
        QVERIFY(std::abs(*curve.share() - (0.9 * 0.95 + 0.1 * 0.75)) < 1e-9);
        QVERIFY(std::abs(*curve.error() - 0.1 * 0.40) < 1e-9);
        // Worth 1 / (0.9² / 20 + 0.1² / 20) = 24.4 evenly drawn; 22 of 24: 0.7415 to 0.9768.
        QVERIFY(std::abs(curve.interval().lower - 0.7415) < 5e-4);
        QVERIFY(std::abs(curve.interval().upper - 0.9768) < 5e-4);
        // Of a bin of which nothing was drawn nothing is known.
        for (int i = 0; i < 5'000; ++i)
            curve.add(0.55, true);
        QCOMPARE(curve.told(5), 0);
        QVERIFY(std::abs(*curve.error() - 0.1 * 0.40) < 1e-9);
    }

    void fewSayNothing()
    {
        Reliability curve;
        QVERIFY(!curve.error());
        for (int i = 0; i < leastReadings - 1; ++i)
            curve.add(0.9, true);
        QVERIFY(!curve.isEnough());
        curve.add(0.9, true);
        QVERIFY(curve.isEnough());
    }
};

BATON_TEST(ReliabilityTest)
#include "ReliabilityTest.moc"
