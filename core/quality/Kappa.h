#pragma once

#include "core/domain/Review.h"

namespace baton::quality {

/// Two verdicts on one conversation, by two people.
using VerdictPair = std::pair<Verdict, Verdict>;

/// Cohen's kappa, and its standard error by the formula of the same paper: sqrt(po (1 − po) ÷
/// (n (1 − pe)²)). (J. Cohen, "A coefficient of agreement for nominal scales", Educational and
/// Psychological Measurement 20, 1960, 37–46.) Pure.
Agreement agreementOf(const QList<VerdictPair> &pairs);

} // namespace baton::quality
