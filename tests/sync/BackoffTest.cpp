#include "core/sync/Backoff.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using baton::sync::Backoff;

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsGrowFromOneSecondToSixty();
    void successStartsAnew();
    void desksDoNotComeBackTogether();
    void aSeedGivesTheSameWaits();
};

void BackoffTest::waitsGrowFromOneSecondToSixty()
{
    Backoff backoff(1);
    constexpr qint64 now = 5'000'000;
    QCOMPARE(backoff.failed(now) - now, 1000);
    for (int i = 1; i < 100; ++i) {
        const qint64 full = std::min<qint64>(60'000, qint64(1000) << std::min(i, 10));
        const qint64 wait = backoff.failed(now) - now;
        QVERIFY2(wait >= full / 2 && wait <= full, qPrintable(QString::number(wait)));
    }
    QCOMPARE(backoff.failures(), 100);
}

void BackoffTest::successStartsAnew()
{
    Backoff backoff(1);
    for (int i = 0; i < 10; ++i)
        QVERIFY(backoff.failed(0) > 0);
    backoff.succeeded();
    QCOMPARE(backoff.failures(), 0);
    QCOMPARE(backoff.failed(0), 1000);
}

void BackoffTest::desksDoNotComeBackTogether()
{
    QSet<qint64> waits;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        Backoff backoff(seed * 7919);
        qint64 last = 0;
        for (int i = 0; i < 8; ++i)
            last = backoff.failed(0);
        waits += last;
    }
    QVERIFY(waits.size() > 10);
}

void BackoffTest::aSeedGivesTheSameWaits()
{
    Backoff one(42);
    Backoff two(42);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(one.failed(i), two.failed(i));
}

BATON_TEST(BackoffTest)
#include "BackoffTest.moc"
