#include "app/batonctl/LineOutput.h"
#include "app/batonctl/Stores.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int exportedAtOnce = 32; // a line may be 8 MiB

/// Calls write(line with its end) for every stored packet, in the order in which they came.
Result<qint64> eachLine(store::Store &store, const WriteLine &write)
{
    qint64 lines = 0;
    for (qint64 after = 0;;) {
        const auto page = awaited(store.exportLines(after, exportedAtOnce));
        if (!page)
            return page.error();
        for (const store::ExportLine &entry : page->lines) {
            if (const Result<void> written = write(entry.line + '\n'); !written)
                return written.error();
            after = entry.row;
            ++lines;
        }
        if (page->last)
            return lines;
    }
}

} // namespace

Exit exportPackets(Session &session)
{
    const auto store = openStore(session, store::Access::ReadOnly);
    if (!store)
        return Exit::CouldNot;
    return putLines(session,
                    {u"export everything"_s, u"export to %1"_s, u"%L1 exported"_s, "exported"},
                    [&store](const WriteLine &write) { return eachLine(*store, write); });
}

} // namespace baton::ctl
