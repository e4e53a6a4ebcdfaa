#include "app/batonctl/Stores.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "core/desk/Kinship.h"
#include "core/desk/Measures.h"
#include "core/desk/Rebuild.h"
#include "core/desk/Settings.h"
#include "core/policy/Policy.h"
#include "core/sync/Reconcile.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

Agent agentOf(const Session &session)
{
    const auto settings = loadSettings(session.profile.settingsFile);
    if (settings && !settings->agent.id.isEmpty())
        return settings->agent;
    return accountHolder();
}

std::unique_ptr<store::Store> openStore(Session &session, store::Access access)
{
    const policy::Policy policy = policy::bundledPolicy();
    const store::Rules rules{&sync::reconcile,
                             [policy](const Conversation &c, const auto &judged) {
                                 return policy::place(c, policy, judged);
                             },
                             agentOf(session), kinshipBy(policy), measureBy(policy)};
    auto store = store::Store::open(session.profile.paths, access, rules, session.clock);
    if (store)
        return std::move(store).value();
    if (store.error().code == ErrorCode::NotFound)
        session.output.problem(
            u"Nothing is stored in %1 yet. Import something, or check --data-dir and --profile."_s
                .arg(session.profile.paths.data));
    else
        session.output.problem(words(store.error(), u"open the profile"_s));
    return nullptr;
}

Result<void> rebuildIfNew(Session &session, store::Store &store)
{
    const store::OpenReport &opened = store.openReport();
    if (!opened.cacheSetAside.isEmpty())
        session.output.problem(
            u"The cache was damaged (%1). It lies in %2 now and is being rebuilt."_s.arg(
                opened.cacheProblem, opened.cacheSetAside));
    if (!opened.cacheIsNew)
        return {};
    const auto report = rebuildFromImports(store, [&session](double fraction) {
        session.output.progress(u"Rebuilding from earlier imports"_s, fraction);
        return !Interrupt::isRequested();
    });
    if (!report)
        return report.error();
    for (const QString &file : report->damaged)
        session.output.problem(u"%1 is damaged and could not be read to its end."_s.arg(file));
    return {};
}

} // namespace baton::ctl
