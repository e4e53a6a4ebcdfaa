#pragma once

#include "core/quality/Intervals.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

/// Limits that are set before scaling, and roll automation back by themselves (DESIGN §7). A pure
/// function of limits, outcomes and time.
namespace baton::quality {

/// What one week of a segment brought, of those that the bot answered alone. Recontacts and late
/// ratings change a week until it has matured; weeks are given in order, without gaps.
struct Week
{
    /// A kind of contact inside the segment (its intents, where the segment is a tier).
    struct Stratum
    {
        QString name;
        Proportion satisfied; ///< rated 4 or 5, of those that rated
        bool operator==(const Stratum &) const = default;
    };
    qint64 asked = 0; ///< who could have rated
    QList<Stratum> strata;

    bool operator==(const Week &) const = default;
};

/// What the proportions of a segment are.
enum class Watch {
    Satisfaction, ///< rated 4 or 5, of those that rated
    NoRecontact   ///< not back about the same within 72 h, of those that ended
};

struct Segment
{
    QString name; ///< of an intent, or a tier
    QList<Week> weeks;
    Watch watch = Watch::Satisfaction;
};

enum class FallKind {
    Points,  ///< of the share itself: 0.05 is from 84 to 79 %
    Relative ///< of what is left to 1: 0.2 is recontacts of 12 % where there were 10
};

/// For satisfaction; the bundled policy's values.
struct FallLimit
{
    double fall = 0.05;         ///< X: no smaller one trips, however sure; > 0, points to 1
    double alpha = 2e-4;        ///< of all that is looked at in one evaluation, family-wise
    QList<int> windows{3, 6};   ///< weeks pooled that are looked at, each
    int reference = 12;         ///< weeks before a window that it is held against
    qint64 leastRatings = 100;  ///< in a window, and in its reference
    int maturingWeeks = 1;      ///< newest weeks that are not looked at yet
    int dwell = 1;              ///< evaluations in a row that have to find it
    double leastResponse = 0.5; ///< of the reference's share of ratings; below, people decide
    FallKind kind = FallKind::Points;
    /// A share that none may be under, beside the fall and held against nothing; 0 … 1.
    std::optional<double> level = {};

    /// Whether so much was lost, or that many times as much.
    bool isPast(double before, double now, double times = 1) const
    {
        return kind == FallKind::Points ? before - now > times * fall
                                        : 1 - now > (1 + times * fall) * (1 - before);
    }
    bool operator==(const FallLimit &) const = default;
};

enum class Finding {
    Quiet,   ///< no fall, or none that is sure
    TooFew,  ///< not enough ratings to say anything
    Fell,    ///< sure, but not yet for as many evaluations as dwell wants
    Mixed,   ///< it fell, but not once the mix of contacts is held still (or the other way round):
             ///< hold, and ask a person
    Unheard, ///< it fell, but far fewer rated than before: hold, and ask a person
    Trips
};

/// One segment at one evaluation. The window is the one with the surest fall.
struct SegmentVerdict
{
    QString segment;
    Finding finding = Finding::TooFew;
    int window = 0; ///< weeks; 0 where none could be looked at
    Proportion now;
    Proportion before;
    double adjusted = 0;    ///< now, as it would be with the reference's mix of strata; 0 … 1
    double response = 0;    ///< now's share of ratings ÷ before's
    double p = 1;           ///< as found
    double counted = 1;     ///< among all that were looked at (Holm)
    Bounds interval{-1, 1}; ///< one-sided, of before − now, at alpha ÷ all comparisons
    Watch watch = Watch::Satisfaction;
    /// It is this level that it is under; before, adjusted and response are then of nothing, and
    /// the interval is of level − now.
    std::optional<double> level = {};
};

/// At the end of week `last` (an index; weeks after it are not known yet). Segments shorter than
/// that are TooFew.
QList<SegmentVerdict> evaluate(const FallLimit &limit, const QList<Segment> &segments,
                               qsizetype last);

} // namespace baton::quality
