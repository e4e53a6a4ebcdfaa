#pragma once

#include "core/desk/ReviewTypes.h"
#include "core/domain/PassageQuery.h"
#include "core/store/ReviewTypes.h"
#include "core/store/StoreTypes.h"

namespace baton {

class ConversationJudge;
class ReplyDrafter;

/// What a reviewer's copy is made of.
struct ReviewMaterial
{
    store::ConversationRecord record;
    store::ReviewRecord review;
    Scorecard card;
    int monitors = 0; ///< the version whose lots they draw
    AgentId me;
    std::shared_ptr<const ConversationJudge> judge; ///< null: nothing is read in it
    std::shared_ptr<const ReplyDrafter> drafter;    ///< null: nothing is checked
    QList<Passage> found; ///< of the knowledge, that a sentence may rest on besides
};

/// Where passages are to be sought; nothing without a judge. Pure; any thread.
PassageQuery passagesFor(const ReviewMaterial &material);
/// Everything, with what is hidden until the verdict; a few milliseconds. Pure; any thread.
ReviewSnapshot reviewCopy(const ReviewMaterial &material);
/// Without what is hidden.
ReviewSnapshot blind(ReviewSnapshot whole);

/// What a verdict comes to: the marks without the one on a planted error, which is counted apart.
Review reviewOf(const ReviewSnapshot &whole, const ReviewAnswer &answer);

} // namespace baton
