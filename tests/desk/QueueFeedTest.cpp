#include "core/desk/QueueFeed.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;

class QueueFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Two hundred are watched: one that waited behind them has not come when it moves up.
    void whatMovesUpIsNotTold()
    {
        test::DeskFixture f;
        QVERIFY(f.readAllAs(Route::Escalate));
        QList<Conversation> many;
        for (int i = 0; i < 230; ++i) {
            Conversation c = f.conversation(u"c-%1"_s.arg(i, 3, 10, QChar(u'0')), u"Help me."_s);
            c.messages[0].at = c.createdAt + i * minuteMs; // so that they stand in this order
            c.waitingSince = c.messages[0].at;
            many += c;
        }
        f.arrive(many);

        QueueFeed feed(*f.store, f.clock, f.ines.id);
        QSignalSpy needed(&feed, &QueueFeed::peopleNeeded);
        const auto freshAfter = [&](const QList<Conversation> &arriving) {
            needed.clear();
            f.arrive(arriving);
            feed.refresh();
            if (!QTest::qWaitFor([&] { return !needed.isEmpty(); }))
                return QStringList{u"nothing was told"_s};
            QStringList ids;
            for (const QueueRow &row : needed.first()[0].value<QList<QueueRow>>())
                ids += row.id.text();
            return ids;
        };
        QCOMPARE(freshAfter({}), QStringList()); // they were there before

        Conversation claimed = many[5];
        claimed.version = 2;
        claimed.state = State::Claimed;
        claimed.owner = Person{u"tom"_s, u"Tom"_s};
        QCOMPARE(freshAfter({claimed}), QStringList());
        QVERIFY(!needed.first()[1].value<QSet<ConversationId>>().contains(claimed.id));

        Conversation urgent = f.conversation(u"urgent"_s, u"Help me now."_s);
        urgent.createdAt = many[2].createdAt;
        QCOMPARE(freshAfter({urgent}), QStringList{u"urgent"_s});

        claimed.version = 3; // given back: it needs somebody again
        claimed.state = State::Waiting;
        claimed.owner.reset();
        QCOMPARE(freshAfter({claimed}), QStringList{claimed.id.text()});

        Conversation last = many[199]; // of those that are watched, with the urgent one before it
        last.id = many[198].id;
        last.customer.id = many[198].customer.id;
        last.messages = many[198].messages;
        last.version = 2;
        last.state = State::Claimed;
        last.owner = Person{u"tom"_s, u"Tom"_s};
        QCOMPARE(freshAfter({last}), QStringList());
        last.version = 3;
        last.state = State::Waiting;
        last.owner.reset();
        QCOMPARE(freshAfter({last}), QStringList{last.id.text()});
    }
};

BATON_TEST(QueueFeedTest)
#include "QueueFeedTest.moc"
