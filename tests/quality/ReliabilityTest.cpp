#include "core/quality/Reliability.h"
#include "tests/support/TestProgram.h"

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
        QVERIFY(std::abs(bin.interval().lower - 0.5981) < 5e-4);
        QVERIFY(std::abs(bin.interval().upper - 0.8581) < 5e-4);
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
