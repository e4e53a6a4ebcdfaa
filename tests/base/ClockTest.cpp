#include "core/base/Clock.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void writesWhatItReads();
    void readsDurations_data();
    void readsDurations();
};

void ClockTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("utc") << QStringLiteral("1970-01-01T00:00:01Z") << qint64(1000);
    QTest::newRow("offset") << QStringLiteral("1970-01-01T02:00:00+01:30") << qint64(1800000);
    QTest::newRow("west") << QStringLiteral("1970-01-01T00:00:00-00:01") << qint64(60000);
    QTest::newRow("fraction") << QStringLiteral("1970-01-01t00:00:00.123456789z") << qint64(123);
    QTest::newRow("short fraction") << QStringLiteral("1970-01-01 00:00:00.5Z") << qint64(500);
    QTest::newRow("leap day") << QStringLiteral("2024-02-29T00:00:00Z") << qint64(1709164800000);
    QTest::newRow("leap second") << QStringLiteral("1990-12-31T23:59:60Z") << qint64(662687999000);
}

void ClockTest::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto instant = instantFromRfc3339(text);
    QVERIFY(instant);
    QCOMPARE(instant->ms, ms);
}

void ClockTest::refusesTimes_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2024-01-01", "2024-01-01T00:00:00", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
          "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:00.Z",
          "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2024-01-01T00:00:00+24:00",
          "2024-01-01T00:00:00Zx", "20240101T000000Z", "-024-01-01T00:00:00Z",
          "1970-01-01T00:00:00+00:01"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ClockTest::refusesTimes()
{
    QFETCH(QString, text);
    QVERIFY(!instantFromRfc3339(text));
}

void ClockTest::writesWhatItReads()
{
    for (const qint64 ms :
         {qint64(0), qint64(1763474760000), qint64(1763474760123), qint64(7258118399999)})
        QCOMPARE(instantFromRfc3339(toRfc3339({ms}))->ms, ms);
    QCOMPARE(toRfc3339({1763474760000}), QStringLiteral("2025-11-18T14:06:00Z"));
}

void ClockTest::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // −1: refused
    QTest::newRow("minutes") << QStringLiteral("PT5M") << qint64(300000);
    QTest::newRow("mixed") << QStringLiteral("P1DT2H") << qint64(93600000);
    QTest::newRow("weeks") << QStringLiteral("P2W") << qint64(1209600000);
    QTest::newRow("fraction") << QStringLiteral("PT0.5S") << qint64(500);
    QTest::newRow("zero") << QStringLiteral("PT0S") << qint64(0);
    for (const char *text :
         {"", "P", "PT", "5M", "PT5", "P1M", "P1Y", "PT-5M", "P9999999D", "PT1e5S", "P1H", "PT5M5"})
        QTest::newRow(text) << QString::fromLatin1(text) << qint64(-1);
}

void ClockTest::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(durationFromIso8601(text).value_or(-1), ms);
}

BATON_TEST(ClockTest)
#include "ClockTest.moc"
