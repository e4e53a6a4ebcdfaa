#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace baton;
using namespace baton::test;

/// What the agent did today, counted over a real store.
class DayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWasDone()
    {
        DeskFixture f;
        Desk &desk = f.makeDesk();
        QCOMPARE(counted(desk), DayFigures{});
    }

    void repliesAreCountedAndMeasured()
    {
        DeskFixture f;
        const Instant now = f.clock.now();
        // One waits for three minutes, one has waited since the day before yesterday and is late.
        const Conversation prompt = wrote(f, QStringLiteral("prompt"), now + (-3 * minuteMs));
        const Conversation late = wrote(f, QStringLiteral("late"), now + (-2 * dayMs));
        const Conversation other
            = f.conversation(QStringLiteral("other"), QStringLiteral("Not mine"));
        f.arrive({prompt, late, other});
        Desk &desk = f.makeDesk();
        reply(desk, prompt);
        reply(desk, late);
        const DayFigures figures = counted(desk);
        QCOMPARE(figures.replies, 2);
        QCOMPARE(figures.late, 1);
        QCOMPARE(figures.cameBack, 0);
        QVERIFY(figures.medianFirstReplyMs);
        const qint64 middle = (3 * minuteMs + 2 * dayMs) / 2;
        QVERIFY(qAbs(*figures.medianFirstReplyMs - middle) < minuteMs);
    }

    void aReplyTakenBackDoesNotCount()
    {
        DeskFixture f;
        const Conversation one = f.conversation(QStringLiteral("one"), QStringLiteral("Hello"));
        f.arrive({one});
        Desk &desk = f.makeDesk();
        reply(desk, one);
        QCOMPARE(counted(desk).replies, 1);
        QSignalSpy undone(&desk, &Desk::undoChanged);
        desk.undo();
        QTRY_VERIFY(!undone.isEmpty());
        QTRY_COMPARE(counted(desk).replies, 0);
    }

    void whoBeginsAnewAfterAReplyCameBack()
    {
        DeskFixture f;
        const Conversation one = f.conversation(QStringLiteral("one"), QStringLiteral("Hello"));
        f.arrive({one});
        Desk &desk = f.makeDesk();
        reply(desk, one);
        Conversation again = wrote(f, QStringLiteral("again"), f.clock.now() + minuteMs);
        again.customer = one.customer;
        f.arrive({again});
        QCOMPARE(counted(desk).cameBack, 1);
    }

private:
    static Conversation wrote(const DeskFixture &f, const QString &id, Instant at)
    {
        Conversation c = f.conversation(id, QStringLiteral("Hello"));
        c.createdAt = at;
        c.messages[0].at = at;
        return c;
    }

    static DayFigures counted(Desk &desk)
    {
        QSignalSpy spy(&desk, &Desk::dayCounted);
        desk.requestDay();
        return first<DayFigures>(spy);
    }

    static void reply(Desk &desk, const Conversation &to)
    {
        QSignalSpy shown(&desk, &Desk::conversationChanged);
        desk.open(to.id);
        QVERIFY(shown.wait());
        QSignalSpy sent(&desk, &Desk::sent);
        desk.sendReply(QStringLiteral("I look into it."), AfterSend::Stay);
        QVERIFY(sent.wait());
    }
};

BATON_TEST(DayTest)
#include "DayTest.moc"
