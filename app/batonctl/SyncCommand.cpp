#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "app/batonctl/Stores.h"
#include "core/sync/SyncRound.h"
#include "core/sync/folder/FolderUpstream.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

void tell(Session &session, const sync::RoundReport &report)
{
    if (session.output.isJson()) {
        session.output.json({{"pulled", report.pulled},
                             {"added", report.added},
                             {"updated", report.updated},
                             {"unchanged", report.unchanged},
                             {"rejected", report.rejected},
                             {"pushed", report.pushed},
                             {"held", report.held},
                             {"refused", report.refused}});
        return;
    }
    session.output.line(
        u"%L1 pulled: %L2 added, %L3 updated, %L4 unchanged, %L5 rejected"_s.arg(report.pulled)
            .arg(report.added)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.rejected));
    session.output.line(u"%L1 pushed, %L2 held for a look, %L3 refused"_s.arg(report.pushed)
                            .arg(report.held)
                            .arg(report.refused));
}

} // namespace

Exit syncOnce(Session &session)
{
    if (!session.options.once || session.options.folder.isEmpty()) {
        session.output.problem(u"sync needs --once and --folder DIR."_s);
        return Exit::Usage;
    }
    const Interrupt interrupt;
    const auto store = openStore(session, store::Access::ReadWrite);
    if (!store)
        return Exit::CouldNot;
    const QString folder = QFileInfo(session.options.folder).absoluteFilePath();
    auto upstream = sync::FolderUpstream::open(folder, agentOf(session), store->attachments());
    if (!upstream) {
        session.output.problem(words(upstream.error(), u"open the folder"_s));
        return Exit::CouldNot;
    }
    if (const auto rebuilt = rebuildIfNew(session, *store); !rebuilt)
        session.output.problem(words(rebuilt.error(), u"rebuild from earlier imports"_s));

    const sync::RoundHooks hooks{
        .progress = [&](double fraction) { session.output.progress(u"Pulling"_s, fraction); },
        .cancelled = &Interrupt::isRequested,
        .rejected = [&](const packet::Rejection &rejection) { session.output.rejected(rejection); },
        .held = {}};
    const sync::RoundReport report
        = sync::SyncRound(*store, **upstream, session.clock, hooks).run();
    session.output.endProgress();
    tell(session, report);
    if (report.error) {
        session.output.problem(words(*report.error, u"finish the round"_s));
        return Exit::CouldNot;
    }
    return report.rejected > 0 || report.refused > 0 ? Exit::DoneWithRejects : Exit::Done;
}

} // namespace baton::ctl
