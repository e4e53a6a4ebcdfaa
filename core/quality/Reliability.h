#pragma once

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
    Proportion right;
    double confidence = 0; ///< the sum over all
    double mean() const { return right.n > 0 ? confidence / double(right.n) : 0; }
    Bounds interval() const { return wilson(right, z95); }
};

struct Reliability
{
    std::array<ReliabilityBin, confidenceBins> bins;

    void add(double confidence, bool right);
    qint64 n() const;
    bool isEnough() const { return n() >= leastReadings; }
    /// The expected calibration error, 0 … 1: how far share and mean confidence of a bin lie apart,
    /// weighted by n. Absent of nothing. (M. Pakdaman Naeini, G. F. Cooper, M. Hauskrecht,
    /// "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015.)
    std::optional<double> error() const;
};

} // namespace baton::quality
