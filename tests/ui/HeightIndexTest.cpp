#include "ui/models/HeightIndex.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <numeric>

using baton::ui::HeightIndex;

class HeightIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHasNoPlace()
    {
        HeightIndex index;
        QCOMPARE(index.total(), 0);
        QCOMPARE(index.at(0), -1);
        index.reset({});
        QCOMPARE(index.at(10), -1);
    }

    void agreesWithASimpleSum()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 50; ++round) {
            QList<int> heights(random.bounded(1, 60));
            for (int &height : heights)
                height = random.bounded(1, 90);
            HeightIndex index;
            index.reset(heights);
            for (int step = 0; step < 60; ++step) {
                const int changed = random.bounded(int(heights.size()));
                heights[changed] = random.bounded(1, 90);
                index.set(changed, heights[changed]);
                const int total = std::accumulate(heights.begin(), heights.end(), 0);
                if (random.bounded(2))
                    QCOMPARE(index.total(), total);
                const int y = random.bounded(-10, total + 10);
                qsizetype expected = 0;
                int top = 0;
                while (expected + 1 < heights.size() && top + heights[expected] <= y)
                    top += heights[expected++];
                QCOMPARE(index.at(y), expected);
                QCOMPARE(index.top(expected), top);
            }
        }
    }
};

BATON_TEST(HeightIndexTest)
#include "HeightIndexTest.moc"
