#include "core/quality/Reliability.h"

#include <cmath>

namespace baton::quality {

namespace {

const ReliabilityBin &binAt(const Reliability &curve, int bin)
{
    return curve.bins[static_cast<size_t>(bin)];
}

/// Of what nobody came upon: a share of it, made one of all.
double ofAll(const ReliabilityBin &bin, double shareOfRest)
{
    const auto rest = double(bin.right.n - bin.cameUpon.n);
    return (double(bin.cameUpon.hits) + rest * shareOfRest) / double(bin.right.n);
}

} // namespace

void Reliability::add(double confidence, bool right, LookedAt looked)
{
    ReliabilityBin &bin = bins[static_cast<size_t>(confidenceBin(confidence))];
    const Proportion one{right ? 1 : 0, 1};
    bin.confidence += confidence;
    bin.right += one;
    if (looked == LookedAt::Drawn)
        bin.drawn += one;
    else if (looked == LookedAt::CameUpon)
        bin.cameUpon += one;
}

qint64 Reliability::n() const
{
    qint64 n = 0;
    for (const ReliabilityBin &bin : bins)
        n += bin.right.n;
    return n;
}

qint64 Reliability::drawn() const
{
    qint64 n = 0;
    for (const ReliabilityBin &bin : bins)
        n += bin.drawn.n;
    return n;
}

qint64 Reliability::told(int bin) const
{
    return restsOnDrawn() ? binAt(*this, bin).drawn.n : binAt(*this, bin).right.n;
}

double Reliability::share(int bin) const
{
    const ReliabilityBin &one = binAt(*this, bin);
    return restsOnDrawn() ? ofAll(one, one.drawn.value()) : one.right.value();
}

Bounds Reliability::interval(int bin) const
{
    const ReliabilityBin &one = binAt(*this, bin);
    if (!restsOnDrawn())
        return wilson(one.right, z95);
    const Bounds rest = wilson(one.drawn, z95);
    return {ofAll(one, rest.lower), ofAll(one, rest.upper)};
}

std::optional<double> Reliability::share() const
{
    double right = 0;
    qint64 all = 0;
    for (int bin = 0; bin < confidenceBins; ++bin) {
        if (told(bin) == 0)
            continue;
        right += double(binAt(*this, bin).right.n) * share(bin);
        all += binAt(*this, bin).right.n;
    }
    return all == 0 ? std::nullopt : std::optional(right / double(all));
}

Bounds Reliability::interval() const
{
    Proportion all;
    Proportion known;
    double rightOfRest = 0;
    double rest = 0;
    double spread = 0;
    for (int bin = 0; bin < confidenceBins; ++bin) {
        const ReliabilityBin &one = binAt(*this, bin);
        if (told(bin) == 0)
            continue;
        all += one.right;
        known += one.cameUpon;
        const auto others = double(one.right.n - one.cameUpon.n);
        rest += others;
        rightOfRest += others * one.drawn.value();
        spread += others * others / double(std::max<qint64>(1, one.drawn.n));
    }
    if (!restsOnDrawn())
        return wilson(all, z95);
    if (all.n == 0 || rest <= 0)
        return {};
    const qint64 worth = std::max<qint64>(1, std::llround(rest * rest / spread));
    const Bounds of = wilson({std::llround(double(worth) * rightOfRest / rest), worth}, z95);
    const auto whole
        = [&](double share) { return (double(known.hits) + rest * share) / double(all.n); };
    return {whole(of.lower), whole(of.upper)};
}

std::optional<double> Reliability::error() const
{
    double apart = 0;
    qint64 all = 0;
    for (int bin = 0; bin < confidenceBins; ++bin) {
        const ReliabilityBin &one = binAt(*this, bin);
        if (told(bin) == 0)
            continue;
        apart += double(one.right.n) * std::abs(share(bin) - one.mean());
        all += one.right.n;
    }
    return all == 0 ? std::nullopt : std::optional(apart / double(all));
}

} // namespace baton::quality
