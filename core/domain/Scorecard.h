#pragma once

#include "core/domain/Review.h"

#include <QtCore/QByteArray>

/// The versions of what reviewers answer. Plain values.
namespace baton {

constexpr qsizetype mostCriteria = 20;
constexpr double heaviestCriterion = 100;

/// Why a scorecard cannot be saved.
enum class CardFault {
    NoCriteria,
    TooMany, ///< more than mostCriteria
    NoTitle,
    LongTitle, ///< above longestTitle, or the hint
    SameTitle, ///< as another's
    Weight     ///< not above 0 and up to heaviestCriterion
};
struct CardFlaw
{
    CardFault fault = CardFault::NoCriteria;
    int criterion = -1; ///< from 0; -1: the card as a whole
    bool operator==(const CardFlaw &) const = default;
};

struct ScorecardVersion
{
    int version = 0;
    Person author;
    Instant at;
    QByteArray file; ///< baton-scorecard/1
    bool operator==(const ScorecardVersion &) const = default;
};

} // namespace baton
