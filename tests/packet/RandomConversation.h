#pragma once

#include "Random.h"
#include "core/domain/Conversation.h"

#include <algorithm>

/// Conversations that a packet can carry, with every member sometimes there and sometimes not.
class RandomConversation
{
public:
    explicit RandomConversation(Random &random)
        : m_random(random)
    { }

    baton::Conversation make()
    {
        using namespace baton;
        Conversation c;
        c.id = ConversationId(id());
        c.version = m_random.between(1, 9);
        c.channel = Channel(m_random.below(6));
        c.locale = maybe(text());
        c.subject = maybe(text());
        c.queue = QueueId(maybe(id()));
        c.createdAt = time();
        c.handedOffAt = maybeTime();
        c.waitingSince = maybeTime();
        c.state = State(m_random.below(5));
        if (m_random.oneIn(3))
            c.owner = Person{id(), maybe(text())};
        c.snoozedUntil = maybeTime();
        if (m_random.oneIn(2))
            c.routeTaken = Route(m_random.below(3));
        c.customer = customer();
        for (int i = m_random.between(0, 9); i > 0; --i)
            c.messages += message(c.messages.size());
        std::stable_sort(c.messages.begin(), c.messages.end(),
                         [](const Message &a, const Message &b) { return a.at < b.at; });
        for (int i = m_random.between(0, 3); i > 0; --i)
            c.stepsTried += step();
        for (int i = m_random.between(0, 2); i > 0; --i)
            c.promises += Promise{MessageId(maybe(id())), text(), maybeTime()};
        if (m_random.oneIn(2))
            c.bot = bot();
        if (m_random.oneIn(2))
            c.handoff = handoff();
        if (m_random.oneIn(3))
            c.outcome = Outcome{OutcomeKind(m_random.below(5)), maybeTime(), maybeCount(1, 5),
                                m_random.oneIn(2)};
        return c;
    }

private:
    baton::IntentGuess guess() { return {id(), m_random.below(10001) / 10000.0}; }

    baton::Bot bot()
    {
        baton::Bot b;
        b.name = maybe(text());
        b.policyVersion = maybe(text());
        if (m_random.oneIn(2)) {
            b.intent = guess();
            if (m_random.oneIn(2))
                b.runnerUp = guess();
        }
        if (m_random.oneIn(2))
            b.answerConfidence = m_random.below(10001) / 10000.0;
        if (m_random.oneIn(3))
            b.gaps = {text()};
        return b;
    }

    QString id()
    {
        static const QStringList shapes = {QStringLiteral("c-%1"), QStringLiteral("Ticket #%1/ü"),
                                           QStringLiteral("~%1~"), QStringLiteral("\uFEFF%1")};
        return m_random.oneOf(shapes).arg(m_random.below(1'000'000));
    }

    QString text()
    {
        static const QStringList words
            = {QStringLiteral("refund"),       QStringLiteral("Grüße"),
               QStringLiteral("注文"),         QStringLiteral("👩🏽‍💻"),
               QStringLiteral("\"quote\""),    QStringLiteral("back\\slash"),
               QStringLiteral("line\nbreak"),  QStringLiteral("<b>&amp;"),
               QStringLiteral("\u0001\u001F"), QStringLiteral("مرحبا"),
               QStringLiteral("\uFEFF"),       QString(QChar(0)),
               QStringLiteral("{\"a\":1}"),    QStringLiteral("[[[["),
               QStringLiteral("12.50")};
        QStringList chosen;
        for (int i = m_random.between(0, 6); i > 0; --i)
            chosen += m_random.oneOf(words);
        return chosen.join(u' ');
    }

