#pragma once

#include "core/domain/Review.h"

namespace baton::quality {

/// A share of changed words from which on a draft was rewritten (DESIGN §7).
constexpr double rewrittenFrom = 0.4;

/// What became of a draft that a reply went out with. used: the agent put it into the field; where
/// not, the words tell: a reply that shares too few of them was written without it. The people and
/// times are the caller's. Pure; any thread.
enum class Began { WithTheDraft, Unknown };
DraftUse useOf(const QString &suggested, const QString &sent, Began began);

/// Of a draft that was thrown away.
DraftUse discarded(const QString &suggested, const QString &why);

} // namespace baton::quality
