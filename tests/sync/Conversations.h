#pragma once

#include "core/domain/Act.h"

namespace baton::test {

inline const Person ana{QStringLiteral("ana"), QStringLiteral("Ana Lopez")};
inline const Person bob{QStringLiteral("bob"), QStringLiteral("Bob Adeyemi")};
inline constexpr Instant start{1763474760000}; // 2025-11-18T14:06:00Z
inline constexpr qint64 minute = 60'000;

inline Message said(const QString &id, qint64 at, Sender from, const QString &text,
                    const Person &author = {})
{
    Message message;
    message.id = MessageId(id);
    message.at = start + at;
    message.from = from;
    message.author = author;
    message.text = text;
    return message;
}

/// Waiting, nobody's, with one customer message "<id>-m1".
inline Conversation waiting(const QString &id)
{
    Conversation conversation;
    conversation.id = ConversationId(id);
    conversation.version = 1;
    conversation.createdAt = start;
    conversation.waitingSince = start;
    conversation.state = State::Waiting;
    conversation.customer.id = CustomerId(QStringLiteral("customer-") + id);
    conversation.messages = {said(id + QStringLiteral("-m1"), 0, Sender::Customer,
                                  QStringLiteral("Where is my parcel?"))};
    return conversation;
}

/// The acts of one agent at one desk, each made on what the desk shows then.
class Acts
{
public:
    explicit Acts(Person agent = ana)
        : m_agent(std::move(agent))
    { }

    OutboxEntry &add(ActKind kind, const Conversation &shown, const QString &text = {})
    {
        OutboxEntry entry;
        Act &act = entry.act;
        entry.sequence = m_entries.size() + 1;
        act.key = ActKey(QStringLiteral("key-%1").arg(entry.sequence));
        act.conversation = shown.id;
        act.kind = kind;
        act.agent = m_agent;
        act.at = start + 10 * minute + entry.sequence * 1000;
        act.base = baseOf(shown);
        act.text = text;
        if (kind == ActKind::Close)
            act.outcome = OutcomeKind::AssumedResolution;
        if (kind == ActKind::Snooze)
            act.until = act.at + 60 * minute;
        m_entries += entry;
        return m_entries.last();
    }
    void setAll(ActStatus status)
    {
        for (OutboxEntry &entry : m_entries)
            entry.status = status;
    }
    const QList<OutboxEntry> &all() const { return m_entries; }
    OutboxEntry &operator[](qsizetype i) { return m_entries[i]; }

private:
    Person m_agent;
    QList<OutboxEntry> m_entries;
};

} // namespace baton::test
