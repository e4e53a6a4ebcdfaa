#pragma once

#include "core/domain/Contact.h"

namespace baton::store {

/// Histograms of each Spread, as they lie in the cache: entries of seven bytes, little end first:
/// the spread (1), the bin (2), how many (4), by spread and bin. What does not read so is no
/// histogram.
using Spreads = std::map<std::pair<Spread, int>, qint64>;
QByteArray packed(const Spreads &spreads); ///< without those that are none
void addPacked(Spreads &spreads, const QByteArray &bytes);

} // namespace baton::store
