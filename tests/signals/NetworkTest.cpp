#include "core/signals/Network.h"
#include "core/signals/PackedRows.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace baton;
using namespace baton::signs;

namespace {

/// Of four classes; a row of one has its own columns and some that all have.
LabelledRows fourClasses()
{
    constexpr int classes = 4;
    constexpr int own = 5;
    LabelledRows task;
    task.classes = classes;
    task.columns = classes * own + own;
    for (int i = 0; i < 200; ++i) {
        const int label = i % classes;
        std::vector<Vocabulary::Weighted> row;
        for (int k = 0; k < own; ++k) {
            if ((i / classes + k) % 3 != 0)
                row.push_back({label * own + k, 0.5F});
            row.push_back({classes * own + k, 0.2F});
        }
        std::sort(row.begin(), row.end(),
                  [](const auto &a, const auto &b) { return a.column < b.column; });
        std::vector<Row> &words = task.words.emplace_back();
        for (size_t k = 0; k < row.size(); k += 2)
            words.emplace_back(row.begin() + qsizetype(k),
                               row.begin() + qsizetype(std::min(k + 2, row.size())));
        task.rows.push_back(std::move(row));
        task.labels.push_back(label);
    }
    return task;
}

void bothWays()
{
    QTest::addColumn<Network::Reads>("reads");
    QTest::newRow("whole") << Network::Reads::Whole;
    QTest::newRow("by word") << Network::Reads::Words;
}

std::vector<int> firstRows(int count)
{
    std::vector<int> rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsWhatCanBeToldApart_data() { bothWays(); }
    void learnsWhatCanBeToldApart()
    {
        QFETCH(Network::Reads, reads);
        const LabelledRows task = fourClasses();
        const auto network = Network::train(task, firstRows(120), reads, 1);
        QVERIFY(network);
        for (size_t i = 120; i < task.rows.size(); ++i) {
            const std::vector<float> margins = network->margins(partsOf(task, int(i), reads));
            const auto best = std::max_element(margins.begin(), margins.end());
            QCOMPARE(int(best - margins.begin()), task.labels[i]);
        }
    }

    void givesTheSameBitsOnEveryProcessor_data() { bothWays(); }
    void givesTheSameBitsOnEveryProcessor()
    {
        QFETCH(Network::Reads, reads);
        const LabelledRows task = fourClasses();
        const auto fast = Network::train(task, firstRows(200), reads, 7);
        const auto plain = Network::train(task, firstRows(200), reads, 7, {}, true);
        QVERIFY(fast && plain);
        QVERIFY(fast->first == plain->first);
        QVERIFY(fast->second == plain->second);
        QVERIFY(fast->firstBias == plain->firstBias);
        QVERIFY(fast->secondBias == plain->secondBias);
        const auto other = Network::train(task, firstRows(200), reads, 8);
        QVERIFY(other->first != fast->first);
    }

    void canBeStopped()
    {
        int asked = 0;
        LabelledRows task = fourClasses();
        while (task.rows.size() < 2000) {
            task.rows.push_back(task.rows[task.rows.size() - 200]);
            task.labels.push_back(task.labels[task.labels.size() - 200]);
        }
        QVERIFY(!Network::train(task, firstRows(2000), Network::Reads::Whole, 1,
                                [&asked] { return ++asked < 3; }));
        QCOMPARE(asked, 3);
    }

    void oneWordIsReadAsAWholeText()
    {
        LabelledRows task = fourClasses();
        task.words.clear();
        for (const Row &row : task.rows)
            task.words.push_back({row});
        const auto network = Network::train(task, firstRows(120), Network::Reads::Whole, 1);
        QVERIFY(network);
        const Row &row = task.rows.front();
        const std::vector<float> alone = network->margins({&row, 1});
        // Of words that rouse no unit more than it, nothing is heard.
        QCOMPARE(network->margins(std::vector<Row>{row, row}), alone);
        std::vector<float> units{1, -2, 3};
        raise(units, {0, -1, 3});
        QCOMPARE(units, std::vector<float>({1, -1, 3}));
    }

    void packedRowsAreCloseToWhatTheyWere()
    {
        constexpr int width = 19; // no multiple of what a vector holds
        std::vector<float> cells;
        for (int i = 0; i < 3 * width; ++i)
            cells.push_back(i < 2 * width ? std::sin(float(i)) * float(1 + i / width) : 0);
        const PackedRows packed(cells, width);
        QCOMPARE(packed.rows(), 3);
        std::vector<float> sums(width, 1);
        packed.add({{1, 0.5F}}, sums.data());
        for (int i = 0; i < width; ++i)
            QVERIFY(std::abs(sums[size_t(i)] - 1 - 0.5F * cells[size_t(width + i)])
                    <= 0.5F * packed.steps()[1]);
        const std::vector<float> before = sums;
        packed.add({{2, 3}}, sums.data());
        QVERIFY(sums == before);
        const PackedRows again
            = PackedRows::restore(packed.cells(), packed.steps(), packed.width());
        QCOMPARE(again.rows(), 3);
        QCOMPARE(PackedRows::restore(packed.cells(), packed.steps(), width + 1).rows(), 0);
        QCOMPARE(PackedRows::restore(packed.cells(), packed.steps(), 0).rows(), 0);
    }
};

BATON_TEST(NetworkTest)
#include "NetworkTest.moc"
