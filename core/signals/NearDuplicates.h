#pragma once

#include "core/domain/Arrival.h"
#include "core/domain/Conversation.h"

/// Customers who write nearly the same: resemblance of sets of word shingles, estimated from their
/// smallest hashes, and found by bands of MinHash values (A. Broder, "On the resemblance and
/// containment of documents", 1997; J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive
/// Datasets", chapter 3). Names, numbers and words that only hold a sentence together do not count.
/// Pure, the same on every machine; any thread.
namespace baton::signs {

/// The customer's public messages from the first on, until enough is said.
Sketch sketchOf(const Conversation &conversation);
Sketch sketchOf(QStringView text, const QString &customerName = {});

/// 0 … 1, of the words of two sketches: exact for texts of some thirty words that count, estimated
/// beyond.
double likeness(const QByteArray &a, const QByteArray &b);
/// From here on two texts say the same in nearly the same words (NearDuplicatesTest).
constexpr double nearlyTheSame = 0.6;
/// Where the same intent was read in both.
constexpr double nearlyTheSameOfIntent = 0.5;

} // namespace baton::signs
