#include "core/quality/Histogram.h"

#include <algorithm>
#include <cmath>

namespace baton::quality {

namespace {

constexpr double gamma = 1.1;

}

int binOf(Spread spread, qint64 value)
{
    if (spread == Spread::EditDistance)
        return int(std::clamp<qint64>(value, 0, 100));
    if (value < secondMs)
        return 0;
    // The bin's upper end is gamma to its number, in seconds.
    return std::max(1, int(std::ceil(std::log(double(value) / secondMs) / std::log(gamma))));
}

double valueOf(Spread spread, int bin)
{
    if (spread == Spread::EditDistance)
        return bin / 100.0;
    return bin == 0 ? 0 : double(secondMs) * 2 * std::pow(gamma, bin) / (gamma + 1);
}

std::optional<double> quantile(Spread spread, const Histogram &histogram, double q)
{
    qint64 all = 0;
    for (const auto &[bin, n] : histogram)
        all += n;
    if (all <= 0)
        return {};
    const auto rank = std::max<qint64>(1, qint64(std::ceil(q * double(all))));
    qint64 passed = 0;
    for (const auto &[bin, n] : histogram) {
        passed += n;
        if (passed >= rank)
            return valueOf(spread, bin);
    }
    return valueOf(spread, histogram.rbegin()->first);
}

} // namespace baton::quality
