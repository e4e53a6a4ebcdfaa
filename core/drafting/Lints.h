#pragma once

#include "core/drafting/Sources.h"

namespace baton::drafting {

/// What is wrong with a checked draft beside its sources (DESIGN §6), by sentence. Pure.
///
/// - AsksForGiven: a question for something that the conversation's facts hold (core/facts), said
///   by the customer or on file; a day or an amount only where both speak of the same matter.
/// - RepeatsFailedStep: advice that shares most of its words, or a figure and some of them, with a
///   step that failed, or with what the customer says they tried.
/// - ContradictsPromise: a sentence about what bot or agent promised, with another day or amount, a
///   span that ends later, or a refusal.
/// - WrongName: a greeting by a name that is not the customer's.
/// - MaskLeft: "[EMAIL_1]", "{order.id}".
QList<Lint> lintsOf(const Draft &draft, const Grounds &grounds);

} // namespace baton::drafting
