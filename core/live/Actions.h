#pragma once

#include "core/live/Answer.h"

namespace baton::live {

/// Those whose arguments are known, in declared order; an amount begins as the order's total.
QList<ActionOffer> offersFor(const Declarations &declarations, const Known &known,
                             const Conversation &conversation);

/// An action as it would be sent, with a new key; asked, askedAt and conversation are the caller's.
/// Errors: those of callFor(); NotFound: no such action; InvalidArgument: no amount where one is
/// wanted, or one that is not above 0.
Result<ActionRequest> requestFor(const Declarations &declarations, const QString &name,
                                 const Known &known, const std::optional<Money> &amount);

/// What is sent of a request that was kept: exactly it, but only where its system is still declared
/// and still lies where the address leads, for the secret goes along. Errors: Refused.
Result<Call> callOf(const ActionRequest &request, const Declarations &declarations);

/// Reads the answer to an action as that to a look-up is read.
Result<Answer> answerOf(const ActionRequest &request, const Declarations &declarations,
                        const Reply &reply);

/// Of one that was done, for drafts: compact JSON of what was done, to what, and what was answered.
QString evidenceOf(const ActionEntry &entry);

} // namespace baton::live
