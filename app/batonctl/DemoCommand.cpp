#include "app/batonctl/LineOutput.h"
#include "core/sync/demo/DemoUpstream.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int pageLines = 512;

/// Calls write(line with its end) for each packet that a desk would have pulled by then.
Result<qint64> eachPacket(Session &session, const WriteLine &write)
{
    const Options &options = session.options;
    const SystemClock steady;
    sync::DemoClock clock(sync::DemoUpstream::startsAt(), steady, sync::Playing::No);
    clock.jumpTo(options.until.value_or(sync::DemoUpstream::startsAt()));
    sync::DemoControl control(clock, sync::DemoUpstream::scenes());
    sync::DemoUpstream upstream({options.seed,
                                 {u"ines"_s, u"Ines Okafor"_s},
                                 options.history ? sync::Past::SixMonths : sync::Past::None},
                                clock, control);
    qint64 lines = 0;
    sync::Cursor cursor;
    for (bool more = true; more;) {
        const auto delta = upstream.pull(cursor, pageLines);
        if (!delta)
            return delta.error();
        for (const store::Incoming &incoming : delta->packets) {
            if (const Result<void> written = write(incoming.packet.line + '\n'); !written)
                return written.error();
            ++lines;
        }
        cursor = delta->next;
        more = delta->more;
        if (more)
            session.output.progress(u"Inventing"_s, delta->progress);
    }
    session.output.endProgress();
    return lines;
}

} // namespace

Exit demo(Session &session)
{
    return putLines(session,
                    {u"invent conversations"_s, u"write to %1"_s, u"%L1 written"_s, "written"},
                    [&session](const WriteLine &write) { return eachPacket(session, write); });
}

} // namespace baton::ctl
