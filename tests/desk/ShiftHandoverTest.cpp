#include "core/desk/HandoverBoard.h"
#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

constexpr Instant wentAt{1'763'467'200'000};
constexpr qint64 shiftMinute = 60'000;
constexpr Instant cameAt{wentAt.ms + 180 * shiftMinute};
const AgentId shiftMe(u"ines"_s);

Conversation heldBefore(const QString &id)
{
    Conversation c;
    c.id = ConversationId(id);
    c.createdAt = wentAt + -60 * shiftMinute;
    c.state = State::Waiting;
    c.messages = {
        {MessageId(u"m0"_s), c.createdAt, Sender::Customer, {}, Visibility::Public, u"Hi"_s, {}}};
    return c;
}
void saySomething(Conversation &c, int minutes, Sender from, const QString &who = {})
{
    c.messages += Message{MessageId(u"m%1"_s.arg(c.messages.size())),
                          wentAt + minutes * shiftMinute,
                          from,
                          {who, who},
                          Visibility::Public,
                          u"…"_s,
                          {}};
}
QList<ShiftEvent> eventsOf(const Conversation &c)
{
    QList<ShiftEvent> all;
    for (const ShiftMoment &one : shiftMoments(c, wentAt, cameAt, shiftMe))
        all += one.event;
    return all;
}

} // namespace

class ShiftHandoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappenedIsToldByTime()
    {
        Conversation c = heldBefore(u"a"_s);
        QVERIFY(eventsOf(c).isEmpty());
        saySomething(c, 10, Sender::Customer);
        saySomething(c, 20, Sender::Agent, u"priya"_s);
        saySomething(c, 30, Sender::Agent, u"ines"_s); // my own words are no news
        saySomething(c, 40, Sender::Customer);
        saySomething(c, 300, Sender::Customer); // later than the moment that is asked for
        QCOMPARE(eventsOf(c), QList<ShiftEvent>({ShiftEvent::Answered, ShiftEvent::CustomerWrote}));
        c.state = State::Closed;
        c.outcome = Outcome{OutcomeKind::AssumedResolution, wentAt + 50 * shiftMinute, {}, false};
        QCOMPARE(eventsOf(c).last(), ShiftEvent::Closed);
    }

    void newAndHandedOver()
    {
        Conversation fresh = heldBefore(u"a"_s);
        fresh.createdAt = wentAt + shiftMinute;
        fresh.messages.first().at = wentAt + shiftMinute;
        fresh.handedOffAt = wentAt + 2 * shiftMinute;
        QCOMPARE(eventsOf(fresh), QList<ShiftEvent>{ShiftEvent::Began});
        Conversation passed = heldBefore(u"b"_s);
        passed.handedOffAt = wentAt + 2 * shiftMinute;
        QCOMPARE(eventsOf(passed), QList<ShiftEvent>{ShiftEvent::HandedOver});
    }

    void aPromiseFellDueWhereNobodyAnswered()
    {
        Conversation c = heldBefore(u"a"_s);
        c.promises = {{MessageId(u"m0"_s), u"by two"_s, wentAt + 30 * shiftMinute}};
        QCOMPARE(eventsOf(c), QList<ShiftEvent>{ShiftEvent::PromiseDue});
        saySomething(c, 10, Sender::Agent, u"ines"_s);
        QVERIFY(eventsOf(c).isEmpty());
        Conversation told = heldBefore(u"b"_s);
        told.handedOffAt = wentAt + -10 * shiftMinute;
        told.handoff = Handoff{};
        told.handoff->toldCustomerWaitMs = 20 * shiftMinute;
        QCOMPARE(eventsOf(told), QList<ShiftEvent>{ShiftEvent::PromiseDue});
    }

    void eachStandsInOneViewAndIsCounted()
    {
        store::ShiftRows rows;
        const auto add = [&rows](const QString &id, auto change) {
            Conversation c = heldBefore(id);
            saySomething(c, 10, Sender::Customer);
            store::ConversationRecord record;
            record.row.id = c.id;
            change(record.row, c);
            record.row.state = c.state;
            record.conversation = c;
            rows.records += record;
        };
        add(u"mine"_s, [](QueueRow &row, Conversation &) { row.owner.id = u"ines"_s; });
        add(u"c"_s, [](QueueRow &row, Conversation &) { row.place.tier = 0; });
        add(u"back"_s, [](QueueRow &row, Conversation &) { row.backMs = 5; });
        add(u"rest"_s, [](QueueRow &, Conversation &) {});
        add(u"due"_s, [](QueueRow &, Conversation &c) {
            c.promises = {{MessageId(u"m0"_s), u"by two"_s, wentAt + 5 * shiftMinute}};
        });
        add(u"quiet"_s, [](QueueRow &, Conversation &c) { c.messages.removeLast(); });
        add(u"done"_s, [](QueueRow &row, Conversation &c) {
            row.owner.id = u"ines"_s;
            c.state = State::Closed;
            c.outcome
                = Outcome{OutcomeKind::AssumedResolution, wentAt + 50 * shiftMinute, {}, false};
        });
        const auto entry = [](qint64 seq, int minutes, const QString &kind) {
            return AuditRow{seq, wentAt + minutes * shiftMinute, u"lena"_s, kind, u"15"_s, {}, {}};
        };
        const QList<AuditRow> audit{
            entry(5, 200, u"policy-publish"_s), entry(4, 60, u"knowledge"_s),
            entry(3, 50, u"policy-by-stop-loss"_s), entry(2, 40, u"policy-publish"_s),
            entry(1, -5, u"knowledge"_s)};
        const ShiftHandover made = makeHandover(rows, audit, wentAt, cameAt, shiftMe);
        QStringList told;
        for (const ShiftSection &section : made.sections) {
            for (const ShiftLine &line : section.lines)
                told += u"%1 %2"_s.arg(int(section.view)).arg(line.row.id.text());
        }
        QCOMPARE(told.join(u", "_s), u"1 mine, 2 c, 4 back, 0 due, 0 rest, 5 done"_s);
        QCOMPARE(made.counts[size_t(ShiftEvent::CustomerWrote)], 6);
        QCOMPARE(made.counts[size_t(ShiftEvent::PromiseDue)], 1);
        QCOMPARE(made.counts[size_t(ShiftEvent::Closed)], 1);
        QCOMPARE(made.conversations(), 6);
        QCOMPARE(made.policy.size(), 1);
        QCOMPARE(made.policy.first().seq, 2);
        QCOMPARE(made.stopLoss.size(), 1);
        QCOMPARE(made.knowledge.size(), 1);
    }

    void theBoardReadsSinceTheAgentLeft()
    {
        DeskFixture f;
        f.settings.lastHere = f.clock.now() + -2 * 3'600'000;
        Conversation late = f.conversation(u"a"_s, u"Where is my parcel?"_s);
        late.createdAt = f.clock.now() + -3'600'000;
        late.messages.first().at = late.createdAt;
        f.arrive({late, f.conversation(u"old"_s, u"A lamp"_s)});
        Desk &desk = f.makeDesk();
        QCOMPARE(desk.handoverBoard().left(), f.settings.lastHere);
        QSignalSpy changed(&desk.handoverBoard(), &HandoverBoard::changed);
        desk.handoverBoard().read();
        QTRY_COMPARE(changed.size(), 1);
        const auto made = changed.first().first().value<ShiftHandover>();
        QVERIFY(made.isRead);
        QCOMPARE(made.conversations(), 1);
        QCOMPARE(made.sections.first().lines.first().row.id.text(), u"a"_s);
        desk.handoverBoard().read(Instant{f.clock.now().ms});
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(changed.last().first().value<ShiftHandover>().isEmpty());
    }
};

BATON_TEST(ShiftHandoverTest)
#include "ShiftHandoverTest.moc"
