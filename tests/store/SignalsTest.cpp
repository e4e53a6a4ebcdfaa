#include "StoreFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

namespace {

SignalRecord recordOf(const Conversation &conversation)
{
    SignalRecord record;
    record.at = conversation.createdAt;
    record.intent = conversation.subject;
    record.queue = QueueId(u"payments"_s);
    record.agent = AgentId(u"ana"_s);
    record.confidence = 9000;
    record.phrases = 0x7FF;
    record.botNamed = true;
    record.taken = Route::Escalate;
    record.outcome = OutcomeKind::Abandoned;
    record.csat = 5;
    return record;
}

Judge judgeWithSigns(qint64 by)
{
    return {[](const Conversation &c) {
                return store::Reading{plainLine(c), recordOf(c)};
            },
            by, 77};
}

constexpr Instant ever{0};
constexpr Instant never{std::numeric_limits<qint64>::max()};

} // namespace

/// What policies need of conversations lies beside them, as they are read.
class SignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theyAreWrittenAsAConversationIsRead()
    {
        Profile desk;
        desk.takes({{.id = u"before"_s, .subject = u"parcel"_s}});
        QVERIFY(value(desk->signalColumns(ever, never)).size() == 0);
        QCOMPARE(value(desk->setJudge(judgeWithSigns(7))), 1);
        desk.takes({{.id = u"after"_s, .subject = u"invoice"_s, .waitingMinute = 30}});
        SignalColumns columns = value(desk->signalColumns(ever, never));
        QCOMPARE(columns.size(), 2U);
        QCOMPARE(columns.at(1).intent, u"invoice"_s);
        QCOMPARE(columns.at(0), recordOf(desk.record(u"before"_s).upstream));
        QVERIFY(value(desk->unreadSignals({ever, never, 77})).isEmpty());

        desk.takes({{.id = u"before"_s, .version = 2, .subject = u"lamp"_s}});
        columns = value(desk->signalColumns(ever, never));
        QCOMPARE(columns.size(), 2U);
        QCOMPARE(columns.at(0).intent, u"lamp"_s);
        const Instant second = columns.at(1).at;
        QCOMPARE(value(desk->signalColumns(second, never)).size(), 1U);
        QCOMPARE(value(desk->signalColumns(ever, second)).size(), 1U);
        desk.reopen();
        QCOMPARE(value(desk->signalColumns(ever, never)).at(0).intent, u"lamp"_s);
    }

    void whatAnotherReaderReadIsFoundAndReplaced()
    {
        Profile desk;
        (void)value(desk->setJudge(judgeWithSigns(7)));
        desk.takes({{.id = u"one"_s, .subject = u"parcel"_s}});
        desk.takes({{.id = u"old"_s, .subject = u"lamp"_s}}, Origin::Archive);
        auto unread = value(desk->unreadSignals({ever, never, 77}));
        QCOMPARE(unread.size(), 1); // imported history is read when it is wanted
        QCOMPARE(unread.first().conversation.id.text(), u"old"_s);
        QCOMPARE(value(desk->unreadSignals({ever, never, 78})).size(), 2);
        QList<StoredSignals> read;
        for (const UnreadSignals &one : value(desk->unreadSignals({ever, never, 78}))) {
            SignalRecord record = recordOf(one.conversation);
            record.intent = u"gift card"_s;
            read.append({one.row, record, one.conversation.version});
        }
        QVERIFY(desk->saveSignals(read, 78).result());
        QVERIFY(value(desk->unreadSignals({ever, never, 78})).isEmpty());
        const SignalColumns columns = value(desk->signalColumns(ever, never));
        QCOMPARE(columns.size(), 2U);
        QCOMPARE(columns.at(0).intent, u"gift card"_s);
        QCOMPARE(columns.at(1).intent, u"gift card"_s);
    }

    void whatWasReadOfAnOlderVersionDoesNotStay()
    {
        Profile desk;
        (void)value(desk->setJudge(judgeWithSigns(7)));
        desk.takes({{.id = u"old"_s, .subject = u"lamp"_s}}, Origin::Archive);
        const auto unread = value(desk->unreadSignals({ever, never, 7}));
        QCOMPARE(unread.size(), 1);
        const StoredSignals read{unread.first().row, recordOf(unread.first().conversation),
                                 unread.first().conversation.version};
        QVERIFY(desk->saveSignals({read}, 7).result());
        QCOMPARE(value(desk->signalColumns(ever, never)).at(0).intent, u"lamp"_s);
        desk.takes({{.id = u"old"_s, .version = 2, .subject = u"lawyer"_s}}, Origin::Archive);
        QCOMPARE(value(desk->unreadSignals({ever, never, 7})).size(), 1);
        // What was still being read when it came is late.
        QVERIFY(desk->saveSignals({read}, 7).result());
        QCOMPARE(value(desk->unreadSignals({ever, never, 7})).size(), 1);
        QCOMPARE(value(desk->signalColumns(ever, never)).size(), 0U);
    }
};

BATON_TEST(SignalsTest)
#include "SignalsTest.moc"
