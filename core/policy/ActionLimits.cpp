#include "core/policy/ActionLimits.h"

#include <algorithm>

namespace baton::policy {

namespace {

const ActionLimit *limitNamed(const QList<ActionLimit> &limits, const QString &action)
{
    const auto at = std::find_if(limits.begin(), limits.end(), [&action](const ActionLimit &one) {
        return one.action == action;
    });
    return at == limits.end() ? nullptr : &*at;
}

} // namespace

std::optional<Money> limitFor(const QList<ActionLimit> &limits, const QString &action,
                              const QString &currency)
{
    const ActionLimit *limit = limitNamed(limits, action);
    if (!limit)
        return {};
    for (const Money &one : limit->approveAbove) {
        if (one.currency == currency)
            return one;
    }
    return {};
}

Approver approverOf(const QList<ActionLimit> &limits, const QString &action,
                    const std::optional<Money> &amount)
{
    const ActionLimit *limit = limitNamed(limits, action);
    if (limit && limit->lead)
        return Approver::Lead;
    if (!amount)
        return Approver::Agent;
    const std::optional<Money> most = limitFor(limits, action, amount->currency);
    return most && amount->amount <= most->amount ? Approver::Agent : Approver::Lead;
}

} // namespace baton::policy
