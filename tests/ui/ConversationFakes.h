#pragma once

#include "core/desk/DeskTypes.h"

/// Invented conversations for the tests of the panels.
namespace baton::ui::fakes {

inline constexpr qint64 minute = 60'000;

/// Stands still at 2025-11-18 14:12 UTC until told otherwise.
class StillClock final : public Clock
{
public:
    Instant at = *instantFromRfc3339(u"2025-11-18T14:12:00Z");
    Instant now() const override { return at; }
    qint64 steadyMs() const override { return at.ms; }
};

inline Instant clockTime(int hour, int minutes)
{
    return *instantFromRfc3339(u"2025-11-18T00:00:00Z") + (hour * 60 + minutes) * minute;
}

inline Message message(const QString &id, Instant at, Sender from, const QString &text,
                       const Person &author = {})
{
    Message out;
    out.id = MessageId(id);
    out.at = at;
    out.from = from;
    out.author = author;
    out.text = text;
    return out;
}

inline const Person ines{QStringLiteral("ines"), QStringLiteral("Ines Okafor")};
inline const Person tomasz{QStringLiteral("tomasz"), QStringLiteral("Tomasz Rybak")};
inline const Person priya{QStringLiteral("priya"), QStringLiteral("Priya Nair")};

inline Customer maren()
{
    Customer c;
    c.id = CustomerId(QStringLiteral("c-1"));
    c.name = QStringLiteral("Maren Halvorsen");
    c.contact = QStringLiteral("maren.halvorsen@post.example");
    c.timeZone = QStringLiteral("Europe/Oslo");
    c.verified = Verification{QStringLiteral("one-time code"), clockTime(14, 2)};
    c.value = ValueTier::Vip;
    c.lifetimeValue = Money{8420, QStringLiteral("EUR")};
    c.attributes = {{QStringLiteral("plan"), QStringLiteral("Pay Plus since 2021")}};
    Order chairs;
    chairs.id = QStringLiteral("NW-48213");
    chairs.status = QStringLiteral("returned");
    chairs.total = Money{318, QStringLiteral("EUR")};
    chairs.items = {{QStringLiteral("Chair"), 2, Money{212, QStringLiteral("EUR")}},
                    {QStringLiteral("Instalment 3"), 1, Money{106, QStringLiteral("EUR")}}};
    Order lamp;
    lamp.id = QStringLiteral("NW-48977");
    lamp.status = QStringLiteral("on its way");
    lamp.total = Money{64.9, QStringLiteral("EUR")};
    lamp.items = {{QStringLiteral("Lamp"), 1, Money{64.9, QStringLiteral("EUR")}}};
    c.orders = {chairs, lamp};
    c.contacts90d = 3;
    return c;
}

inline Step refundStep()
{
    Step step;
    step.at = clockTime(14, 4) + 20'000;
    step.what = QStringLiteral("refund");
    step.tool = ToolCall{QStringLiteral("refund.create"),
                         QStringLiteral(R"({"payment":"P-77120","amount":"106.00 EUR"})"),
                         ToolStatus::Failed, QStringLiteral("return still open")};
    return step;
}

inline Conversation conversation()
{
    Conversation c;
    c.id = ConversationId(QStringLiteral("nw-1"));
    c.version = 3;
    c.channel = Channel::Chat;
    c.queue = QueueId(QStringLiteral("payments"));
    c.createdAt = clockTime(14, 3);
    c.handedOffAt = clockTime(14, 6);
    c.waitingSince = clockTime(14, 4);
    c.customer = maren();
    c.bot.emplace().name = QStringLiteral("Robin");
    c.handoff = Handoff{};
    c.handoff->toldCustomerWaitMs = 15 * minute;
    c.messages
        = {message(QStringLiteral("m1"), clockTime(14, 3), Sender::Customer,
                   QStringLiteral(
                       "You took €106 twice on Saturday. I sent the chairs back two weeks ago.")),
           message(
               QStringLiteral("m2"), clockTime(14, 4), Sender::Bot,
               QStringLiteral(
                   "Refunds for returns take 3–5 banking days. See https://help.example/returns.")),
           message(QStringLiteral("m3"), clockTime(14, 5), Sender::Customer,
                   QStringLiteral("I never agreed to pay twice. You said Monday. If it is not back "
                                  "today my solicitor will "
                                  "write to you."))};
    c.stepsTried = {refundStep()};
    Message note
        = message(QStringLiteral("n1"), clockTime(14, 7), Sender::Agent,
                  QStringLiteral("Finance: voids made before 16:00 leave the same day."), priya);
    note.visibility = Visibility::Internal;
    c.messages += note;
    return c;
}

inline ConversationSnapshot snapshotOf(const Conversation &c)
{
    ConversationSnapshot s;
    s.conversation = c;
    s.row.id = c.id;
    s.row.name = c.customer.name;
    s.row.queue = c.queue;
    s.row.state = c.state;
    s.row.value = c.customer.value;
    s.place.sla.state = SlaState::Running;
    s.place.sla.source = SlaSource::PromisedWait;
    s.place.sla.started = clockTime(14, 3);
    s.place.sla.due = clockTime(14, 18);
    s.row.sla = s.place.sla;
    s.place.value = c.customer.value;
    s.place.waitingSince = c.waitingSince;
    QueueRow earlier;
    earlier.id = ConversationId(QStringLiteral("nw-0"));
    earlier.need = QStringLiteral("Same issue, bot assumed solved");
    earlier.state = State::Bot;
    earlier.place.waitingSince = (clockTime(9, 0) + -2 * 24 * 60 * minute).ms;
    QueueRow older = earlier;
    older.id = ConversationId(QStringLiteral("nw-00"));
    older.need = QStringLiteral("Return label");
    older.state = State::Closed;
    older.place.waitingSince = (clockTime(9, 0) + -15 * 24 * 60 * minute).ms;
    s.earlier = {earlier, older};
    return s;
}

inline ConversationSnapshot snapshot()
{
    return snapshotOf(conversation());
}

/// A held reply by Ines, an answer by Tomasz, and a customer who wrote again.
inline ConversationSnapshot heldSnapshot()
{
    Conversation c = conversation();
    c.state = State::Claimed;
    c.owner = ines;
    OutboxEntry held;
    held.act.key = ActKey(QStringLiteral("act-1"));
    held.act.conversation = c.id;
    held.act.kind = ActKind::Reply;
    held.act.agent = ines;
    held.act.at = clockTime(14, 7);
    held.act.base = baseOf(c);
    held.act.text = QStringLiteral("Two payments were taken and I voided one of them. It normally "
                                   "shows within 2 banking days.\n\n"
                                   "Your third instalment is paused while the return completes.");
    held.status = ActStatus::Held;
    held.hold = HoldReason::NewPublicMessage;
    c.messages += message(
        QStringLiteral("m4"), clockTime(14, 10), Sender::Customer,
        QStringLiteral("The app now says “refund pending €106”. Is that the duplicate?"));
    c.messages += message(
        QStringLiteral("m5"), clockTime(14, 11), Sender::Agent,
        QStringLiteral(
            "Hello Maren, this is Tomasz. Two payments were taken and I voided one of them. "
            "It normally shows within 5 banking days. Sorry for the trouble this has caused."),
        tomasz);
    c.messages += message(QStringLiteral("m6"), clockTime(14, 12), Sender::Customer,
                          QStringLiteral("Thank you. And the next instalment?"));
    ConversationSnapshot s = snapshotOf(c);
    s.mine = true;
    s.outbox = {held};
    s.comparison = compare(held, c);
    return s;
}

} // namespace baton::ui::fakes
