#pragma once

#include "core/signals/Features.h"
#include "core/signals/Lexicon.h"

#include <array>

/// What a message looks like to a model of moods. Pure; any thread.
namespace baton::signs {

/// Words, pairs of words and stretches of letters as in Features.h; words that a negation reaches
/// are others than those that none does, and signs and stops are words. Of the first longestRead
/// UTF-16 units, in no order.
std::vector<quint64> moodHashes(const Lexicon::Reading &reading);

/// What the lexicon and the way of writing say: valence, its strongest and last words, length,
/// capitals, calls, questions and the like, each about 0 … 1. text is what was read.
constexpr int moodShapes = 22;
std::array<float, moodShapes> moodShape(QStringView text, const Lexicon::Reading &reading);

} // namespace baton::signs
