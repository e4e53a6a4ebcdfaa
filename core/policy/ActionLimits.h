#pragma once

#include "core/domain/Conversation.h"

namespace baton::policy {

/// What an agent may have a live system do alone.
struct ActionLimit
{
    QString action;            ///< as live-systems.json names it
    QList<Money> approveAbove; ///< more than this needs a lead; one a currency
    bool lead = false;         ///< always needs one
    bool operator==(const ActionLimit &) const = default;
};

enum class Approver { Agent, Lead };

/// Money without a limit in its currency needs a lead; what moves none, and is not named, does not.
Approver approverOf(const QList<ActionLimit> &limits, const QString &action,
                    const std::optional<Money> &amount);
/// The limit that counts for such an amount, where there is one.
std::optional<Money> limitFor(const QList<ActionLimit> &limits, const QString &action,
                              const QString &currency);

} // namespace baton::policy
