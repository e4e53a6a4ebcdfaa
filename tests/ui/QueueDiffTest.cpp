#include "ui/models/QueueDiff.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace baton::ui;

namespace {

using Numbers = std::vector<qint64>;
using Kind = QueueStep::Kind;

Numbers numbered(int count)
{
    Numbers out(static_cast<size_t>(count));
    std::iota(out.begin(), out.end(), 1);
    return out;
}

Numbers after(Numbers list, const Numbers &to, const QueueDiff &diff)
{
    for (const QueueStep &step : diff.steps) {
        const auto at = list.begin() + step.at;
        switch (step.kind) {
        case Kind::Remove:
            list.erase(at, at + step.count);
            break;
        case Kind::Insert:
            list.insert(at, to.begin() + step.source, to.begin() + step.source + step.count);
            break;
        case Kind::Move:
            if (step.to > step.at)
                std::rotate(at, at + 1, list.begin() + step.to);
            else
                std::rotate(list.begin() + step.to, at, at + 1);
            break;
        }
    }
    return list;
}

void moveOne(Numbers &list, std::mt19937 &random)
{
    const auto from = qsizetype(random() % list.size());
    const qint64 row = list[size_t(from)];
    list.erase(list.begin() + from);
    list.insert(list.begin() + qsizetype(random() % (list.size() + 1)), row);
}

} // namespace

class QueueDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalListsNeedNoStep()
    {
        const auto diff = queueDiff(numbered(50), numbered(50));
        QVERIFY(diff && diff->steps.empty());
        QCOMPARE(diff->same, 50);
    }

    void aRunThatComesIsOneStep()
    {
        Numbers to = numbered(1000);
        Numbers run(300);
        std::iota(run.begin(), run.end(), 5000);
        to.insert(to.begin() + 400, run.begin(), run.end());
        const auto diff = queueDiff(numbered(1000), to);
        QVERIFY(diff);
        QCOMPARE(diff->steps, (std::vector<QueueStep>{{Kind::Insert, 400, 300, 0, 400}}));
        QCOMPARE(diff->arrived, 300);
        QCOMPARE(diff->same, 400);
    }

    void aRunThatGoesIsOneStep()
    {
        Numbers to = numbered(1000);
        to.erase(to.begin() + 10, to.begin() + 700);
        const auto diff = queueDiff(numbered(1000), to);
        QVERIFY(diff);
        QCOMPARE(diff->steps, (std::vector<QueueStep>{{Kind::Remove, 10, 690, 0, 0}}));
    }

    void aRowThatMovesFarIsOneStep_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("down") << 3 << 900;
        QTest::newRow("up") << 900 << 3;
        QTest::newRow("to the end") << 0 << 999;
        QTest::newRow("to the top") << 999 << 0;
        QTest::newRow("by one") << 500 << 501;
    }
    void aRowThatMovesFarIsOneStep()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        Numbers list = numbered(1000);
        const qint64 row = list[size_t(from)];
        list.erase(list.begin() + from);
        list.insert(list.begin() + to, row);
        const auto diff = queueDiff(numbered(1000), list);
        QVERIFY(diff);
        QCOMPARE(diff->steps.size(), size_t(1));
        QCOMPARE(diff->steps.front().kind, Kind::Move);
        QCOMPARE(diff->arrived, 0);
        QCOMPARE(after(numbered(1000), list, *diff), list);
    }

    void tooManyChangesAreNotTold()
    {
        Numbers to = numbered(20'000);
        std::shuffle(to.begin(), to.end(), std::mt19937(7));
        QVERIFY(!queueDiff(numbered(20'000), to));
    }

    void theStepsAlwaysLeadToTheNewList()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 20'000; ++round) {
            Numbers from = numbered(int(random() % 60));
            std::shuffle(from.begin(), from.end(), random);
            Numbers to = from;
            qint64 next = 1000;
            for (auto changes = random() % 12; changes > 0; --changes) {
                const auto what = random() % 3;
                const auto at = qsizetype(random() % (to.size() + 1));
                if (what == 0)
                    to.insert(to.begin() + at, next++);
                else if (what == 1 && at < qsizetype(to.size()))
                    to.erase(to.begin() + at);
                else if (!to.empty())
                    moveOne(to, random);
            }
            if (round % 20 == 0)
                std::shuffle(to.begin(), to.end(), random);
            const auto diff = queueDiff(from, to);
            QVERIFY(diff);
            QCOMPARE(after(from, to, *diff), to);
        }
    }

    /// Generous: an instrumented build on a busy machine passes too.
    void aFewChangesOfMillionsAreFound_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("limitMs");
        QTest::newRow("100,000") << 100'000 << 60;
        QTest::newRow("1,000,000") << 1'000'000 << 600;
    }
    void aFewChangesOfMillionsAreFound()
    {
        QFETCH(int, rows);
        QFETCH(int, limitMs);
        const Numbers from = numbered(rows);
        Numbers to = from;
        std::mt19937 random(11);
        for (int i = 0; i < 20; ++i)
            moveOne(to, random);
        to.insert(to.begin() + rows / 3, 9'000'000);
        to.erase(to.begin() + rows / 2);
        QElapsedTimer timer;
        timer.start();
        const auto diff = queueDiff(from, to);
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        qInfo("%d rows: %.2f ms", rows, ms);
        QVERIFY(diff);
        QVERIFY(diff->steps.size() <= 24);
        QVERIFY2(ms < limitMs, qPrintable(QString::number(ms)));
    }
};

BATON_TEST(QueueDiffTest)
#include "QueueDiffTest.moc"
