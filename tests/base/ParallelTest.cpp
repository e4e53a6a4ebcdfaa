#include "core/base/Parallel.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace baton;

class ParallelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyJobRunsOnce()
    {
        for (const int count : {0, 1, 2, 1000}) {
            std::vector<std::atomic<int>> runs(static_cast<size_t>(count));
            inParallel(count, [&](int job) { ++runs[size_t(job)]; });
            QVERIFY(std::all_of(runs.begin(), runs.end(),
                                [](const std::atomic<int> &one) { return one == 1; }));
        }
    }
};

BATON_TEST(ParallelTest)
#include "ParallelTest.moc"
