#pragma once

#include "core/facts/Figures.h"

namespace baton::drafting {

using facts::Figure;
using facts::figuresIn;
using facts::longestText;
using facts::matches;
using facts::Written;

constexpr qsizetype longestQuote = 240; ///< UTF-16 units of what a sentence rests on

} // namespace baton::drafting
