#include "core/quality/Intervals.h"
#include "tests/support/TestProgram.h"

#include <cmath>

using namespace baton::quality;

namespace {

constexpr double both95 = 1.959964; // two-sided 95 %

bool near(double value, double wanted, double within = 5e-5)
{
    return std::abs(value - wanted) <= within;
}

Sample sampleOf(const std::vector<double> &values)
{
    Sample out;
    out.n = qint64(values.size());
    for (const double value : values)
        out.mean += value / double(values.size());
    for (const double value : values)
        out.variance += (value - out.mean) * (value - out.mean) / double(values.size() - 1);
    return out;
}

} // namespace

class IntervalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsAndTailsBelongTogether()
    {
        QVERIFY(near(tailOf(1.959964), 0.025, 1e-7));
        QVERIFY(near(levelOf(0.025), 1.959964, 1e-6));
        QVERIFY(near(levelOf(tailOf(4.5)), 4.5, 1e-9));
    }

    /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
    /// Medicine 17, 1998, 857–872, table I, method 3.
    void scoreIntervalsAreThePublishedOnes()
    {
        const auto holds = [](qint64 hits, qint64 n, double lower, double upper) {
            const Bounds bounds = wilson({hits, n}, both95);
            return near(bounds.lower, lower) && near(bounds.upper, upper);
        };
        QVERIFY(holds(81, 263, 0.2553, 0.3662));
        QVERIFY(holds(15, 148, 0.0624, 0.1605));
        QVERIFY(holds(0, 20, 0.0000, 0.1611));
        QVERIFY(holds(1, 29, 0.0061, 0.1718));
    }

    /// R. G. Newcombe, "Interval estimation for the difference between independent proportions",
    /// Statistics in Medicine 17, 1998, 873–890, table II, method 10.
    void differencesAreThePublishedOnes_data()
    {
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::newRow("a") << QList<int>{56, 70, 48, 80} << 0.0524 << 0.3339;
        QTest::newRow("b") << QList<int>{9, 10, 3, 10} << 0.1705 << 0.8090;
        QTest::newRow("c") << QList<int>{6, 7, 2, 7} << 0.0582 << 0.8062;
        QTest::newRow("d") << QList<int>{5, 56, 0, 29} << -0.0381 << 0.1926;
        QTest::newRow("e") << QList<int>{0, 10, 0, 20} << -0.1611 << 0.2775;
        QTest::newRow("f") << QList<int>{0, 10, 0, 10} << -0.2775 << 0.2775;
        QTest::newRow("g") << QList<int>{10, 10, 0, 20} << 0.6791 << 1.0000;
        QTest::newRow("h") << QList<int>{10, 10, 0, 10} << 0.6075 << 1.0000;
    }
    void differencesAreThePublishedOnes()
    {
        QFETCH(QList<int>, counts);
        QFETCH(double, lower);
        QFETCH(double, upper);
        const Bounds bounds = newcombe({counts[0], counts[1]}, {counts[2], counts[3]}, both95);
        QVERIFY2(near(bounds.lower, lower), qPrintable(QString::number(bounds.lower)));
        QVERIFY2(near(bounds.upper, upper), qPrintable(QString::number(bounds.upper)));
    }

    void aFallIsAsSureAsTheIntervalThatJustHoldsZero()
    {
        const Proportion before{840, 1000};
        const Proportion now{780, 1000};
        const double p = fallOf(before, now);
        QVERIFY(p > 0 && p < 0.01);
        QVERIFY(near(newcombe(before, now, levelOf(p)).lower, 0, 1e-9));
        QCOMPARE(fallOf(now, before), 1.0);
        QCOMPARE(fallOf(now, now), 1.0);
        QCOMPARE(fallOf({}, now), 1.0);
        QVERIFY(fallOf({100'000, 100'000}, {0, 100'000}) < 1e-30);
    }

    /// The sleep data of "Student", "The probable error of a mean", Biometrika 6, 1908, 1–25, taken
    /// as independent groups: t = 1.8608 with 17.776 degrees of freedom, two-sided p = 0.0794.
    void welchsTestIsThePublishedOne()
    {
        const Sample first = sampleOf({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0});
        const Sample second = sampleOf({1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
        const Welch found = welch(second, first);
        QVERIFY(near(found.t, 1.8608));
        QVERIFY(near(found.freedom, 17.776, 5e-4));
        QVERIFY(near(found.p, 0.0794 / 2));
        QVERIFY(near(welch(first, second).p, 1 - 0.0794 / 2));
        QCOMPARE(welch({1, 0, 1}, {0, 0, 1}).p, 1.0); // nothing can be said of one
        QCOMPARE(welch({1, 0, 5}, {0, 0, 5}).p, 0.0);
        QCOMPARE(welch({1, 0, 5}, {1, 0, 5}).p, 1.0);
    }

    /// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
    /// Statistics 6, 1979, 65–70: the smallest against alpha ÷ m, the next against alpha ÷ (m − 1)
    /// …
    void holmsProcedureRejectsFromTheSmallestUntilOneHolds()
    {
        const std::vector<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
        const std::vector<double> wanted{0.03, 0.06, 0.06, 0.02};
        for (size_t i = 0; i < wanted.size(); ++i)
            QVERIFY(near(adjusted[i], wanted[i], 1e-12));
        QCOMPARE(holm({0.9, 0.8})[0], 1.0);
        QVERIFY(holm({}).empty());
    }
};

BATON_TEST(IntervalsTest)
#include "IntervalsTest.moc"
