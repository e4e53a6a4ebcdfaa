#pragma once

#include "core/packet/PacketWriter.h"
#include "core/sync/demo/DemoUpstream.h"
#include "tests/support/FakeClock.h"

#include <QtTest/QtTest>

namespace baton::test {

inline const Person ines{QStringLiteral("ines"), QStringLiteral("Ines Okafor")};
inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;

/// The demo on a clock that moves when the test says so, and Ines, who works in it.
class World
{
public:
    explicit World(quint64 seed, sync::Past past = sync::Past::None)
        : upstream({seed, ines, past}, clock, control)
    { }

    void wait(qint64 ms) { clock.jumpTo(clock.now() + ms); }

    /// What is new since the last pull, in the order in which it came.
    QList<packet::Packet> pull()
    {
        QList<packet::Packet> packets;
        for (bool more = true; more;) {
            const auto delta = upstream.pull(m_cursor, 512);
            if (!delta)
                qFatal("pull: %s %s", qPrintable(delta.error().subject),
                       qPrintable(delta.error().detail));
            for (const store::Incoming &incoming : delta->packets) {
                packets += incoming.packet;
                m_known.insert(incoming.packet.conversation.id, incoming.packet.conversation);
            }
            m_colleagues = delta->colleagues;
            m_cursor = delta->next;
            more = delta->more;
        }
        return packets;
    }
    QByteArray lines()
    {
        QByteArray bytes;
        for (const packet::Packet &packet : pull())
            bytes += packet.line + '\n';
        return bytes;
    }
    const QHash<ConversationId, Conversation> &known() const { return m_known; }
    const QList<ColleagueAt> &colleagues() const { return m_colleagues; } ///< at the last pull
    Conversation shows(const ConversationId &id)
    {
        pull();
        return m_known.value(id);
    }
    /// One of the opening's.
    Conversation of(const QString &customer)
    {
        pull();
        for (const Conversation &c : std::as_const(m_known)) {
            if (c.customer.name == customer && c.state != State::Closed)
                return c;
        }
        qFatal("nobody is called %s", qPrintable(customer));
    }

    Act act(ActKind kind, const Conversation &on, const QString &text = {})
    {
        Act act;
        act.key = ActKey(
            QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_acts, 12, 10, QChar(u'0')));
        act.conversation = on.id;
        act.kind = kind;
        act.agent = ines;
        act.at = clock.now();
        act.base = baseOf(on);
        act.text = text;
        return act;
    }
    Result<sync::PushReceipt> push(const Act &act)
    {
        OutboxEntry entry;
        entry.act = act;
        return upstream.push(entry);
    }
    /// Pushes it, which has to succeed.
    void does(const Act &act)
    {
        const auto receipt = push(act);
        if (!receipt)
            qFatal("push: %s", qPrintable(receipt.error().detail));
    }

    FakeClock steady;
    sync::DemoClock clock{sync::DemoUpstream::startsAt(), steady, sync::Playing::No};
    sync::DemoControl control{clock, sync::DemoUpstream::scenes()};
    sync::DemoUpstream upstream;

private:
    sync::Cursor m_cursor;
    QHash<ConversationId, Conversation> m_known;
    QList<ColleagueAt> m_colleagues;
    int m_acts = 0;
};

} // namespace baton::test
