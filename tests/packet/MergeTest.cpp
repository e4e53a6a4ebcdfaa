#include "core/packet/Packet.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace baton;
using namespace Qt::StringLiterals;
using packet::Merge;

namespace {

Message at(const QString &id, qint64 ms)
{
    Message message;
    message.id = MessageId(id);
    message.at = Instant{ms};
    return message;
}

QStringList ids(const QList<Message> &messages)
{
    QStringList result;
    for (const Message &message : messages)
        result += message.presence == Presence::Withdrawn ? message.id.text() + u" withdrawn"_s
                                                          : message.id.text();
    return result;
}

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void versionsAndHashesDecide();
    void aVanishedMessageIsMarkedWithdrawn();
    void aWithdrawnMessageStandsInItsPlaceByTime();
    void aMessageThatCameBackIsNoLongerWithdrawn();
};

void MergeTest::versionsAndHashesDecide()
{
    const QByteArray a(32, 'a');
    const QByteArray b(32, 'b');
    const packet::Stored stored{2, a};
    QCOMPARE(packet::decideMerge({}, 1, a), Merge::Add);
    QCOMPARE(packet::decideMerge(stored, 3, b), Merge::Replace);
    QCOMPARE(packet::decideMerge(stored, 3, a), Merge::Replace);
    QCOMPARE(packet::decideMerge(stored, 2, a), Merge::Unchanged);
    QCOMPARE(packet::decideMerge(stored, 2, b), Merge::Conflict);
    QCOMPARE(packet::decideMerge(stored, 1, a), Merge::Ignore);
    QCOMPARE(packet::decideMerge(stored, 1, b), Merge::Ignore);
}

void MergeTest::aVanishedMessageIsMarkedWithdrawn()
{
    Conversation older;
    older.messages = {at(u"1"_s, 1), at(u"2"_s, 2), at(u"3"_s, 3)};
    Conversation newer;
    newer.messages = {at(u"2"_s, 2), at(u"4"_s, 4)};
    QCOMPARE(ids(packet::vanished(older, newer)),
             QStringList({u"1 withdrawn"_s, u"3 withdrawn"_s}));
    QVERIFY(packet::vanished(older, older).isEmpty());
}

void MergeTest::aWithdrawnMessageStandsInItsPlaceByTime()
{
    Conversation older;
    older.messages = {at(u"1"_s, 1), at(u"2"_s, 2), at(u"3"_s, 3)};
    Conversation newer;
    newer.messages = {at(u"1"_s, 1), at(u"b"_s, 2), at(u"4"_s, 4)};
    packet::unite(newer, packet::vanished(older, newer));
    QCOMPARE(ids(newer.messages),
             QStringList({u"1"_s, u"b"_s, u"2 withdrawn"_s, u"3 withdrawn"_s, u"4"_s}));
}

void MergeTest::aMessageThatCameBackIsNoLongerWithdrawn()
{
    Conversation first;
    first.messages = {at(u"1"_s, 1), at(u"2"_s, 2)};
    Conversation second;
    second.messages = {at(u"1"_s, 1)};
    packet::unite(second, packet::vanished(first, second));
    QCOMPARE(ids(second.messages), QStringList({u"1"_s, u"2 withdrawn"_s}));

    const QList<Message> withdrawn = packet::vanished(second, first);
    Conversation third = first;
    packet::unite(third, withdrawn);
    packet::unite(third, {second.messages[1]});
    QCOMPARE(ids(third.messages), QStringList({u"1"_s, u"2"_s}));
}

BATON_TEST(MergeTest)
#include "MergeTest.moc"
