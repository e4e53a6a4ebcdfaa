#pragma once

#include "core/domain/Decision.h"
#include "core/quality/Metrics.h"
#include "core/quality/Reliability.h"
#include "core/quality/StopLoss.h"

#include <QtCore/QList>

#include <memory>
#include <vector>

/// What the scorecard shows. Plain values; weeks and days as in core/domain/Contact.h.
namespace baton {

inline constexpr int scoreWeeks = 12; ///< that a trend shows
inline constexpr int courseWeeks = 8; ///< that a table's line shows
inline constexpr int knownWeeks = 32; ///< that are read: a trend, and what its limits look back on

/// Weeks, both included.
struct ScorePeriod
{
    int from = 0;
    int to = 0;
    int weeks() const { return to - from + 1; }
    bool operator==(const ScorePeriod &) const = default;
};

using ScoreFigures = std::array<quality::Figure, quality::metrics>;

/// A figure and how it moved.
struct ScoreGauge
{
    quality::Metric metric = quality::Metric::Containment;
    quality::Figure figure;
    std::optional<double> change; ///< since as many weeks before, in shares; absent where unknown
    std::optional<double> level;  ///< beyond which it is marked
    bool past = false;            ///< it is
};

struct ScoreWeek
{
    int week = 0;
    bool matured = false; ///< all of its days
    ScoreFigures figures;
    quality::Figure backSoFar; ///< recontacts over all of its days
};

/// How a limit stands for an intent at the newest week that could be looked at.
struct StopState
{
    quality::SegmentVerdict verdict;
    std::optional<int> trippedInWeek; ///< the newest evaluation of those shown that tripped
};

struct ScoreIntent
{
    QString intent; ///< empty: none of these
    QString title;  ///< of the catalogue; empty: none of these
    Route tier = Route::Assist;
    qint64 contacts = 0; ///< that ended, of both arms
    ScoreFigures figures;
    quality::Figure contained; ///< of the contacts that the effective one is of; of both arms only
    QList<std::optional<double>> course; ///< effective containment, a week each; absent: not known
    std::optional<StopState> stop;       ///< absent where no limit looks at it
    quality::Levels levels = quality::bundledLevels();
};

struct Spreads
{
    std::array<Histogram, spreadKinds> of;
    std::optional<double> at(Spread spread, double q) const;
    qint64 n(Spread spread) const;
};

struct ScorecardSnapshot
{
    quint64 generation = 0;
    ScorePeriod period;
    quality::Arms arms = quality::Arms::All;
    int maturedDay = 0;
    qint64 windowMs = quality::recontactWindowMs; ///< W
    int newestWeek = 0; ///< that has contacts; 0 where there are none at all
    int oldestWeek = 0;
    QList<ScoreGauge> gauges;       ///< by Metric
    QList<ScoreWeek> weeks;         ///< up to the period's last, oldest first
    QList<ScoreIntent> intents;     ///< most contacts first
    std::array<Spreads, 2> spreads; ///< of the period and the arms, by Arm: times are not mixed
    quality::FallLimit limit;       ///< of satisfaction
    quality::Levels levels = quality::bundledLevels();
    QList<int> trips;                   ///< weeks at whose end some intent tripped, of those shown
    int lookedAtWeek = 0;               ///< the newest that the limits could look at
    std::array<quality::Cost, 2> costs; ///< of a resolution, of the period, by Arm
    Costs rates;
    /// Of the period, to maturedDay: how sure intents were read that a person then worked on.
    /// Absent: not read yet.
    std::optional<quality::Reliability> reliability;
    qint64 uncounted = 0; ///< contacts of an older cache that are not counted yet
    bool isEmpty() const { return newestWeek == 0; }
    /// The weeks that the limit looked at for an intent; the period where it could not.
    ScorePeriod judged(const QString &intent) const;
};

/// Conversations behind a number, of the period and the arms that are shown.
struct ScoreDrill
{
    quality::Metric metric = quality::Metric::Containment;
    quality::Part part = quality::Part::Hit;
    std::optional<QString> intent;          ///< absent: all
    std::optional<ScorePeriod> period = {}; ///< absent: the one that is shown
    /// Of the reliability curve, in place of the metric: what was read so surely. A hit: it stood.
    std::optional<int> confidenceBin = {};
    bool operator==(const ScoreDrill &) const = default;
};

/// Its row numbers, the newest end first. generation grows with each list.
struct ScoreContacts
{
    quint64 generation = 0;
    ScoreDrill drill;
    std::shared_ptr<const std::vector<qint64>> rows;
};

} // namespace baton
