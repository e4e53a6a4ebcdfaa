#pragma once

#include "Batonctl.h"

#include "core/desk/Profile.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"

namespace baton::tests {

/// As import and knowledge add end with --json.
inline nlohmann::json totals(int read, int added, int updated, int unchanged, int rejected)
{
    return {{"read", read},
            {"added", added},
            {"updated", updated},
            {"unchanged", unchanged},
            {"rejected", rejected}};
}

/// A second process's hand on the same profile.
inline std::unique_ptr<store::Store> openHere(const Desk &desk)
{
    static const SystemClock clock;
    const store::Rules rules{
        &sync::reconcile,
        [](const Conversation &c, const auto &judged) {
            return policy::place(c, policy::bundledPolicy(), judged);
        },
        {AgentId(QStringLiteral("imke")), QStringLiteral("Imke"), Role::Agent}};
    auto store = store::Store::open(profileFor(desk.dataDir(), QStringLiteral("default")).paths,
                                    store::Access::ReadWrite, rules, clock);
    if (!store)
        qFatal("cannot open the store: %s", qPrintable(store.error().detail));
    return std::move(store).value();
}

} // namespace baton::tests
