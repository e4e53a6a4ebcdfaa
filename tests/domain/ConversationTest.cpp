#include "core/domain/Queue.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;

class ConversationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsFoundForEveryCustomer();
    void theNeedIsWhatThePacketSaysElseTheFirstWords();
    void theFirstUnansweredMessageStartsTheClock();
    void notesAndWithdrawnMessagesAnswerNothing();
    void aBotAnswersOnlyWhileItHolds();
    void theBaseIsWhatTheAgentSaw();
    void aReplyThatNeverWentOutAnswersNothing();
    void aReplyOnItsWayIsNoBase();
    void keysSortAsTheDesignSays();

private:
    static Message message(const char *id, qint64 at, Sender from, const char *text = "text")
    {
        Message m;
        m.id = MessageId(QString::fromLatin1(id));
        m.at = {at};
        m.from = from;
        m.text = QString::fromUtf8(text);
        return m;
    }
};

void ConversationTest::aNameIsFoundForEveryCustomer()
{
    Conversation c;
    c.customer.id = CustomerId(QStringLiteral("cust-9"));
    QCOMPARE(displayName(c), QStringLiteral("cust-9"));
    c.messages = {message("1", 1, Sender::Bot, "Hello"), message("2", 2, Sender::Customer, "  "),
                  message("3", 3, Sender::Customer, "Where is\nmy parcel?")};
    QCOMPARE(displayName(c), QStringLiteral("Where is my parcel?"));
    c.customer.name = QStringLiteral("Tove Lindmark");
    QCOMPARE(displayName(c), QStringLiteral("Tove Lindmark"));
}

void ConversationTest::theNeedIsWhatThePacketSaysElseTheFirstWords()
{
    Conversation c;
    QVERIFY(needLine(c).isEmpty());
    c.messages = {message("1", 1, Sender::Customer, "Where is my parcel?")};
    QCOMPARE(needLine(c), QStringLiteral("Where is my parcel?"));
    c.subject = QStringLiteral("Parcel");
    QCOMPARE(needLine(c), QStringLiteral("Parcel"));
    c.handoff = Handoff();
    QCOMPARE(needLine(c), QStringLiteral("Parcel"));
    c.handoff->need = QStringLiteral("Find the parcel");
    QCOMPARE(needLine(c), QStringLiteral("Find the parcel"));
}

void ConversationTest::theFirstUnansweredMessageStartsTheClock()
{
    Conversation c;
    QVERIFY(!firstUnanswered(c));
    c.messages = {message("1", 1, Sender::Customer), message("2", 2, Sender::Agent),
                  message("3", 3, Sender::Customer), message("4", 4, Sender::Bot),
                  message("5", 5, Sender::Customer)};
    QCOMPARE(firstUnanswered(c)->id.text(), QStringLiteral("3"));
    c.messages += message("6", 6, Sender::Agent);
    QVERIFY(!firstUnanswered(c));
}

void ConversationTest::notesAndWithdrawnMessagesAnswerNothing()
{
    Conversation c;
    Message note = message("2", 2, Sender::Agent);
    note.visibility = Visibility::Internal;
    Message gone = message("3", 3, Sender::Agent);
    gone.presence = Presence::Withdrawn;
    c.messages = {message("1", 1, Sender::Customer), note, gone};
    QCOMPARE(firstUnanswered(c)->id.text(), QStringLiteral("1"));
    QCOMPARE(lastPublicMessage(c)->id.text(), QStringLiteral("1"));
}

void ConversationTest::aBotAnswersOnlyWhileItHolds()
{
    Conversation c;
    c.messages = {message("1", 1, Sender::Customer), message("2", 2, Sender::Bot)};
    c.state = State::Waiting;
    QVERIFY(firstUnanswered(c));
    c.state = State::Bot;
    QVERIFY(!firstUnanswered(c));
}

void ConversationTest::theBaseIsWhatTheAgentSaw()
{
    Conversation c;
    c.version = 3;
    c.state = State::Claimed;
    c.owner = Person{QStringLiteral("ines"), QStringLiteral("Ines")};
    c.messages = {message("1", 1, Sender::Customer)};
    QCOMPARE(
        baseOf(c),
        (Base{3, MessageId(QStringLiteral("1")), AgentId(QStringLiteral("ines")), State::Claimed}));
    QCOMPARE(baseOf(Conversation()).lastPublic, MessageId());
}

void ConversationTest::aReplyThatNeverWentOutAnswersNothing()
{
    Conversation c;
    c.messages = {message("1", 1, Sender::Customer), message("2", 2, Sender::Agent)};
    for (const Delivery delivery : {Delivery::Held, Delivery::Refused}) {
        c.messages.last().delivery = delivery;
        QCOMPARE(firstUnanswered(c)->id.text(), QStringLiteral("1"));
        QCOMPARE(lastPublicMessage(c)->id.text(), QStringLiteral("1"));
    }
    c.messages.last().delivery = Delivery::Waiting;
    QVERIFY(!firstUnanswered(c));
}

void ConversationTest::aReplyOnItsWayIsNoBase()
{
    Conversation c;
    c.messages = {message("1", 1, Sender::Customer), message("2", 2, Sender::Agent)};
    for (const Delivery delivery : {Delivery::Waiting, Delivery::Held, Delivery::Refused}) {
        c.messages.last().delivery = delivery;
        QCOMPARE(baseOf(c).lastPublic.text(), QStringLiteral("1"));
    }
    c.messages.last().delivery = Delivery::Delivered;
    QCOMPARE(baseOf(c).lastPublic.text(), QStringLiteral("2"));
}

void ConversationTest::keysSortAsTheDesignSays()
{
    // Each line comes before the next, whatever the later members say.
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QList<PlaceKey> sorted{{0, 900, 2, 3, 9, b}, {1, 300, 2, 3, 9, b}, {1, 600, 0, 3, 9, b},
                                 {1, 600, 1, 0, 9, b}, {1, 600, 1, 2, 5, b}, {1, 600, 1, 2, 7, a},
                                 {1, 600, 1, 2, 7, b}};
    for (qsizetype i = 1; i < sorted.size(); ++i)
        QVERIFY2(sorted[i - 1] < sorted[i], qPrintable(QString::number(i)));
}

BATON_TEST(ConversationTest)
#include "ConversationTest.moc"
