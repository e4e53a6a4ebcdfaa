#pragma once

#include <QtCore/QStringView>

namespace baton::quality {

/// The least number of characters (UTF-16 units) put in, taken out or replaced that make b of a
/// (Levenshtein 1966). Pure; any thread. The units past 8,000 count as all different; a few
/// milliseconds for two replies.
qsizetype levenshtein(QStringView a, QStringView b);

/// That ÷ the longer length: 0 for the same, 1 for nothing in common; 0 for two empty texts
/// (DESIGN §7).
double editDistance(QStringView a, QStringView b);

} // namespace baton::quality
