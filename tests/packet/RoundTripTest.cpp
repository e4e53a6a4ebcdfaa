#include "RandomConversation.h"
#include "core/packet/Packet.h"
#include "core/packet/PacketWriter.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace baton;

class RoundTripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }
    void whatIsWrittenIsReadBack();
    void aWithdrawnMessageIsNotWritten();
    void membersStandInTheOrderOfTheSpecification();
};

void RoundTripTest::whatIsWrittenIsReadBack()
{
    const packet::Reader reader;
    Random random(Random::seed());
    RandomConversation conversations(random);
    for (int i = 0; i < 2000; ++i) {
        const Conversation conversation = conversations.make();
        const QByteArray line = packet::write(conversation);
        QVERIFY(!line.contains('\n'));
        packet::Reading reading = reader.read(line);
        QVERIFY2(reading, qPrintable(reading.rejection().toString() + QString::fromUtf8(line)));
        QVERIFY2(reading.packet().conversation == conversation, line.constData());
        QCOMPARE(reading.packet().line, line);

        const auto trusted = packet::parseTrusted(line);
        QVERIFY(trusted);
        QVERIFY(*trusted == conversation);
    }
}

void RoundTripTest::aWithdrawnMessageIsNotWritten()
{
    Random random(1);
    Conversation conversation = RandomConversation(random).make();
    conversation.messages = {Message{}, Message{}};
    conversation.messages[0].id = MessageId(QStringLiteral("kept"));
    conversation.messages[1].id = MessageId(QStringLiteral("gone"));
    conversation.messages[1].presence = Presence::Withdrawn;
    const auto read = packet::parseTrusted(packet::write(conversation));
    QVERIFY(read);
    QCOMPARE(read->messages.size(), 1);
    QCOMPARE(read->messages[0].id.text(), QStringLiteral("kept"));
}

void RoundTripTest::membersStandInTheOrderOfTheSpecification()
{
    Conversation c;
    c.id = ConversationId(QStringLiteral("c"));
    c.version = 1;
    c.createdAt = Instant{1767600000000};
    c.customer.id = CustomerId(QStringLiteral("k"));
    c.customer.attributes
        = {{QStringLiteral("z"), QStringLiteral("1")}, {QStringLiteral("a"), QStringLiteral("2")}};
    QCOMPARE(packet::write(c),
             QByteArray(R"({"packet":"baton-handoff/1","id":"c","version":1,"channel":"chat",)"
                        R"("created_at":"2026-01-05T08:00:00Z","state":"waiting",)"
                        R"("customer":{"id":"k","attributes":{"z":"1","a":"2"}},"messages":[]})"));
}

BATON_TEST(RoundTripTest)
#include "RoundTripTest.moc"