    QString maybe(const QString &value) { return m_random.oneIn(2) ? value : QString(); }
    baton::Instant time() { return {qint64(m_random.below(7258118400000))}; }
    std::optional<baton::Instant> maybeTime()
    {
        return m_random.oneIn(2) ? std::optional(time()) : std::nullopt;
    }
    std::optional<int> maybeCount(int least, int most)
    {
        return m_random.oneIn(2) ? std::optional(m_random.between(least, most)) : std::nullopt;
    }
    std::optional<baton::Money> maybeMoney()
    {
        if (m_random.oneIn(2))
            return {};
        return baton::Money{double(m_random.between(-99999, 99999)) / 100,
                            maybe(QStringLiteral("EUR"))};
    }
    QList<QString> texts()
    {
        QList<QString> list;
        for (int i = m_random.between(0, 2); i > 0; --i)
            list += text();
        return list;
    }

    baton::Customer customer()
    {
        using namespace baton;
        Customer c;
        c.id = CustomerId(id());
        c.name = maybe(text());
        c.contact = maybe(text());
        c.timeZone = maybe(QStringLiteral("Europe/Lisbon"));
        if (m_random.oneIn(2))
            c.verified = Verification{maybe(text()), maybeTime()};
        c.value = ValueTier(m_random.below(4));
        c.lifetimeValue = maybeMoney();
        for (int i = m_random.between(0, 3); i > 0; --i)
            c.attributes += Attribute{QStringLiteral("%1 attribute").arg(i), text()};
        for (int i = m_random.between(0, 2); i > 0; --i) {
            Order order{maybe(id()), maybe(text()), maybeMoney(), maybeTime(), {}};
            for (int j = m_random.between(0, 2); j > 0; --j)
                order.items += OrderItem{maybe(text()), m_random.between(0, 5), maybeMoney()};
            for (int j = m_random.between(0, 2); j > 0; --j)
                order.payments
                    += Payment{maybe(id()), maybe(text()), maybeMoney(), maybeTime(), maybeTime()};
            c.orders += order;
        }
        c.contacts90d = maybeCount(0, 99);
        return c;
    }

    baton::Message message(qsizetype number)
    {
        using namespace baton;
        Message m;
        m.id = MessageId(QStringLiteral("m%1").arg(number));
        m.at = Instant{1'700'000'000'000 + 1000 * m_random.between(0, 5)};
        m.from = Sender(m_random.below(4));
        m.author = {maybe(id()), maybe(text())};
        m.visibility = Visibility(m_random.below(2));
        m.text = text();
        for (int i = m_random.between(0, 1); i > 0; --i)
            m.attachments
                += Attachment{text(), maybe(id()), m_random.between(0, 1'000'000), maybe(id())};
        return m;
    }

    baton::Step step()
    {
        using namespace baton;
        static const QStringList json
            = {QString(), QStringLiteral("{\"a\":[1,2.5,null],\"b\":{}}"), QStringLiteral("[]"),
               QStringLiteral("\"x\""), QStringLiteral("17")};
        Step s;
        s.at = maybeTime();
        s.what = maybe(text());
        s.by = Sender(m_random.below(3));
        if (m_random.oneIn(2)) {
            s.tool = ToolCall{maybe(text()), m_random.oneOf(json), ToolStatus(m_random.below(3)),
                              m_random.oneIn(2) ? m_random.oneOf(json) : text()};
        }
        s.outcome = StepOutcome(m_random.below(3));
        s.toldCustomer = m_random.oneIn(2);
        s.sideEffects = texts();
        return s;
    }

    baton::Handoff handoff()
    {
        baton::Handoff h;
        h.reason = maybe(QStringLiteral("tool_failed"));
        h.kind = maybe(QStringLiteral("capability"));
        h.need = maybe(text());
        h.expectation = maybe(text());
        h.riskFlags = texts();
        h.nextStep = maybe(text());
        if (m_random.oneIn(2))
            h.toldCustomerWaitMs = m_random.oneIn(2) ? 60'000 * m_random.between(0, 999)
                                                     : m_random.between(0, 99999);
        h.openQuestions = texts();
        return h;
    }

    Random &m_random;
};
