#include "core/base/Async.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

#include <atomic>

using namespace baton;

class AsyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksRunInOrderOnOneThread();
    void aResultIsWaitedForBeforeItsTaskHasBegun();
    void anAnswerComesOnTheGuardsThread();
    void noAnswerComesAfterTheGuardDied();
    void theDestructorWaitsForWhatWasGiven();
};

void AsyncTest::tasksRunInOrderOnOneThread()
{
    SerialExecutor executor;
    QList<int> order;
    QSet<QThread *> threads;
    QFuture<int> last;
    for (int i = 0; i < 200; ++i)
        last = executor.run([&, i] {
            order += i;
            threads += QThread::currentThread();
            return i;
        });
    QCOMPARE(last.result(), 199);
    QCOMPARE(order.size(), 200);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), 1);
    QVERIFY(!threads.contains(QThread::currentThread()));
}

void AsyncTest::aResultIsWaitedForBeforeItsTaskHasBegun()
{
    SerialExecutor executor;
    QSemaphore gate;
    executor.run([&] { gate.acquire(); });
    QFuture<QString> second = executor.run([] { return QStringLiteral("second"); });
    QThreadPool::globalInstance()->start([&] { gate.release(); });
    QCOMPARE(second.result(), QStringLiteral("second"));
}

void AsyncTest::anAnswerComesOnTheGuardsThread()
{
    SerialExecutor executor;
    QObject guard;
    int answer = 0;
    QThread *thread = nullptr;
    onFinished(executor.run([] { return 42; }), &guard, [&](int value) {
        answer = value;
        thread = QThread::currentThread();
    });
    QTRY_COMPARE(answer, 42);
    QCOMPARE(thread, QThread::currentThread());
}

void AsyncTest::noAnswerComesAfterTheGuardDied()
{
    SerialExecutor executor;
    QSemaphore gate;
    bool called = false;
    auto guard = std::make_unique<QObject>();
    const QFuture<int> future = executor.run([&] {
        gate.acquire();
        return 1;
    });
    onFinished(future, guard.get(), [&](int) { called = true; });
    guard.reset();
    gate.release();
    QFuture<int>(future).waitForFinished();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void AsyncTest::theDestructorWaitsForWhatWasGiven()
{
    std::atomic<int> done = 0;
    {
        SerialExecutor executor;
        for (int i = 0; i < 50; ++i)
            executor.run([&] { ++done; });
    }
    QCOMPARE(done.load(), 50);
}

BATON_TEST(AsyncTest)
#include "AsyncTest.moc"
