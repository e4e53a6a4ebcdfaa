#include "Stories.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::policy;
using namespace baton::policy::stories;

namespace {

/// The trivial model: walk minute by minute and ask the local clock on the wall.
Instant walk(const Calendar &calendar, Instant start, int minutes)
{
    const QTimeZone zone(calendar.zone);
    Instant now = start;
    while (minutes > 0) {
        const QDateTime local = now.utc().toTimeZone(zone);
        const int minute = local.time().hour() * 60 + local.time().minute();
        const auto &spans = calendar.week[size_t(local.date().dayOfWeek() - 1)];
        const bool open = std::ranges::any_of(spans, [minute](const Span &span) {
            return minute >= span.begin && minute < span.end;
        });
        if (open && !calendar.holidays.contains(local.date()))
            --minutes;
        now = now + 60'000;
    }
    return now;
}

} // namespace

class OpenHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACalendarTheWallClockCounts()
    {
        QCOMPARE(addOpenMinutes(nullptr, at(u"2025-11-18T14:06:30Z"), 15),
                 at(u"2025-11-18T14:21:30Z"));
    }

    void zeroMinutesIsNow()
    {
        const Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        QCOMPARE(addOpenMinutes(&office, at(u"2025-11-16T03:00:00Z"), 0),
                 at(u"2025-11-16T03:00:00Z"));
    }

    void aMessageOverNightIsDueNextMorning()
    {
        const Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        QCOMPARE(addOpenMinutes(&office, at(u"2025-11-18T20:00:00Z"), 30),
                 at(u"2025-11-19T08:30:00Z"));
    }

    void aFridayEveningMessageIsDueOnMonday()
    {
        const Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        // 16:50 in Berlin: ten minutes on Friday, twenty on Monday.
        QCOMPARE(addOpenMinutes(&office, at(u"2025-11-21T16:50:00+01:00"), 30),
                 at(u"2025-11-24T09:20:00+01:00"));
    }

    void theLastMinuteEndsAtClosingTimeNotAtTheNextOpening()
    {
        const Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        QCOMPARE(addOpenMinutes(&office, at(u"2025-11-21T16:50:00+01:00"), 10),
                 at(u"2025-11-21T17:00:00+01:00"));
    }

    void aSplitShiftPausesOverLunch()
    {
        const Calendar split = weekdays(
            "Europe/Berlin", {{clock(8, 30), clock(12, 30)}, {clock(13, 15), clock(18)}});
        QCOMPARE(addOpenMinutes(&split, at(u"2025-11-18T12:20:00+01:00"), 30),
                 at(u"2025-11-18T13:35:00+01:00"));
    }

    void aNightShiftRunsThroughMidnight()
    {
        const Calendar night
            = everyDay("America/New_York", {{0, clock(6)}, {clock(22), clock(24)}});
        QCOMPARE(addOpenMinutes(&night, at(u"2025-11-18T23:30:00-05:00"), 90),
                 at(u"2025-11-19T01:00:00-05:00"));
        QCOMPARE(addOpenMinutes(&night, at(u"2025-11-19T05:30:00-05:00"), 60),
                 at(u"2025-11-19T22:30:00-05:00"));
    }

    void holidaysAreClosed()
    {
        Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        office.holidays = {QDate(2025, 12, 25), QDate(2025, 12, 26)};
        // Wednesday evening, then Christmas on Thursday and Friday, then the weekend.
        QCOMPARE(addOpenMinutes(&office, at(u"2025-12-24T16:30:00+01:00"), 60),
                 at(u"2025-12-29T09:30:00+01:00"));
    }

    void openHoursKeepTheirLocalTimesAcrossAClockChange()
    {
        const Calendar office = everyDay("Europe/Berlin", {{clock(9), clock(17)}});
        // Saturday before the change in spring, then Sunday at nine by the new time.
        QCOMPARE(addOpenMinutes(&office, at(u"2025-03-29T16:30:00+01:00"), 60),
                 at(u"2025-03-30T09:30:00+02:00"));
        QCOMPARE(addOpenMinutes(&office, at(u"2025-10-25T16:30:00+02:00"), 60),
                 at(u"2025-10-26T09:30:00+01:00"));
        const Calendar york = everyDay("America/New_York", {{clock(9), clock(17)}});
        QCOMPARE(addOpenMinutes(&york, at(u"2025-03-08T16:30:00-05:00"), 60),
                 at(u"2025-03-09T09:30:00-04:00"));
        QCOMPARE(addOpenMinutes(&york, at(u"2025-11-01T16:30:00-04:00"), 60),
                 at(u"2025-11-02T09:30:00-05:00"));
    }

    void theHourThatSpringSkipsIsNotWorked()
    {
        const Calendar night = everyDay("Europe/Berlin", {{clock(1), clock(4)}});
        // 01:00 to 04:00 lasts two hours that night: 90 minutes from 01:00 end at 03:30 by the new
        // time.
        QCOMPARE(addOpenMinutes(&night, at(u"2025-03-30T01:00:00+01:00"), 90),
                 at(u"2025-03-30T03:30:00+02:00"));
        const Calendar york = everyDay("America/New_York", {{clock(1), clock(4)}});
        QCOMPARE(addOpenMinutes(&york, at(u"2025-03-09T01:00:00-05:00"), 90),
                 at(u"2025-03-09T03:30:00-04:00"));
    }

    void theHourThatAutumnRepeatsIsWorkedTwice()
    {
        const Calendar night = everyDay("Europe/Berlin", {{clock(1), clock(4)}});
        QCOMPARE(addOpenMinutes(&night, at(u"2025-10-26T01:00:00+02:00"), 150),
                 at(u"2025-10-26T02:30:00+01:00"));
        const Calendar york = everyDay("America/New_York", {{clock(0, 30), clock(4)}});
        QCOMPARE(addOpenMinutes(&york, at(u"2025-11-02T00:30:00-04:00"), 120),
                 at(u"2025-11-02T01:30:00-05:00"));
    }

    void aShiftInsideTheRepeatedHourOpensTwice()
    {
        const Calendar half = everyDay("Europe/Berlin", {{clock(2, 30), clock(3)}});
        QCOMPARE(addOpenMinutes(&half, at(u"2025-10-26T01:00:00+02:00"), 45),
                 at(u"2025-10-26T02:45:00+01:00"));
    }

    void aCalendarThatIsAlwaysOpenIsTheWallClock()
    {
        const Calendar always
            = everyDay("America/New_York", {{0, clock(12)}, {clock(12), clock(24)}});
        const Instant start = at(u"2025-03-08T23:30:00-05:00");
        QCOMPARE(addOpenMinutes(&always, start, 100'000), start + 100'000LL * 60'000);
    }

    void aCalendarThatNeverOpensFallsBackToTheWallClock()
    {
        const Calendar never = everyDay("Europe/Berlin", {});
        const Instant start = at(u"2025-11-18T14:06:00Z");
        QCOMPARE(addOpenMinutes(&never, start, 30), start + 30 * 60'000LL);
        Calendar allHolidays = everyDay("Europe/Berlin", {{clock(9), clock(17)}});
        for (QDate day(2025, 11, 1); day < QDate(2027, 3, 1); day = day.addDays(1))
            allHolidays.holidays.append(day);
        QCOMPARE(addOpenMinutes(&allHolidays, start, 30), start + 30 * 60'000LL);
    }

    void farTimesEndToo()
    {
        const Calendar office = weekdays("Europe/Berlin", {{clock(9), clock(17)}});
        const Instant late = at(u"2199-12-30T12:00:00Z");
        QVERIFY(addOpenMinutes(&office, late, 43'200) > late);
        QVERIFY(addOpenMinutes(&office, Instant{0}, 43'200) > Instant{0});
    }

    void agreesWithAWalkByTheMinute()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QList<const char *> zones{"Europe/Berlin",
                                        "America/New_York",
                                        "Australia/Lord_Howe",
                                        "Asia/Kathmandu",
                                        "Pacific/Apia",
                                        "America/Sao_Paulo",
                                        "UTC",
                                        "Africa/Casablanca"};
        // Near clock changes of these zones, and anywhere between 2011 and 2125.
        const QList<Instant> changes{at(u"2025-03-30T01:00:00Z"), at(u"2025-10-26T01:00:00Z"),
                                     at(u"2025-03-09T07:00:00Z"), at(u"2025-11-02T06:00:00Z"),
                                     at(u"2025-04-05T15:00:00Z"), at(u"2011-12-30T10:00:00Z"),
                                     at(u"2017-10-15T03:00:00Z"), at(u"2044-10-30T01:00:00Z")};
        for (int round = 0; round < 400; ++round) {
            Calendar calendar;
            calendar.zone = zones[random.bounded(zones.size())];
            for (QList<Span> &day : calendar.week) {
                for (int begin = random.bounded(600), span = random.bounded(4);
                     span > 0 && begin < 1439; --span) {
                    const int end = std::min(1440, begin + 1 + random.bounded(700));
                    day.append({begin, end});
                    begin = end + random.bounded(200);
                }
            }
            Instant start = changes[random.bounded(changes.size())]
                + (random.bounded(5760) - 2880) * 60'000LL;
            if (random.bounded(3) == 0)
                start = at(u"2011-01-01T00:00:00Z") + random.bounded(60'000'000) * 60'000LL;
            for (int i = random.bounded(3); i > 0; --i)
                calendar.holidays.append(start.utc().date().addDays(random.bounded(5)));
            std::ranges::sort(calendar.holidays);
            const bool opens = std::ranges::any_of(calendar.week,
                                                   [](const auto &day) { return !day.isEmpty(); });
            const int minutes = random.bounded(600);
            const Instant expected
                = opens ? walk(calendar, start, minutes) : start + minutes * 60'000LL;
            const Instant found = addOpenMinutes(&calendar, start, minutes);
            if (found != expected)
                qWarning("round %d, zone %s, start %s, %d minutes", round,
                         calendar.zone.constData(), qPrintable(toRfc3339(start)), minutes);
            QCOMPARE(toRfc3339(found), toRfc3339(expected));
        }
    }

    void isFastEnoughForEveryConversation()
    {
        Calendar split = weekdays("Europe/Berlin",
                                  {{clock(8, 30), clock(12, 30)}, {clock(13, 15), clock(18, 30)}});
        split.holidays = {QDate(2025, 12, 25), QDate(2025, 12, 26), QDate(2026, 1, 1)};
        QElapsedTimer timer;
        timer.start();
        Calendar elsewhere = split;
        elsewhere.zone = "America/Denver";
        addOpenMinutes(&elsewhere, at(u"2025-11-18T14:06:00Z"), 1);
        qInfo("first call in a zone: %lld us", timer.nsecsElapsed() / 1000);
        constexpr int calls = 100'000;
        qint64 sum = 0;
        timer.restart();
        for (int i = 0; i < calls; ++i)
            sum += addOpenMinutes(&split, at(u"2025-11-18T14:06:00Z") + i * 60'000LL, 480).ms % 7;
        const qint64 perCall = timer.nsecsElapsed() / calls;
        qInfo("%lld ns a call (%lld)", perCall, sum);
        QVERIFY2(perCall < 20'000, "an open-hours sum must not cost what a QDateTime walk costs");
    }
};

BATON_TEST(OpenHoursTest)
#include "OpenHoursTest.moc"
