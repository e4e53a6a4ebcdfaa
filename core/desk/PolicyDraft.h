#pragma once

#include "core/desk/Labels.h"
#include "core/desk/PolicyReplay.h"
#include "core/desk/PolicyTypes.h"
#include "core/policy/Policy.h"

namespace baton {

class ConversationJudge;

/// Pure parts of PolicyBoard.

PolicyLimits limitsOf(const policy::Policy &policy);
void setLimits(policy::Policy &policy, const PolicyLimits &limits);

/// Intents and rules as a draft has them, beside what holds. Without a judge no rule has examples.
void describe(PolicyState &state, const policy::Policy &live, const policy::Policy &draft,
              const Catalogue &catalogue, const ConversationJudge *judge);

/// All of a what-if but the simulated queue.
PolicyWhatIf whatIfOf(const PolicyHistory &history, const policy::Policy &live,
                      const policy::Policy &draft);
/// How often those from high on are right, by what people looked at.
void addLooked(PolicyWhatIf &whatIf, const SignalColumns &columns,
               const std::vector<PlacedLook> &looked, const policy::Policy &live,
               const policy::Policy &draft);
void addLoads(PolicyWhatIf &whatIf, const PolicyTrial &trial);

/// Of one record that changes route; without its row.
PolicyMove moveOf(const PolicyHistory &history, std::size_t at, const policy::Policy &live,
                  const policy::Policy &draft, const Catalogue &catalogue);

} // namespace baton
