#pragma once

#include "core/domain/PassageQuery.h"
#include "core/domain/Signal.h"

namespace baton::knowledge {

using Query = PassageQuery;

/// What a person who answers this conversation would look up. Four kinds of words, each a part:
/// the need (handoff need, else subject) at weight 1; the customer's last three public messages at
/// 1, 0.6 and 0.36, the newest first; the products that the customer named last, two at most, at
/// 0.5; the intent's name, in words, at 2, so that something is found
/// for a customer whose language the documents do not speak. Documents that name the intent in
/// their head score PassageQuery::intentFactor times as high. No filter is set: who may read a
/// passage is on it, and the caller's to decide. Words are as searchWords() leaves them.
Query queryFor(const Conversation &conversation, const Signals &signs);

/// A text as a document may word it: an order's number, an address, a phone, a card and an IBAN
/// become the word for what they are, amounts, dates, times and long numbers are left out.
QString searchWords(const QString &text, const QList<Order> &orders = {});

} // namespace baton::knowledge
