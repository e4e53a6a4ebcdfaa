#include "../packet/Mutator.h"
#include "core/packet/Packet.h"
#include "core/packet/PacketWriter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

using namespace baton;

namespace {

/// Stops with a name that stands in the report.
void require(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void checkRefusal(const packet::Rejection &rejection)
{
    require(!rejection.code.isEmpty(), "a refusal without a code");
    require(!rejection.found.isEmpty() && rejection.found.size() <= 80,
            "found is empty or too long");
    require(!rejection.expected.isEmpty(), "a refusal that does not say what was expected");
    require(rejection.expected != QStringLiteral("a baton-handoff/1 packet"),
            "the place of a breach is not found");
    require(!rejection.toString().contains(u'\n'), "a refusal of more than one line");
}

void checkAcceptance(const packet::Reader &reader, const packet::Packet &packet,
                     const QByteArray &line)
{
    const auto independent = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    require(!independent.is_discarded(), "accepted what is no JSON");
    require(nlohmann::json::parse(packet.line.begin(), packet.line.end()) == independent,
            "the kept line differs");

    const auto trusted = packet::parseTrusted(packet.line);
    require(trusted && *trusted == packet.conversation, "trusted reading differs");
    packet::Reading again = reader.read(packet::write(packet.conversation));
    require(bool(again), "what was written is refused");
    require(again.packet().conversation == packet.conversation,
            "what was written reads differently");
    for (const Message &message : packet.conversation.messages)
        require(!message.id.isEmpty(), "a message without an id");
}

const packet::Reader &theReader()
{
    static const packet::Reader reader;
    return reader;
}

} // namespace

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

/// Half of the packets that are accepted are changed as JSON: bytes alone seldom leave it JSON.
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned seed)
{
    const QByteArray line(reinterpret_cast<const char *>(data), qsizetype(size));
    if (seed % 2 == 0 || !theReader().read(line))
        return LLVMFuzzerMutate(data, size, maxSize);
    Random random(seed);
    const QByteArray mutant = Mutator(random).mutate(line);
    const size_t length = std::min(maxSize, size_t(mutant.size()));
    std::copy_n(mutant.begin(), length, reinterpret_cast<char *>(data));
    return length;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const packet::Reader &reader = theReader();
    const QByteArray line(reinterpret_cast<const char *>(data), qsizetype(size));
    packet::Reading reading = reader.read(line);
    if (reading)
        checkAcceptance(reader, reading.packet(), line);
    else
        checkRefusal(reading.rejection());
    return 0;
}
