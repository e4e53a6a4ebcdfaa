#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Stores.h"

#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

constexpr int pageLines = 32; // a line may be 8 MiB

/// Calls write(line with its end) for every stored packet, in the order in which they came.
template <class Write>
Result<qint64> eachLine(store::Store &store, Write write)
{
    qint64 lines = 0;
    for (qint64 after = 0;;) {
        const auto page = wait(store.exportLines(after, pageLines));
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
    const QString &path = session.options.output;
    if (path.isEmpty() || path == "-"_L1) {
        const auto lines = eachLine(*store, [&session](const QByteArray &line) -> Result<void> {
            session.output.bytes(line);
            return {};
        });
        if (lines)
            return Exit::Done;
        session.output.problem(words(lines.error(), u"export everything"_s));
        return Exit::CouldNot;
    }

    QSaveFile file(path);
    const auto refused = [&file] {
        return Error{ErrorCode::Io, file.fileName(), file.errorString()};
    };
    Result<qint64> lines = refused();
    if (file.open(QIODevice::WriteOnly))
        lines = eachLine(*store, [&](const QByteArray &line) -> Result<void> {
            if (file.write(line) == line.size())
                return {};
            return refused();
        });
    if (lines && !file.commit())
        lines = refused();
    if (!lines) {
        session.output.problem(words(lines.error(), u"export to %1"_s.arg(path)));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json({{"exported", *lines}});
    else
        session.output.line(u"%L1 exported"_s.arg(*lines));
    return Exit::Done;
}

} // namespace baton::ctl
