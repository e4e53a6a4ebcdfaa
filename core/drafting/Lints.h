#pragma once

#include "core/drafting/Sources.h"

namespace baton::drafting {

/// What is wrong with a checked draft beside its sources (DESIGN §6), by sentence. Pure.
///
/// - AsksForGiven: a question for an order, return, payment or gift card number, an address, a
///   phone number or a picture that the customer's messages or the packet hold.
/// - RepeatsFailedStep: advice that shares most of its words, or a figure and some of them, with a
///   step that failed.
/// - ContradictsPromise: a sentence about what was promised, with another day or amount.
/// - WrongName: a greeting by a name that is not the customer's.
/// - MaskLeft: "[EMAIL_1]", "{order.id}".
QList<Lint> lintsOf(const Draft &draft, const Grounds &grounds);

} // namespace baton::drafting
