#pragma once

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

#include <compare>

namespace baton {

/// An opaque string from outside that names one kind of thing; ids of different kinds do not mix.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    { }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    bool operator==(const Id &) const = default;
    std::strong_ordering operator<=>(const Id &other) const
    {
        return QString::compare(m_text, other.m_text) <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using CustomerId = Id<struct CustomerTag>;
using AgentId = Id<struct AgentTag>;
using QueueId = Id<struct QueueTag>;
using DocumentId = Id<struct DocumentTag>; ///< of the knowledge, as "KB-118"
using ActKey = Id<struct ActTag>;          ///< a UUID without braces; the idempotency key of an act

} // namespace baton
