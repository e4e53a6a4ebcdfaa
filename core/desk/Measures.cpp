#include "core/desk/Measures.h"

#include "core/quality/ContactFacts.h"
#include "core/quality/Metrics.h"

#include <algorithm>

namespace baton {

namespace {

bool firstReplyIsLate(const Conversation &conversation, const policy::Policy &policy,
                      const std::optional<JudgedLine> &judged)
{
    const auto &messages = conversation.messages;
    const auto first = std::find_if(messages.cbegin(), messages.cend(), &quality::isReply);
    if (first == messages.cend() || !conversation.handedOffAt)
        return false;
    Conversation until = conversation;
    until.messages = messages.sliced(0, first - messages.cbegin() + 1);
    const auto replies
        = policy::repliesSince(first->at, AgentId(first->author.id), until, policy, judged);
    return !replies.isEmpty() && replies.last().late;
}

} // namespace

store::Measure measureBy(const policy::Policy &policy)
{
    store::Measure measure;
    measure.windowMs = quality::recontactWindowMs;
    measure.facts = [policy](const Conversation &conversation, const store::MeasuredBy &by) {
        return quality::factsOf(conversation,
                                {by.judged, by.endedAt, by.passedOn,
                                 firstReplyIsLate(conversation, policy, by.judged), by.drafts});
    };
    measure.drafts = &quality::setDrafts;
    measure.counts = &quality::countsOf;
    return measure;
}

} // namespace baton
