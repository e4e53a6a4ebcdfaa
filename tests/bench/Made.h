#pragma once

#include "core/packet/Packet.h"

/// Conversations that nobody had: the same for the same number, so that runs can be compared.
namespace baton::bench {

/// A waiting conversation with that many customer messages of about 200 bytes each.
Conversation madeConversation(int number, int messages);
/// The same as a packet that passed every check; its hash is over the line as it is.
packet::Packet madePacket(int number, int messages);

} // namespace baton::bench
