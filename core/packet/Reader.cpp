#include "core/packet/Packet.h"

#include "core/packet/Schema.h"
#include "core/packet/ToDomain.h"

#include <QtCore/QCryptographicHash>

namespace baton::packet {

Reader::Reader(Hash hash)
    : m_schema(std::make_unique<Schema>())
    , m_hash(hash)
{ }

Reader::~Reader() = default;

Reading Reader::read(const QByteArray &line) const
{
    JsonDocument document;
    if (auto rejection = readJson(line, document))
        return *rejection;
    if (auto rejection = m_schema->check(document.root))
        return *rejection;
    Packet packet;
    if (auto rejection = toDomain(document, packet.conversation))
        return *rejection;
    packet.line = line;
    if (m_hash == Hash::LeftOut)
        return packet;
    const std::string canonical = document.root.dump();
    packet.hash = QCryptographicHash::hash(
        QByteArrayView(canonical.data(), qsizetype(canonical.size())), QCryptographicHash::Sha256);
    return packet;
}

Result<Conversation> parseTrusted(const QByteArray &line)
{
    const auto failure = [](const Rejection &rejection) {
        return Error{ErrorCode::Corrupt, rejection.pointer, rejection.code};
    };
    JsonDocument document;
    if (const auto rejection = readJson(line, document))
        return failure(*rejection);
    Conversation conversation;
    if (const auto rejection = toDomain(document, conversation))
        return failure(*rejection);
    if (conversation.version < 1 || conversation.id.isEmpty())
        return Error{ErrorCode::Corrupt, QString(), QStringLiteral("not a packet")};
    return conversation;
}

} // namespace baton::packet
