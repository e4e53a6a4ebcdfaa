#pragma once

#include "core/domain/Fact.h"

namespace baton::facts {

/// Sentences of a customer's message that say what they tried, in English, German or Spanish:
/// "I have tried …", "I already restarted …", and "I restarted … it did not help". What worked is
/// none.
QList<Fact> triedIn(const Message &message, const QByteArray &plain);

} // namespace baton::facts
