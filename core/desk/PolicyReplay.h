#pragma once

#include "core/base/Result.h"
#include "core/policy/Policy.h"
#include "core/policy/Replay.h"

#include <functional>

namespace baton::store {
class Store;
}

namespace baton {

class ConversationJudge;

struct ReplayWindow
{
    Instant from;
    Instant to; ///< excluded
    bool operator==(const ReplayWindow &) const = default;
};

enum class Keep { No, Yes };

/// What was observed in the conversations that began in a window. What is not stored of this
/// judge's reader is read from the texts now, some thousands a second, imported history too, and
/// kept where that can be written. Blocking; goOn is asked with how many were read and answers
/// whether to go on. Not on a thread of the store. Errors: Cancelled, the store's.
Result<SignalColumns> signalsOf(store::Store &store, const ConversationJudge &judge,
                                ReplayWindow window, Keep keep,
                                const std::function<bool(qint64)> &goOn = {});

/// A policy held against another on the same conversations.
struct PolicyTrial
{
    policy::Comparison routes;
    policy::Load before;
    policy::Load after;
};

/// What does not change while a policy is drawn up: history, and how the policy that holds now
/// treats it. Immutable; any thread.
class PolicyHistory
{
public:
    PolicyHistory(SignalColumns columns, policy::Policy now, Catalogue catalogue);

    policy::Comparison compare(const policy::Policy &draft) const;
    /// With the queue simulated, which takes longer.
    PolicyTrial tryOut(const policy::Policy &draft) const;
    const SignalColumns &columns() const { return m_columns; }
    const std::vector<quint32> &rulesNow() const { return m_rules; }
    std::vector<quint32> rulesUnder(const policy::Policy &draft) const;

private:
    SignalColumns m_columns;
    policy::Policy m_now;
    Catalogue m_catalogue;
    std::vector<quint32> m_rules;
    policy::Staff m_staff;
    std::vector<quint32> m_handling;
    policy::Load m_load;
};

} // namespace baton
