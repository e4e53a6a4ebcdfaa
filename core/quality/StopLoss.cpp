#include "core/quality/StopLoss.h"

#include <QtCore/QHash>

#include <algorithm>

namespace baton::quality {

namespace {

/// Weeks pooled.
struct Pool
{
    qint64 asked = 0;
    Proportion satisfied;
    QHash<QString, Proportion> strata;

    double response() const { return asked > 0 ? double(satisfied.n) / double(asked) : 0; }
};

Pool pooled(const QList<Week> &weeks, qsizetype begin, qsizetype end)
{
    Pool pool;
    for (qsizetype i = begin; i < end; ++i) {
        pool.asked += weeks[i].asked;
        for (const Week::Stratum &stratum : weeks[i].strata) {
            pool.satisfied += stratum.satisfied;
            pool.strata[stratum.name] += stratum.satisfied;
        }
    }
    return pool;
}

/// Direct standardisation: each stratum's share as it was before. Strata that are not there now
/// count as they did; what is new counts for nothing.
double withMixOf(const Pool &before, const Pool &now)
{
    double sum = 0;
    for (auto it = before.strata.begin(); it != before.strata.end(); ++it) {
        const Proportion here = now.strata.value(it.key());
        const double share = here.n > 0 ? here.value() : it->value();
        sum += share * double(it->n);
    }
    return before.satisfied.n > 0 ? sum / double(before.satisfied.n) : 0;
}

/// One window of one segment.
struct Look
{
    int window = 0;
    Pool now;
    Pool before;
    double p = 1;
    double counted = 1; ///< among all looks
    bool ofLevel = false;
};

/// What one window says: held against what was before it, and against the level.
void addLooks(QList<Look> &looks, const FallLimit &limit, const Segment &segment, int window,
              qsizetype end)
{
    const qsizetype begin = end - window;
    if (begin < 0 || end > segment.weeks.size())
        return;
    const Pool now = pooled(segment.weeks, begin, end);
    if (now.satisfied.n < limit.leastRatings)
        return;
    if (begin >= limit.reference) {
        Look look{window, now, pooled(segment.weeks, begin - limit.reference, begin)};
        if (look.before.satisfied.n >= limit.leastRatings) {
            look.p = fallOf(look.before.satisfied, now.satisfied);
            looks.append(look);
        }
    }
    if (limit.level) {
        Look look{window, now, {}};
        look.p = shortOf(*limit.level, now.satisfied);
        look.ofLevel = true;
        looks.append(look);
    }
}

/// All looks that one evaluation takes, by segment.
struct Looks
{
    QList<QList<Look>> of;
    qsizetype all = 0;
};

Looks looksAt(const FallLimit &limit, const QList<Segment> &segments, qsizetype last)
{
    Looks looks;
    std::vector<double> found;
    for (const Segment &segment : segments) {
        QList<Look> own;
        for (const int window : limit.windows)
            addLooks(own, limit, segment, window, last + 1 - limit.maturingWeeks);
        for (const Look &look : std::as_const(own))
            found.push_back(look.p);
        looks.of.append(own);
    }
    looks.all = qsizetype(found.size());
    const std::vector<double> adjusted = holm(found);
    size_t at = 0;
    for (QList<Look> &own : looks.of) {
        for (Look &look : own)
            look.counted = adjusted[at++];
    }
    return looks;
}

bool isSure(const FallLimit &limit, const Look &look)
{
    return look.counted <= limit.alpha
        && (look.ofLevel ? look.now.satisfied.value() < *limit.level
                         : limit.isPast(look.before.satisfied.value(), look.now.satisfied.value()));
}

Finding findingOf(const FallLimit &limit, const SegmentVerdict &verdict, bool sure, bool longEnough)
{
    if (verdict.level)
        return !sure ? Finding::Quiet : longEnough ? Finding::Trips : Finding::Fell;
    const double before = verdict.before.value();
    const bool raw = limit.isPast(before, verdict.now.value());
    const bool still = limit.isPast(before, verdict.adjusted);
    // A mix that hides a fall holds as one that makes it does.
    if (raw != still && (sure || (!raw && limit.isPast(before, verdict.adjusted, 2))))
        return Finding::Mixed;
    if (!sure)
        return Finding::Quiet;
    if (verdict.response < limit.leastResponse)
        return Finding::Unheard;
    return longEnough ? Finding::Trips : Finding::Fell;
}

} // namespace

QList<SegmentVerdict> evaluate(const FallLimit &limit, const QList<Segment> &segments,
                               qsizetype last)
{
    QList<Looks> evaluations; // this one, and those before that dwell asks for
    for (int back = 0; back < std::max(1, limit.dwell); ++back)
        evaluations.append(looksAt(limit, segments, last - back));
    const double level = levelOf(
        std::min(0.5, limit.alpha / double(std::max<qsizetype>(1, evaluations.first().all))));
    QList<SegmentVerdict> verdicts;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        SegmentVerdict verdict;
        verdict.segment = segments[i].name;
        verdict.watch = segments[i].watch;
        const QList<Look> &own = evaluations.first().of[i];
        // One that trips comes before one that is only sure of a small fall.
        const auto surest
            = std::min_element(own.begin(), own.end(), [&limit](const Look &a, const Look &b) {
                  return std::pair(!isSure(limit, a), a.p) < std::pair(!isSure(limit, b), b.p);
              });
        if (surest != own.end()) {
            verdict.window = surest->window;
            verdict.now = surest->now.satisfied;
            verdict.p = surest->p;
            verdict.counted = surest->counted;
            if (surest->ofLevel) {
                const Bounds now = wilson(verdict.now, level);
                verdict.level = limit.level;
                verdict.interval = {*limit.level - now.upper, *limit.level - now.lower};
            } else {
                verdict.before = surest->before.satisfied;
                verdict.adjusted = withMixOf(surest->before, surest->now);
                verdict.response = surest->before.response() > 0
                    ? surest->now.response() / surest->before.response()
                    : 0;
                verdict.interval = newcombe(verdict.before, verdict.now, level);
            }
            const bool longEnough
                = std::all_of(evaluations.begin(), evaluations.end(), [&](const Looks &looks) {
                      return std::any_of(looks.of[i].begin(), looks.of[i].end(),
                                         [&](const Look &look) { return isSure(limit, look); });
                  });
            verdict.finding = findingOf(limit, verdict, isSure(limit, *surest), longEnough);
        }
        verdicts.append(verdict);
    }
    return verdicts;
}

} // namespace baton::quality
