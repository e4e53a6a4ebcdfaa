#include "core/policy/NextHours.h"
#include "tests/support/TestProgram.h"

using namespace baton;
using namespace baton::policy;

namespace {

constexpr qint64 jobMinute = 60'000;
constexpr Instant atNoon{1'763'467'200'000};
constexpr Instant atTwo{atNoon.ms + 120 * jobMinute};

AwaitedJob jobDue(int minutes, int arrives = 0, int queue = 0)
{
    return {queue, -1, false, atNoon.ms + arrives * jobMinute, atNoon.ms + minutes * jobMinute};
}
AwaitedJob jobOf(AwaitedJob job, int person)
{
    job.person = person;
    return job;
}

} // namespace

class NextHoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One person, ten minutes each: replies at 10, 20, 30. The third is due at 25.
    void onePersonAnswersOneAfterTheOther()
    {
        const std::vector<AwaitedJob> jobs{jobDue(12), jobDue(22), jobDue(25)};
        QCOMPARE(lateBy(jobs, 1, 1, 10 * jobMinute, atNoon, atTwo), QList<int>{1});
        QCOMPARE(lateBy(jobs, 1, 2, 10 * jobMinute, atNoon, atTwo), QList<int>{0});
        QCOMPARE(lateBy(jobs, 1, 0, 10 * jobMinute, atNoon, atTwo), QList<int>{3});
    }

    /// What is due first goes first, whenever it came; without a deadline it goes last.
    void theEarliestDeadlineGoesFirst()
    {
        AwaitedJob never = jobDue(0);
        never.dueMs = 0;
        const std::vector<AwaitedJob> jobs{never, jobDue(40), jobDue(10), jobDue(20)};
        QCOMPARE(lateBy(jobs, 1, 1, 10 * jobMinute, atNoon, atTwo), QList<int>{0});
    }

    /// At 0 the one due at 60 is begun and not broken off: that of minute 5, due at 12,
    /// waits to 10 and is answered at 20.
    void whatIsBegunIsFinished()
    {
        const std::vector<AwaitedJob> jobs{jobDue(60), jobDue(16, 5, 1)};
        QCOMPARE(lateBy(jobs, 2, 1, 10 * jobMinute, atNoon, atTwo), QList<int>({0, 1}));
        QCOMPARE(lateBy(jobs, 2, 2, 10 * jobMinute, atNoon, atTwo), QList<int>({0, 0}));
    }

    /// Two of one person's: at 10 and 20, the second is due at 15, and nobody else may.
    void whatSomebodyHasIsTheirs()
    {
        const std::vector<AwaitedJob> jobs{jobOf(jobDue(10), 0), jobOf(jobDue(15), 0)};
        QCOMPARE(lateBy(jobs, 1, 3, 10 * jobMinute, atNoon, atTwo), QList<int>{1});
        AwaitedJob gone = jobDue(30);
        gone.blocked = true;
        QCOMPARE(lateBy({gone}, 1, 3, 10 * jobMinute, atNoon, atTwo), QList<int>{1});
    }

    void whatIsLateAlreadyTakesTimeAndIsNotCounted()
    {
        const std::vector<AwaitedJob> jobs{jobDue(-5), jobDue(15)};
        QCOMPARE(lateBy(jobs, 1, 1, 10 * jobMinute, atNoon, atTwo), QList<int>{1});
        QCOMPARE(lateBy({jobDue(121)}, 1, 0, 10 * jobMinute, atNoon, atTwo), QList<int>{0});
    }

    /// Waiting: due at 10. Weeks bring nothing, one due at 15, atTwo due at 15: with one
    /// person 0, 1 and 2 are late; the middle is 1. With atTwo people 0, 0 and 1.
    void theMiddleOfTheWeeksIsTold()
    {
        const std::vector<std::vector<AwaitedJob>> weeks{
            {}, {jobDue(15, 1)}, {jobDue(15, 1), jobDue(15, 2)}};
        const NextHours next = nextHours({jobDue(10)}, weeks, 1, 1, 10 * jobMinute, 40, atNoon);
        QVERIFY(next.isKnown());
        QCOMPARE(next.total, QList<LateRange>({{1, 0, 2}, {0, 0, 1}, {0, 0, 0}}));
        QCOMPARE(next.queues, QList<LateRange>({{1, 0, 2}}));
        QCOMPARE(next.arrivals, 3);
        QCOMPARE(next.weeks, 3);
        QCOMPARE(next, nextHours({jobDue(10)}, weeks, 1, 1, 10 * jobMinute, 40, atNoon));
    }

    void tooLittleHistoryGivesNoFigure()
    {
        const std::vector<std::vector<AwaitedJob>> atTwo{{jobDue(5)}, {jobDue(5)}};
        QVERIFY(!nextHours({jobDue(10)}, atTwo, 1, 1, 10 * jobMinute, 400, atNoon).isKnown());
        const std::vector<std::vector<AwaitedJob>> four(4);
        QVERIFY(!nextHours({jobDue(10)}, four, 1, 1, 10 * jobMinute, 19, atNoon).isKnown());
        QVERIFY(nextHours({jobDue(10)}, four, 1, 1, 10 * jobMinute, 20, atNoon).isKnown());
    }
};

BATON_TEST(NextHoursTest)
#include "NextHoursTest.moc"
