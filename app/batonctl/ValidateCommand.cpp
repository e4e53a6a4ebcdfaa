#include "app/batonctl/Packets.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

Exit validate(Session &session)
{
    PacketCounts counts;
    const Exit exit = readPackets(session, u"The check"_s, counts, [](packet::Packet &) {});
    if (!counts.opened)
        return exit;
    const qint64 valid = counts.read - counts.rejected;
    if (session.output.isJson())
        session.output.json(
            {{"read", counts.read}, {"valid", valid}, {"rejected", counts.rejected}});
    else
        session.output.line(u"%L1 read: %L2 valid, %L3 rejected"_s.arg(counts.read)
                                .arg(valid)
                                .arg(counts.rejected));
    return exit;
}

} // namespace baton::ctl
