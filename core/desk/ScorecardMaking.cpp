#include "core/desk/ScorecardMaking.h"

#include "core/desk/StopLimits.h"
#include "core/quality/Histogram.h"

#include <algorithm>
#include <cmath>

namespace baton {

using namespace quality;

namespace {

constexpr qint64 leastMarked = 20; // of fewer, a mark would say more than they do

using WeekSums = std::map<int, WindowCounts>;
using IntentWeeks = std::map<QString, WeekSums>;

WindowCounts within(const WeekSums &weeks, int from, int to)
{
    WindowCounts sum;
    for (auto at = weeks.lower_bound(from); at != weeks.end() && at->first <= to; ++at)
        sum.add(at->second);
    return sum;
}

bool isPast(Metric metric, const Figure &figure, const std::optional<double> &level)
{
    if (!level || !figure.value || figure.n < leastMarked)
        return false;
    return higherIsBetter(metric) ? *figure.value < *level : *figure.value > *level;
}

QList<ScoreGauge> gaugesOf(const WeekSums &weeks, const ScorePeriod &period, Arms arms,
                           const Levels &levels)
{
    const WindowCounts now = within(weeks, period.from, period.to);
    const WindowCounts before = within(weeks, period.from - period.weeks(), period.from - 1);
    QList<ScoreGauge> gauges;
    for (int i = 0; i < metrics; ++i) {
        const auto metric = static_cast<Metric>(i);
        ScoreGauge gauge{metric, figure(metric, now, arms), {}, levels[size_t(i)], false};
        gauge.past = isPast(metric, gauge.figure, gauge.level);
        const Figure then = figure(metric, before, arms);
        if (gauge.figure.value && then.value)
            gauge.change = *gauge.figure.value - *then.value;
        gauges.append(gauge);
    }
    return gauges;
}

/// Of the intents that the bot may solve: each week's ratings of those that it solved alone.
QList<Segment> segmentsOf(const IntentWeeks &intents, int from, int to)
{
    QList<Segment> segments;
    for (const auto &[intent, weeks] : intents) {
        if (intent.isEmpty())
            continue;
        Segment segment{intent, {}};
        qint64 rated = 0;
        for (int week = from; week <= to; ++week) {
            const Counts bot = within(weeks, week, week).all.bot;
            segment.weeks.append(
                {bot[Count::Ended], {{intent, {bot[Count::Satisfied], bot[Count::Rated]}}}});
            rated += bot[Count::Rated];
        }
        if (rated > 0)
            segments.append(segment);
    }
    return segments;
}

std::map<QString, StopState> stopsOf(const IntentWeeks &intents, const ScorecardSnapshot &made,
                                     const FallLimit &limit, QList<int> &trips)
{
    std::map<QString, StopState> stops;
    const int from = made.period.to - knownWeeks + 1;
    const QList<Segment> segments = segmentsOf(intents, from, made.lookedAtWeek);
    for (int week = made.period.to - scoreWeeks + 1; week <= made.lookedAtWeek; ++week) {
        bool tripped = false;
        for (const SegmentVerdict &verdict : evaluate(limit, segments, week - from)) {
            StopState &state = stops[verdict.segment];
            state.verdict = verdict;
            if (verdict.finding == Finding::Trips) {
                state.trippedInWeek = week;
                tripped = true;
            }
        }
        if (tripped)
            trips.append(week);
    }
    return stops;
}

} // namespace

ScorePeriod ScorecardSnapshot::judged(const QString &intent) const
{
    const auto line = std::find_if(intents.begin(), intents.end(),
                                   [&](const ScoreIntent &one) { return one.intent == intent; });
    const int pooled = line != intents.end() && line->stop ? line->stop->verdict.window : 0;
    const int last = lookedAtWeek - limit.maturingWeeks;
    return pooled > 0 ? ScorePeriod{last - pooled + 1, last} : period;
}

std::optional<double> Spreads::at(Spread spread, double q) const
{
    return quantile(spread, of[static_cast<size_t>(spread)], q);
}

qint64 Spreads::n(Spread spread) const
{
    qint64 n = 0;
    for (const auto &[bin, count] : of[static_cast<size_t>(spread)])
        n += count;
    return n;
}

ScoreFigures figuresOf(const WindowCounts &counts, Arms arms)
{
    ScoreFigures figures;
    for (int i = 0; i < metrics; ++i)
        figures[size_t(i)] = figure(static_cast<Metric>(i), counts, arms);
    return figures;
}

Route tierOfIntent(const Catalogue &catalogue, const QString &intent)
{
    const Intent *known = catalogue.find(intent);
    return known ? tierOf(*known) : Route::Assist;
}

ScorecardSnapshot makeScorecard(const store::Tallies &tallies,
                                const std::vector<store::SpreadLine> &spreads,
                                const Catalogue &catalogue, const ScorePeriod &period, Arms arms,
                                int maturedDay, const policy::StopLossLimits &limits,
                                const Costs &costs)
{
    ScorecardSnapshot made;
    made.limit = guardLimitsOf(limits).fall;
    made.levels = levelsOf(limits);
    made.period = period;
    made.arms = arms;
    made.maturedDay = maturedDay;
    made.uncounted = tallies.uncounted;
    if (tallies.last > 0) {
        // A packet whose clock is wrong may have ended in years to come.
        made.newestWeek = std::min(weekOfDay(tallies.last), weekOfDay(maturedDay) + 2);
        made.oldestWeek = weekOfDay(tallies.first);
    }
    IntentWeeks intents;
    WeekSums all;
    for (const store::TallyLine &line : tallies.lines) {
        WindowCounts sum;
        sum.all.of(line.arm).add(line.counts);
        if (line.matured)
            sum.matured.of(line.arm).add(line.counts);
        intents[line.intent][line.at].add(sum);
        all[line.at].add(sum);
    }
    made.gauges = gaugesOf(all, period, arms, made.levels);
    made.rates = costs;
    const WindowCounts whole = within(all, period.from, period.to);
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson})
        made.costs[static_cast<size_t>(arm)] = costPerResolution(whole, arm, costs);
    const int maturedWeek = weekOfDay(maturedDay + 1) - 1;
    for (int week = period.to - scoreWeeks + 1; week <= period.to; ++week) {
        const WindowCounts counts = within(all, week, week);
        ScoreWeek one{week, week <= maturedWeek, figuresOf(counts, arms), {}};
        one.backSoFar = figure(Metric::Recontact, {counts.all, counts.all}, arms);
        made.weeks.append(one);
    }
    // evaluate() leaves the newest weeks out by itself; it is asked at the week that ends them.
    made.lookedAtWeek = std::min(period.to, maturedWeek + made.limit.maturingWeeks);
    const std::map<QString, StopState> stops = stopsOf(intents, made, made.limit, made.trips);
    for (const auto &[name, weeks] : intents) {
        const WindowCounts now = within(weeks, period.from, period.to);
        const qint64 contacts = now.all.bot[Count::Ended] + now.all.person[Count::Ended];
        if (contacts == 0)
            continue;
        ScoreIntent line;
        line.contacts = contacts;
        line.intent = name;
        line.levels = made.levels;
        line.title = catalogue.titleOf(name);
        line.tier = tierOfIntent(catalogue, name);
        line.figures = figuresOf(now, arms);
        if (arms == Arms::All)
            line.contained = quality::containmentOfMatured(now);
        for (int week = period.to - courseWeeks + 1; week <= period.to; ++week)
            line.course.append(
                figure(Metric::EffectiveContainment, within(weeks, week, week), Arms::All).value);
        if (const auto stop = stops.find(name); stop != stops.end())
            line.stop = stop->second;
        made.intents.append(line);
    }
    std::stable_sort(
        made.intents.begin(), made.intents.end(),
        [](const ScoreIntent &a, const ScoreIntent &b) { return a.contacts > b.contacts; });
    for (const store::SpreadLine &line : spreads) {
        if ((arms == Arms::BotOnly && line.arm != Arm::BotOnly)
            || (arms == Arms::WithPerson && line.arm != Arm::WithPerson))
            continue;
        for (const auto &[bin, n] : line.histogram)
            made.spreads[static_cast<size_t>(line.arm)].of[static_cast<size_t>(line.spread)][bin]
                += n;
    }
    return made;
}

Reliability reliabilityOf(const std::vector<store::ReadingLine> &readings)
{
    Reliability curve;
    for (const store::ReadingLine &one : readings)
        curve.add(one.confidence / 1e4, one.right, one.looked);
    return curve;
}

std::vector<qint64> rowsOf(const std::vector<store::ReadingLine> &readings, int bin, bool right)
{
    const bool drawn = reliabilityOf(readings).restsOnDrawn();
    std::vector<qint64> rows;
    for (const store::ReadingLine &one : readings) {
        if (one.right == right && (!drawn || one.looked != LookedAt::No)
            && confidenceBin(one.confidence / 1e4) == bin)
            rows.push_back(one.row);
    }
    return rows;
}

} // namespace baton
