#pragma once

#include "core/domain/Teaching.h"
#include "core/quality/Intervals.h"

#include <algorithm>
#include <array>
#include <optional>

/// How often what was read stood, by how sure the reading was: a reliability curve (M. H. DeGroot,
/// S. E. Fienberg, "The comparison and evaluation of forecasters", The Statistician 32, 1983,
/// 12–22). Pure.
namespace baton::quality {

inline constexpr int confidenceBins = 10;   ///< of equal width; the last holds 1
inline constexpr qint64 leastReadings = 30; ///< of fewer, a curve says nothing

constexpr int confidenceBin(double confidence) ///< 0 … 1; what lies beside is in the nearest
{
    // 0.7 lies in 0.7 … 0.8
    return std::clamp(int(confidence * confidenceBins + 1e-9), 0, confidenceBins - 1);
}

struct ReliabilityBin
{
    Proportion right;      ///< of all; what nobody looked at counts as right, and so flatters
    Proportion drawn;      ///< of those, what was drawn by lot to be looked at
    Proportion cameUpon;   ///< of those, what somebody came upon
    double confidence = 0; ///< the sum over all
    double mean() const { return right.n > 0 ? confidence / double(right.n) : 0; }
};

/// Where enough was drawn it rests on that: within a bin, what somebody came upon is known, and the
/// rest is taken to be as what was drawn, so that bins of which many were drawn weigh no more than
/// they hold (a stratified sample: W. G. Cochran, "Sampling Techniques", 3rd edition, 1977, ch. 5).
/// Else it rests on all.
struct Reliability
{
    std::array<ReliabilityBin, confidenceBins> bins;
    qint64 leastDrawn = leastReadings; ///< from so many on it rests on what was drawn

    void add(double confidence, bool right, LookedAt looked = LookedAt::No);
    qint64 n() const;
    qint64 drawn() const;
    bool isEnough() const { return n() >= leastReadings; }
    bool restsOnDrawn() const { return drawn() >= leastDrawn; }
    qint64 told(int bin) const;     ///< how many its share rests on; 0: nothing is known of it
    double share(int bin) const;    ///< that was right; of told() > 0
    Bounds interval(int bin) const; ///< likewise; of 95 %, by wilson()
    /// Over all bins of which something is known, by how many each holds. Absent of nothing.
    std::optional<double> share() const;
    /// Likewise; of what was drawn, as if so many had been drawn evenly as it is worth (L. Kish,
    /// "Survey Sampling", 1965).
    Bounds interval() const;
    /// The expected calibration error, 0 … 1: how far share and mean confidence of a bin lie apart,
    /// weighted by how many it holds. Absent of nothing. Few in a bin make it larger than it is.
    /// (M. Pakdaman Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities
    /// using Bayesian binning", AAAI 2015.)
    std::optional<double> error() const;
};

} // namespace baton::quality
