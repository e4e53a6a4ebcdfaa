#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "core/sync/demo/DemoUpstream.h"

#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int pageLines = 512;

/// Calls write(line with its end) for each packet that a desk would have pulled by then.
template <class Write>
Result<qint64> eachPacket(Session &session, Write write)
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
    const QString &path = session.options.output;
    if (path.isEmpty() || path == "-"_L1) {
        const auto lines = eachPacket(session, [&](const QByteArray &line) -> Result<void> {
            session.output.bytes(line);
            return {};
        });
        if (lines)
            return Exit::Done;
        session.output.problem(words(lines.error(), u"invent conversations"_s));
        return Exit::CouldNot;
    }
    QSaveFile file(path);
    const auto refused = [&file] {
        return Error{ErrorCode::Io, file.fileName(), file.errorString()};
    };
    Result<qint64> lines = refused();
    if (file.open(QIODevice::WriteOnly))
        lines = eachPacket(session, [&](const QByteArray &line) -> Result<void> {
            if (file.write(line) == line.size())
                return {};
            return refused();
        });
    if (lines && !file.commit())
        lines = refused();
    if (!lines) {
        session.output.problem(words(lines.error(), u"write to %1"_s.arg(path)));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json({{"written", *lines}});
    else
        session.output.line(u"%L1 written"_s.arg(*lines));
    return Exit::Done;
}

} // namespace baton::ctl
