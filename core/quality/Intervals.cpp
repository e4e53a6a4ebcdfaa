#include "core/quality/Intervals.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baton::quality {

namespace {

constexpr double mostDeviations = 12; // beyond, a double knows no p-value that matters
constexpr int halvings = 50;

} // namespace

double tailOf(double z)
{
    return boost::math::cdf(boost::math::complement(boost::math::normal(), z));
}

double levelOf(double p)
{
    return boost::math::quantile(boost::math::complement(boost::math::normal(), p));
}

Bounds wilson(const Proportion &of, double z)
{
    if (of.n <= 0)
        return {};
    const auto n = double(of.n);
    const double p = of.value();
    const double middle = p + z * z / (2 * n);
    const double reach = z * std::sqrt((p * (1 - p) + z * z / (4 * n)) / n);
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (middle - reach) / scale), std::min(1.0, (middle + reach) / scale)};
}

Bounds newcombe(const Proportion &a, const Proportion &b, double z)
{
    const Bounds ofA = wilson(a, z);
    const Bounds ofB = wilson(b, z);
    const double difference = a.value() - b.value();
    return {difference - std::hypot(a.value() - ofA.lower, ofB.upper - b.value()),
            difference + std::hypot(ofA.upper - a.value(), b.value() - ofB.lower)};
}

double fallOf(const Proportion &a, const Proportion &b)
{
    if (a.n <= 0 || b.n <= 0 || a.value() <= b.value())
        return 1;
    double inside = 0;
    double outside = mostDeviations;
    if (newcombe(a, b, outside).lower > 0)
        return tailOf(outside);
    for (int i = 0; i < halvings; ++i) {
        const double z = (inside + outside) / 2;
        (newcombe(a, b, z).lower > 0 ? inside : outside) = z;
    }
    return tailOf(inside);
}

double shortOf(double level, const Proportion &of)
{
    if (of.n <= 0 || of.value() >= level)
        return 1;
    return tailOf((level - of.value()) / std::sqrt(level * (1 - level) / double(of.n)));
}

Welch welch(const Sample &a, const Sample &b)
{
    if (a.n < 2 || b.n < 2)
        return {};
    const double ofA = a.variance / double(a.n);
    const double ofB = b.variance / double(b.n);
    const double both = ofA + ofB;
    if (both <= 0)
        return {0, 0, a.mean > b.mean ? 0.0 : 1.0};
    Welch out;
    out.t = (a.mean - b.mean) / std::sqrt(both);
    out.freedom = both * both / (ofA * ofA / double(a.n - 1) + ofB * ofB / double(b.n - 1));
    out.p = boost::math::cdf(boost::math::complement(boost::math::students_t(out.freedom), out.t));
    return out;
}

std::vector<double> holm(const std::vector<double> &p)
{
    std::vector<size_t> order(p.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&p](size_t a, size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double least = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        least = std::max(least, std::min(1.0, p[order[i]] * double(p.size() - i)));
        adjusted[order[i]] = least;
    }
    return adjusted;
}

} // namespace baton::quality
