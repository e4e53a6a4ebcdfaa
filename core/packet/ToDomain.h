#pragma once

#include "core/packet/JsonDocument.h"

namespace baton::packet {

/// The domain value of a document that fits the schema. Checks what a schema cannot say: times,
/// durations, ids, the length of texts. Where the document does not fit, values are empty or it is
/// refused; it is never undefined.
std::optional<Rejection> toDomain(const JsonDocument &document, Conversation &conversation);

/// An order as producers write them: the first of several common names that holds something usable.
Order toOrder(const Json &order);

} // namespace baton::packet
