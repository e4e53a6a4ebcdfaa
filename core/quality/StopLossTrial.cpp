#include "core/quality/StopLossTrial.h"

#include "core/base/Dice.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace baton::quality {

namespace {

constexpr int segmentsTogether = 10; // segments
constexpr int yearWeeks = 52;
constexpr double usual = 0.84;
constexpr int leastRated = 160; // a week
constexpr int mostRated = 240;
constexpr int askedPerRating = 5;

Week roll(Dice &dice, double satisfied)
{
    const auto n = qint64(dice.between(leastRated, mostRated));
    Proportion rated{0, n};
    for (qint64 i = 0; i < n; ++i)
        rated.hits += dice.unit() < satisfied ? 1 : 0;
    return {n * askedPerRating, {{u"all"_s, rated}}};
}

QList<Segment> segmentsOf(Dice &dice, int weeks)
{
    QList<Segment> segments;
    for (int s = 0; s < segmentsTogether; ++s) {
        Segment segment{QString::number(s), {}};
        for (int w = 0; w < weeks; ++w)
            segment.weeks.append(roll(dice, usual));
        segments.append(segment);
    }
    return segments;
}

int warmUp(const FallLimit &limit)
{
    const int longest = *std::max_element(limit.windows.begin(), limit.windows.end());
    return limit.reference + longest + limit.maturingWeeks;
}

/// Which segments trip at any of the evaluations after first, up to last.
std::set<qsizetype> tripped(const FallLimit &limit, const QList<Segment> &segments, qsizetype first,
                            qsizetype last)
{
    std::set<qsizetype> out;
    for (qsizetype week = first; week <= last; ++week) {
        const QList<SegmentVerdict> verdicts = evaluate(limit, segments, week);
        for (qsizetype s = 0; s < verdicts.size(); ++s) {
            if (verdicts[s].finding == Finding::Trips)
                out.insert(s);
        }
    }
    return out;
}

/// One segment falls in the week after the warm-up.
std::set<qsizetype> trippedByFall(Dice &dice, const FallLimit &limit, double fall, int weeks)
{
    const int before = warmUp(limit);
    const int all = before + weeks + limit.maturingWeeks;
    QList<Segment> segments = segmentsOf(dice, all);
    for (int w = before; w < all; ++w)
        segments[0].weeks[w] = roll(dice, usual - fall);
    return tripped(limit, segments, before + limit.maturingWeeks, all - 1);
}

} // namespace

StopLossTrial tryStopLoss(const FallLimit &limit, quint64 seed, int segmentYears, int falls,
                          const std::function<bool(double)> &goesOn)
{
    StopLossTrial trial;
    Dice dice(seed);
    const int groups = (segmentYears + segmentsTogether - 1) / segmentsTogether;
    const double work = groups + falls;
    int trips = 0;
    for (int i = 0; i < groups && goesOn(i / work); ++i) {
        const int weeks = warmUp(limit) + yearWeeks;
        const QList<Segment> segments = segmentsOf(dice, weeks);
        trips += int(tripped(limit, segments, weeks - yearWeeks, weeks - 1).size());
        trial.segmentYears += segmentsTogether;
    }
    int found12 = 0;
    int found8 = 0;
    int others = 0;
    for (int i = 0; i < falls && goesOn((groups + i) / work); ++i) {
        const auto of12 = trippedByFall(dice, limit, 0.12, 3);
        const auto of8 = trippedByFall(dice, limit, 0.08, 6);
        found12 += of12.contains(0) ? 1 : 0;
        found8 += of8.contains(0) ? 1 : 0;
        others += int(of12.size() + of8.size()) - int(of12.contains(0)) - int(of8.contains(0));
        ++trial.falls;
    }
    const auto share = [](int part, int whole) { return whole > 0 ? double(part) / whole : 0; };
    trial.falseTripsPerSegmentYear = share(trips, trial.segmentYears);
    trial.detected12ptIn3Weeks = share(found12, trial.falls);
    trial.detected8ptIn6Weeks = share(found8, trial.falls);
    trial.othersTripped = share(others, trial.falls * 2 * (segmentsTogether - 1));
    return trial;
}

} // namespace baton::quality
