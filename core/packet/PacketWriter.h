#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

namespace baton::packet {

/// One baton-handoff/1 line (without the line end) that carries all that the domain value does:
/// reading it gives the value back. Members that hold nothing are left out. Withdrawn messages are
/// not part of a packet and not written. What the reader would refuse (an empty id, a text beyond
/// maxText …) is the caller's to avoid.
QByteArray write(const Conversation &conversation);

} // namespace baton::packet
