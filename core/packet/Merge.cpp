#include "core/packet/Packet.h"

#include <QtCore/QSet>

#include <algorithm>

namespace baton::packet {

namespace {

QSet<MessageId> idsOf(const Conversation &conversation)
{
    QSet<MessageId> ids;
    ids.reserve(conversation.messages.size());
    for (const Message &message : conversation.messages)
        ids.insert(message.id);
    return ids;
}

} // namespace

Merge decideMerge(const std::optional<Stored> &stored, int version, const QByteArray &hash)
{
    if (!stored)
        return Merge::Add;
    if (version != stored->version)
        return version > stored->version ? Merge::Replace : Merge::Ignore;
    return hash == stored->hash ? Merge::Unchanged : Merge::Conflict;
}

QList<Message> vanished(const Conversation &older, const Conversation &newer)
{
    const QSet<MessageId> kept = idsOf(newer);
    QList<Message> gone;
    for (const Message &message : older.messages) {
        if (!kept.contains(message.id)) {
            gone += message;
            gone.last().presence = Presence::Withdrawn;
        }
    }
    return gone;
}

void unite(Conversation &conversation, const QList<Message> &withdrawn)
{
    const QSet<MessageId> present = idsOf(conversation);
    for (const Message &message : withdrawn) {
        if (!present.contains(message.id))
            conversation.messages += message;
    }
    std::stable_sort(conversation.messages.begin(), conversation.messages.end(),
                     [](const Message &a, const Message &b) { return a.at < b.at; });
}

} // namespace baton::packet
