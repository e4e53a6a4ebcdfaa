#include "Shelf.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;
using namespace baton::tests;

namespace {

const policy::Calendar &shop()
{
    static const policy::Policy policy = policy::bundledPolicy();
    for (const policy::Calendar &calendar : policy.calendars) {
        if (calendar.id == "shop"_L1)
            return calendar;
    }
    qFatal("no shop calendar");
}

QString due(int hours, const char *now)
{
    const DueDate date = dueAfter(hours, at(now), &shop(), "Europe/Berlin");
    return date.at.toString(date.withTime ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd"_s);
}

} // namespace

class DueDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWorkingDaysUpToThree()
    {
        QCOMPARE(due(24, "2025-11-18T14:06:00+01:00"), u"2025-11-19"_s);
        QCOMPARE(due(48, "2025-11-20T14:06:00+01:00"), u"2025-11-24"_s); // over a weekend
        QCOMPARE(due(24, "2025-11-21T19:00:00+01:00"), u"2025-11-24"_s);
        QCOMPARE(due(24, "2025-11-22T10:00:00+01:00"), u"2025-11-24"_s);
        QCOMPARE(due(72, "2025-12-24T10:00:00+01:00"), u"2025-12-31"_s); // over Christmas
    }
    void theLocalDayCounts()
    {
        QCOMPARE(due(24, "2025-11-18T23:30:00Z"), u"2025-11-20"_s); // already Wednesday in Berlin
    }
    void countsHoursBelowADayInOpenTime()
    {
        QCOMPARE(due(2, "2025-11-18T14:06:00+01:00"), u"2025-11-18 16:15"_s);
        QCOMPARE(due(2, "2025-11-18T19:00:00+01:00"), u"2025-11-19 09:00"_s);
    }
    void countsCalendarHoursAboveThreeDays()
    {
        QCOMPARE(due(120, "2025-11-21T10:00:00+01:00"), u"2025-11-26"_s);
        QCOMPARE(due(720, "2025-11-18T10:00:00+01:00"), u"2025-12-18"_s);
    }
    void worksWithoutACalendar()
    {
        QCOMPARE(dueAfter(24, at("2025-11-21T10:00:00Z"), nullptr, "UTC").at.date(),
                 QDate(2025, 11, 24));
    }
};

BATON_TEST(DueDateTest)
#include "DueDateTest.moc"
