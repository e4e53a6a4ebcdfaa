#pragma once

#include "core/domain/Fact.h"

#include <functional>

namespace baton::facts {

constexpr qsizetype mostFacts = 1'000; ///< of a conversation; what follows is left out

/// What a conversation says that has to be exact: of the packet's fields, then of every present
/// message by time and by place in it. Days are read from the message's time in the customer's zone
/// (UTC where the packet names none), "03/04" by the locale. A bare number that answers a question
/// is what was asked for. At most Figures.h's longestText of each message. Pure; any thread.
QList<Fact> factsOf(const Conversation &conversation);

/// Those of one kind.
QList<Fact> ofKind(const QList<Fact> &facts, FactKind kind);
/// The last one that the customer said, else what the packet holds, of those that hold; null where
/// there is none.
const Fact *given(const QList<Fact> &facts, FactKind kind,
                  const std::function<bool(const Fact &)> &holds = {});

} // namespace baton::facts
