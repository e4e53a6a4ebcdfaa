#include "ui/models/SnoozeChoices.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

QStringList at(const QString &now, const QTimeZone &zone = QTimeZone::utc())
{
    QStringList out;
    for (const SnoozeChoice &choice : snoozeChoices(*instantFromRfc3339(now), zone))
        out += choice.words + u' ' + choice.until.utc().toTimeZone(zone).toString(u"ddd d HH:mm"_s);
    return out;
}

} // namespace

class SnoozeChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheMorning()
    {
        QCOMPARE(at(u"2025-11-18T09:30:00Z"_s),
                 QStringList({u"In 1 hour Tue 18 10:30"_s, u"This afternoon Tue 18 14:00"_s,
                              u"Tomorrow Wed 19 09:00"_s, u"Next Monday Mon 24 09:00"_s}));
    }

    void inTheAfternoonThereIsNoAfternoon()
    {
        QCOMPARE(at(u"2025-11-18T15:00:00Z"_s),
                 QStringList({u"In 1 hour Tue 18 16:00"_s, u"Tomorrow Wed 19 09:00"_s,
                              u"Next Monday Mon 24 09:00"_s}));
    }

    void onSundayTomorrowIsMonday()
    {
        QCOMPARE(at(u"2025-11-23T15:00:00Z"_s),
                 QStringList({u"In 1 hour Sun 23 16:00"_s, u"Tomorrow Mon 24 09:00"_s}));
    }

    void onMondayTheNextIsAWeekAway()
    {
        QVERIFY(at(u"2025-11-24T08:00:00Z"_s).contains(u"Next Monday Mon 1 09:00"_s));
    }

    void theWallClockCountsAcrossAChangeOfTime()
    {
        const QTimeZone oslo("Europe/Oslo");
        if (!oslo.isValid())
            QSKIP("This system knows no time zones.");
        QVERIFY(at(u"2025-10-25T12:00:00Z"_s, oslo).contains(u"Tomorrow Sun 26 09:00"_s));
    }
};

BATON_TEST(SnoozeChoicesTest)
#include "SnoozeChoicesTest.moc"
