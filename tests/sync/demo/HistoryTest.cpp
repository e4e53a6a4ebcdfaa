#include "core/sync/demo/History.h"
#include "core/packet/PacketWriter.h"
#include "tests/support/TestProgram.h"
#include "tests/sync/demo/World.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;
using namespace baton::sync;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixMonthsOfClosedConversations()
    {
        World world(1, Past::SixMonths);
        QElapsedTimer timer;
        timer.start();
        int rated = 0;
        int reopened = 0;
        int byPeople = 0;
        QSet<ConversationId> ids;
        QHash<QString, QString> names;
        QHash<CustomerId, int> contacts;
        const QList<packet::Packet> packets = world.pull();
        qInfo("%lld packets in %lld ms", qint64(packets.size()), timer.elapsed());
        for (const packet::Packet &packet : packets) {
            const Conversation &c = packet.conversation;
            QVERIFY2(!ids.contains(c.id), qPrintable(c.id.text()));
            ids.insert(c.id);
            QString &name = names[c.customer.id.text()];
            QVERIFY2(name.isEmpty() || name == c.customer.name, qPrintable(c.customer.name));
            name = c.customer.name;
            if (c.state != State::Closed)
                continue;
            ++contacts[c.customer.id];
            QVERIFY2(*c.outcome->at < DemoUpstream::startsAt(), qPrintable(c.id.text()));
            rated += c.outcome->csat ? 1 : 0;
            reopened += c.outcome->reopened ? 1 : 0;
            byPeople += c.owner ? 1 : 0;
            for (qsizetype i = 1; i < c.messages.size(); ++i)
                QVERIFY2(c.messages[i - 1].at <= c.messages[i].at, qPrintable(c.id.text()));
        }
        QVERIFY(packets.size() > 12000);
        QVERIFY(rated > 3000);
        QVERIFY(reopened > 200);
        QVERIFY(byPeople > 3000);
        const auto again = std::count_if(contacts.cbegin(), contacts.cend(),
                                         [](int count) { return count > 1; });
        QVERIFY2(again > 500, qPrintable(QString::number(again)));
    }

    void isDeliveredInPagesThatSayHowFar()
    {
        World world(1, Past::SixMonths);
        Cursor cursor;
        double progress = 0;
        int pages = 0;
        for (bool more = true; more && pages < 4; ++pages) {
            const auto delta = world.upstream.pull(cursor, 300);
            QVERIFY(delta);
            QCOMPARE(delta->packets.size(), 300);
            QVERIFY(delta->progress > progress && delta->progress < 1);
            QVERIFY(delta->more);
            progress = delta->progress;
            cursor = delta->next;
        }
        QCOMPARE(pages, 4);
    }

    void theSameSeedTellsTheSamePast()
    {
        const auto stage = demo::bundledStage();
        const demo::History one(stage, 4);
        const demo::History two(stage, 4);
        const demo::History other(stage, 5);
        QCOMPARE(one.size(), two.size());
        int different = 0;
        for (int i = 0; i < one.size(); i += 97) {
            QCOMPARE(packet::write(one.at(i)), packet::write(two.at(i)));
            QCOMPARE(one.find(one.at(i).id), i);
            different += one.at(i) == other.at(i) ? 0 : 1;
        }
        QVERIFY(different > 100);
        QCOMPARE(one.find(ConversationId(u"elsewhere"_s)), -1);
    }

    void marenHasBeenHereTwice()
    {
        World world(9);
        const Conversation now = world.of(u"Maren Halvorsen"_s);
        const demo::History history(demo::bundledStage(), 9);
        for (int i : {0, 1}) {
            const Conversation before = history.at(i);
            QCOMPARE(before.customer.id, now.customer.id);
            QCOMPARE(before.state, State::Closed);
            QVERIFY(before.createdAt < now.createdAt);
        }
        QVERIFY(history.at(2).customer.id != now.customer.id);
        QCOMPARE(*now.customer.contacts90d, 3);
    }
};

BATON_TEST(HistoryTest)
#include "HistoryTest.moc"
