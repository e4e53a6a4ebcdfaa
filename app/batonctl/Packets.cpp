#include "app/batonctl/Packets.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int progressEvery = 64; // lines: where the file stands is a system call

packet::Rejection tooLong()
{
    return {{},
            0,
            u"too-long"_s,
            {},
            u"more than that"_s,
            u"a line of at most %1 bytes"_s.arg(packet::maxLine)};
}

/// Reads to the end of the source; false where that did not work.
bool readOne(Session &session, Source &source, const packet::Reader &reader, PacketCounts &counts,
             const std::function<void(packet::Packet &)> &each)
{
    using Next = packet::LineSource::Next;
    const auto reject = [&](packet::Rejection rejection) {
        ++counts.rejected;
        rejection.file = source.name;
        rejection.line = source.lines->number();
        session.output.rejected(rejection);
    };
    for (;;) {
        if (Interrupt::isRequested())
            return false;
        if (counts.read % progressEvery == 0)
            session.output.progress(source.name, source.fraction());
        switch (source.lines->next()) {
        case Next::End:
            return true;
        case Next::Broken:
            session.output.problem(
                words(source.lines->error(), u"read %1 to its end"_s.arg(source.name)));
            return false;
        case Next::TooLong:
            ++counts.read;
            reject(tooLong());
            break;
        case Next::Line:
            ++counts.read;
            if (packet::Reading reading = reader.read(source.lines->line()))
                each(reading.packet());
            else
                reject(reading.rejection());
            break;
        }
    }
}

} // namespace

Exit readPackets(Session &session, const QString &doing, PacketCounts &counts,
                 const std::function<void(packet::Packet &)> &each)
{
    const Interrupt interrupt;
    auto sources = openSources(session);
    if (!sources)
        return Exit::CouldNot;
    counts.opened = true;
    const packet::Reader reader(packet::Reader::Hash::LeftOut);
    bool whole = true;
    for (Source &source : *sources)
        whole = readOne(session, source, reader, counts, each) && whole;
    if (Interrupt::isRequested())
        session.output.problem(u"%1 was cancelled."_s.arg(doing));
    if (!whole)
        return Exit::CouldNot;
    return counts.rejected > 0 ? Exit::DoneWithRejects : Exit::Done;
}

} // namespace baton::ctl
