#pragma once

#include "core/signals/Features.h"

#include <QtCore/QStringView>

namespace baton::knowledge {

/// What a text is about, to a ranker: stems of words (Porter 1980, by libstemmer, as in the search
/// index) and their pairs, and stretches of 3 to 5 letters within the words that are no function
/// words. The stretches carry what stems do not: compounds, other languages, misspellings. Pure;
/// any thread. Each feature once, by hash.
std::vector<signs::Feature> subjectWords(QStringView text);

constexpr qsizetype longestSubject = 20'000; ///< UTF-16 units of a text that are looked at

} // namespace baton::knowledge
