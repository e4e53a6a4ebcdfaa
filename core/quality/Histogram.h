#pragma once

#include "core/domain/Contact.h"

/// Histograms that can be added up in any order, and what they say of quantiles.
///
/// Times fall into bins whose ends are a tenth apart, so that a quantile is told with a relative
/// error of at most 4.8 %, (γ − 1) ÷ (γ + 1) with γ = 1.1; below a second it is told as 0. (C.
/// Masson, J. E. Rim, H. K. Lee, "DDSketch", Proceedings of the VLDB Endowment 12, 2019,
/// 2195–2205.) Edit distances fall into per cents: an error of at most half of one.
namespace baton::quality {

int binOf(Spread spread, qint64 value); ///< ms; of a distance per cent; ≥ 0
double valueOf(Spread spread, int bin); ///< ms; of a distance 0 … 1

/// The value that a share q of all do not exceed, 0 < q ≤ 1; absent of nothing.
std::optional<double> quantile(Spread spread, const Histogram &histogram, double q);

} // namespace baton::quality
