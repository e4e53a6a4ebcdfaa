#include "core/desk/LoadBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

constexpr Instant loadNow{1'763'467'200'000};
constexpr qint64 loadMinute = 60'000;
constexpr qint64 loadWeek = 7 * 24 * 60 * loadMinute;

SignalRecord reachedPerson(qint64 agoMs, int worked = 300)
{
    SignalRecord record;
    record.at = loadNow + -agoMs;
    record.arrivedS = 60;
    record.workedS = quint16(worked);
    record.taken = Route::Escalate;
    return record;
}

} // namespace

class LoadBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Three weeks of history. Of the same two hours: one a week ago, two two weeks ago; one
    /// began too early, one too late, one stayed with the bot.
    void theSameHoursOfEarlierWeeksArePlayed()
    {
        SignalColumns history;
        history.append(1, reachedPerson(3 * loadWeek));
        history.append(2, reachedPerson(loadWeek - 30 * loadMinute, 200));
        history.append(3, reachedPerson(2 * loadWeek - 5 * loadMinute));
        history.append(4, reachedPerson(2 * loadWeek - 118 * loadMinute, 400));
        history.append(5, reachedPerson(loadWeek + 2 * loadMinute));
        history.append(6, reachedPerson(loadWeek - 120 * loadMinute));
        SignalRecord contained = reachedPerson(loadWeek - 10 * loadMinute, 0);
        contained.taken = Route::Contain;
        history.append(7, contained);
        const policy::Policy policy = policy::bundledPolicy();
        const PastHours past = pastHours(history, policy, loadNow);
        QCOMPARE(past.weeks.size(), size_t(3));
        QCOMPARE(past.weeks[0].size(), size_t(1));
        QCOMPARE(past.weeks[0][0].arrivesMs, (loadNow + 31 * loadMinute).ms);
        QVERIFY(past.weeks[0][0].dueMs > past.weeks[0][0].arrivesMs);
        QCOMPARE(past.weeks[1].size(), size_t(2));
        QCOMPARE(past.weeks[2].size(), size_t(1)); // that of three weeks ago
        QCOMPARE(past.queues, QList<QueueId>{policy.defaultQueue});
        QCOMPARE(past.handled, 6);
        QCOMPARE(past.takesMs, 300'000);
        QVERIFY(pastHours({}, policy, loadNow).weeks.empty());
    }

    void peopleAreThoseWhoHaveSomethingOrOfWhomUpstreamTells()
    {
        TeamLoad load;
        load.people = {{{u"priya"_s, u"Priya"_s}, 3, 2, 1, loadNow}};
        const QList<PersonDuty> duties{
            {{u"zoe"_s, u"Zoe"_s}, Duty::On, loadNow + -loadMinute},
            {{u"adam"_s, u"Adam"_s}, Duty::Away, loadNow + -loadMinute},
            {{u"bea"_s, u"Bea"_s}, Duty::Away, loadNow + -5 * loadMinute},
            {{u"priya"_s, u"Priya"_s}, Duty::On, loadNow + -loadMinute}};
        const LoadSnapshot made
            = makeLoad(load, duties,
                       {{ConversationId(u"x"_s), {u"zoe"_s, u"Zoe"_s}, Doing::Composing}}, loadNow);
        QStringList names;
        for (const LoadPerson &one : made.people)
            names += one.load.person.name;
        QCOMPARE(names.join(u' '), u"Priya Zoe Adam Bea"_s);
        QCOMPARE(made.people[0].load.open, 3);
        QCOMPARE(made.people[1].doing, Doing::Composing);
        QVERIFY(made.dutyKnown);
        QCOMPARE(made.pullIn.first().name, u"Bea"_s);
        QVERIFY(!makeLoad(load, {}, {}, loadNow).dutyKnown);
        QCOMPARE(makeLoad(load, {}, {}, loadNow).people.first().duty, Duty::Unknown);
    }

    /// One is on, ten minutes a reply. Of two that nobody has one is late; one that an away
    /// colleague has is late however many come.
    void whatWouldBeLateSoonIsSaidByQueue()
    {
        TeamLoad load;
        load.people = {{{u"adam"_s, u"Adam"_s}, 1, 1, 0, loadNow}};
        load.queues = {{QueueId(u"billing"_s), 3, 2, 0, loadNow, loadNow}};
        load.awaited = {{0, -1, (loadNow + 10 * loadMinute).ms},
                        {0, -1, (loadNow + 15 * loadMinute).ms},
                        {0, 0, (loadNow + 30 * loadMinute).ms}};
        LoadSnapshot made = makeLoad(load,
                                     {{{u"zoe"_s, u"Zoe"_s}, Duty::On, loadNow},
                                      {{u"adam"_s, u"Adam"_s}, Duty::Away, loadNow}},
                                     {}, loadNow);
        PastHours past;
        past.weeks.resize(3);
        past.takesMs = 10 * loadMinute;
        past.handled = 50;
        addNextHours(made, load, past);
        QVERIFY(made.whatIfReady && made.next.isKnown());
        QCOMPARE(made.next.people, 1);
        QCOMPARE(made.next.total[0].middle, 2);
        QCOMPARE(made.next.total[1].middle, 1);
        QCOMPARE(made.next.total[2].middle, 1);
        QCOMPARE(made.nextQueues, QList<QueueId>{QueueId(u"billing"_s)});
        past.weeks.resize(2);
        addNextHours(made, load, past);
        QVERIFY(!made.next.isKnown());
    }

    void aHundredThousandWaitingAreSimulatedAside()
    {
        TeamLoad load;
        load.queues = {{QueueId(u"q"_s), 100'000, 100'000, 0, loadNow, loadNow}};
        for (int i = 0; i < 100'000; ++i)
            load.awaited.push_back({0, -1, (loadNow + i * 200).ms});
        LoadSnapshot made
            = makeLoad(load, {{{u"zoe"_s, u"Zoe"_s}, Duty::On, loadNow}}, {}, loadNow);
        PastHours past;
        past.weeks.resize(policy::weeksPlayed);
        past.takesMs = 5 * loadMinute;
        past.handled = 50;
        QElapsedTimer timer;
        timer.start();
        addNextHours(made, load, past);
        qInfo("two hours of 100,000 waiting, 8 weeks, 3 staffings: %lld ms", timer.elapsed());
        QVERIFY(made.next.total[0].middle > 30'000);
    }

    void theBoardReadsWhileSomebodyWatches()
    {
        DeskFixture f;
        Desk &desk = f.makeDesk();
        LoadBoard &board = desk.loadBoard();
        QSignalSpy changed(&board, &LoadBoard::changed);
        board.watch(true);
        QTRY_VERIFY(board.snapshot().isRead);
        QVERIFY(board.snapshot().people.isEmpty());
        QTRY_VERIFY(board.snapshot().whatIfReady);
        QVERIFY(!board.snapshot().next.isKnown());
        Conversation mine = f.conversation(u"a"_s, u"Where is my parcel?"_s);
        mine.owner = f.ines.person();
        mine.state = State::Claimed;
        f.arrive({mine});
        board.refresh();
        QTRY_COMPARE(board.snapshot().people.size(), 1);
        QCOMPARE(board.snapshot().people.first().load.toAnswer, 1);
        board.watch(false);
    }
};

BATON_TEST(LoadBoardTest)
#include "LoadBoardTest.moc"
