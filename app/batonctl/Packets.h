#pragma once

#include "app/batonctl/Sources.h"

#include <functional>

namespace baton::ctl {

struct PacketCounts
{
    qint64 read = 0;
    qint64 rejected = 0;
    bool opened = false; ///< all operands could be opened
};

/// Reads every packet of every operand; what is rejected is told and counted. Anything but Done or
/// DoneWithRejects has been told too. doing says what was cancelled: "The check".
Exit readPackets(Session &session, const QString &doing, PacketCounts &counts,
                 const std::function<void(packet::Packet &)> &each);

} // namespace baton::ctl
