#include "core/policy/Policy.h"

#include <algorithm>

namespace baton::policy {

bool staysHere(const Conversation &conversation, const Judged &judged, const Policy &policy)
{
    const StaysHere &stays = policy.staysHere;
    const auto flagged = [&](const QString &flag) {
        return conversation.handoff && conversation.handoff->riskFlags.contains(flag);
    };
    return stays.queues.contains(conversation.queue)
        || stays.intents.contains(judged.signs.intent.name)
        || std::any_of(stays.riskFlags.begin(), stays.riskFlags.end(), flagged)
        || std::any_of(judged.decision.triggers.begin(), judged.decision.triggers.end(),
                       [&](const Trigger &held) { return stays.rules.contains(held.rule); });
}

std::optional<ApprovalNeed> needsApproval(const Agent &agent, const QString &intent,
                                          const Policy &policy)
{
    if (agent.role == Role::Lead)
        return {};
    if (policy.approval.agents.contains(agent.id))
        return ApprovalNeed{ApprovalNeed::Why::Agent, {}};
    if (!intent.isEmpty() && policy.approval.intents.contains(intent))
        return ApprovalNeed{ApprovalNeed::Why::Intent, intent};
    return {};
}

} // namespace baton::policy
