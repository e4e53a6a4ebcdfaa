#pragma once

#include "core/domain/Contact.h"
#include "core/domain/Judged.h"
#include "core/domain/Review.h"

namespace baton::quality {

/// What is known of a contact beside its messages.
struct BesideContact
{
    std::optional<JudgedLine> judged;
    std::optional<Instant> endedAt; ///< absent while it is open
    int closes = 0;                 ///< by this desk's agent
    bool passedOn = false;          ///< somebody gave it to another queue
    bool firstReplyLate = false;    ///< after its deadline
    QList<DraftUse> drafts;         ///< of the conversation; texts are not read
};

/// What quality counts of one conversation. Pure; any thread.
ContactFacts factsOf(const Conversation &conversation, const BesideContact &beside);

/// Only the drafts of it.
void setDrafts(ContactFacts &facts, const QList<DraftUse> &drafts);

/// A public message by a person that the customer has, or will have once the outbox has run.
bool isReply(const Message &message);

} // namespace baton::quality
