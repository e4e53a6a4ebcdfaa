#include "core/quality/Reliability.h"

#include <cmath>

namespace baton::quality {

void Reliability::add(double confidence, bool right)
{
    ReliabilityBin &bin = bins[static_cast<size_t>(confidenceBin(confidence))];
    bin.confidence += confidence;
    bin.right += {right ? 1 : 0, 1};
}

qint64 Reliability::n() const
{
    qint64 n = 0;
    for (const ReliabilityBin &bin : bins)
        n += bin.right.n;
    return n;
}

std::optional<double> Reliability::error() const
{
    const qint64 all = n();
    if (all == 0)
        return {};
    double apart = 0;
    for (const ReliabilityBin &bin : bins)
        apart += double(bin.right.n) * std::abs(bin.right.value() - bin.mean());
    return apart / double(all);
}

} // namespace baton::quality
