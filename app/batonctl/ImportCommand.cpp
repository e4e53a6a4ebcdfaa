#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Sources.h"
#include "app/batonctl/Stores.h"
#include "app/batonctl/Totals.h"
#include "core/desk/Import.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

Result<void> take(Session &session, Importer &importer, store::Store &store, Source &source)
{
    auto archive = store::ImportArchive::create(store.paths().importsFolder());
    if (!archive)
        return archive.error();
    const auto read = importer.read(*source.lines, source.name, archive->get());
    // What is stored is kept even where the rest could not be read.
    if (const auto kept = (*archive)->finish(); !kept && read)
        return kept.error();
    if (!read && read.error().code != ErrorCode::Cancelled)
        session.output.problem(words(read.error(), u"import %1 to its end"_s.arg(source.name)));
    return read;
}

} // namespace

Exit importPackets(Session &session)
{
    const Interrupt interrupt;
    auto sources = openSources(session);
    if (!sources)
        return Exit::CouldNot;
    const auto store = openStore(session, store::Access::ReadWrite);
    if (!store)
        return Exit::CouldNot;
    if (const auto begun = awaited(store->beginBulk()); !begun) {
        session.output.problem(words(begun.error(), u"begin the import"_s));
        return Exit::CouldNot;
    }

    Source *current = nullptr;
    Importer importer(
        *store,
        {[&session](const packet::Rejection &rejection) { session.output.rejected(rejection); },
         [&session, &current] {
             session.output.progress(current->name, current->fraction());
             return !Interrupt::isRequested();
         }});
    bool whole = true;
    if (const auto rebuilt = rebuildIfNew(session, *store); !rebuilt) {
        session.output.problem(words(rebuilt.error(), u"rebuild from earlier imports"_s));
        whole = false;
    }
    for (Source &source : *sources) {
        if (Interrupt::isRequested())
            break;
        current = &source;
        whole = take(session, importer, *store, source).has_value() && whole;
    }
    session.output.progress(u"Indexing for search"_s, 1);
    if (const auto finished = awaited(store->finishBulk()); !finished) {
        session.output.problem(words(finished.error(), u"fill the search index"_s));
        whole = false;
    }
    session.output.endProgress();
    tell(session, importer.totals());
    if (Interrupt::isRequested())
        session.output.problem(u"The import was cancelled. What came before that is stored."_s);
    if (!whole || Interrupt::isRequested())
        return Exit::CouldNot;
    return importer.totals().rejected > 0 ? Exit::DoneWithRejects : Exit::Done;
}

} // namespace baton::ctl
