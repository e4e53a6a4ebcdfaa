#include "app/batonctl/Command.h"
#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Sources.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

struct Counts
{
    qint64 read = 0;
    qint64 rejected = 0;
};

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
bool check(Session &session, Source &source, const packet::Reader &reader, Counts &counts)
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
            if (packet::Reading reading = reader.read(source.lines->line()); !reading)
                reject(reading.rejection());
            break;
        }
    }
}

} // namespace

Exit validate(Session &session)
{
    const Interrupt interrupt;
    auto sources = openSources(session);
    if (!sources)
        return Exit::CouldNot;
    const packet::Reader reader;
    Counts counts;
    bool whole = true;
    for (Source &source : *sources)
        whole = check(session, source, reader, counts) && whole;

    const qint64 valid = counts.read - counts.rejected;
    if (session.output.isJson())
        session.output.json(
            {{"read", counts.read}, {"valid", valid}, {"rejected", counts.rejected}});
    else
        session.output.line(u"%L1 read: %L2 valid, %L3 rejected"_s.arg(counts.read)
                                .arg(valid)
                                .arg(counts.rejected));
    if (Interrupt::isRequested())
        session.output.problem(u"The check was cancelled."_s);
    if (!whole)
        return Exit::CouldNot;
    return counts.rejected > 0 ? Exit::DoneWithRejects : Exit::Done;
}

} // namespace baton::ctl
