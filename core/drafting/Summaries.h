#pragma once

#include "core/domain/HandoffCard.h"
#include "core/domain/Summary.h"

namespace baton::drafting {

constexpr qsizetype mostSummaryActions = 8;

/// From the card and the messages alone: need, expectation and next step as the card has them, and
/// what bot and colleagues tried, promised and said that they did, the newest last, at most
/// mostSummaryActions. Takes sentences as they stand. Pure; linear in the messages.
Summary summaryOf(const Conversation &conversation, const HandoffCard &card);
/// What is so whoever sums it up: state, last message, whether it waits for us.
void addStatus(Summary &summary, const Conversation &conversation);

} // namespace baton::drafting
