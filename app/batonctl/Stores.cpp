#include "app/batonctl/Stores.h"

#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/Interrupt.h"
#include "core/desk/Kinship.h"
#include "core/desk/Measures.h"
#include "core/desk/Rebuild.h"
#include "core/desk/Settings.h"
#include "core/policy/Versions.h"
#include "core/sync/Reconcile.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::ctl {

Agent agentOf(const Session &session)
{
    const auto settings = loadSettings(session.profile.settingsFile);
    if (settings && !settings->agent.id.isEmpty())
        return settings->agent;
    return accountHolder();
}

QByteArray policyFileOf(Session &session)
{
    const auto newest = store::Store::newestPolicy(session.profile.paths);
    if (!newest) {
        session.output.problem(words(newest.error(), u"read the policy"_s));
        return {};
    }
    return *newest ? (*newest)->file : policy::bundledPolicyFile();
}

std::optional<policy::Policy> policyOf(Session &session)
{
    const QByteArray file = policyFileOf(session);
    if (file.isNull())
        return {};
    auto policy = policy::readPolicy(file);
    if (policy)
        return std::move(policy).value();
    session.output.problem(u"The published policy does not read: %1"_s.arg(policy.error().detail));
    return {};
}

namespace {

std::unique_ptr<store::Store> tryStore(Session &session, store::Access access, Error &problem)
{
    const std::optional<policy::Policy> published = policyOf(session);
    const policy::Policy policy = published.value_or(policy::bundledPolicy());
    const store::Rules rules{&sync::reconcile,
                             [policy](const Conversation &c, const auto &judged) {
                                 return policy::place(c, policy, judged);
                             },
                             agentOf(session), kinshipBy(policy), measureBy(policy)};
    auto store = store::Store::open(session.profile.paths, access, rules, session.clock);
    if (store)
        return std::move(store).value();
    problem = store.error();
    return nullptr;
}

void tellProblem(Session &session, const Error &problem)
{
    if (problem.code == ErrorCode::NotFound)
        session.output.problem(
            u"Nothing is stored in %1 yet. Import something, or check --data-dir and --profile."_s
                .arg(session.profile.paths.data));
    else
        session.output.problem(words(problem, u"open the profile"_s));
}

} // namespace

std::unique_ptr<store::Store> openStore(Session &session, store::Access access)
{
    Error problem;
    auto store = tryStore(session, access, problem);
    if (!store)
        tellProblem(session, problem);
    return store;
}

std::unique_ptr<store::Store> openStoreAsItCan(Session &session, store::Access &access)
{
    Error problem;
    const bool isThere = QFile::exists(session.profile.paths.deskFile());
    access = isThere ? store::Access::ReadWrite : store::Access::ReadOnly;
    auto store = tryStore(session, access, problem);
    if (!store && problem.code == ErrorCode::Locked) {
        access = store::Access::ReadOnly;
        store = tryStore(session, access, problem);
    }
    if (!store)
        tellProblem(session, problem);
    return store;
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
