#pragma once

#include "core/domain/StopEvent.h"
#include "core/quality/StopLoss.h"

#include <QtCore/QHash>

/// What follows from findings, week after week (DESIGN §7): who is rolled back, who cools down, who
/// may be let go again. Deterministic; keeps no time of its own.
namespace baton::quality {

using baton::GuardCause;
using baton::GuardState;

struct GuardLimits
{
    FallLimit fall;                                                          ///< of satisfaction
    FallLimit rise{0.2, 2e-4, {3, 6}, 12, 100, 1, 1, 0, FallKind::Relative}; ///< of recontacts
    int hardEvents = 3;            ///< in one week: the breaker
    int coolDownWeeks = 3;         ///< at least, after a trip
    int levelWeeks = 2;            ///< in a row, of a level that is stricter than what trips
    double leastAcceptance = 0.60; ///< of drafts in assist: sent as they were, or nearly
    double leastCaught = 0.75;     ///< of planted errors
    double canaryShare = 0.05;     ///< of contacts
    int canaryWeeks = 2;

    const FallLimit &of(Watch watch) const { return watch == Watch::Satisfaction ? fall : rise; }
};

/// What a segment was like in a week beside its ratings.
struct GuardWeek
{
    int hardEvents = 0;
    /// Of drafts while it is in assist; empty where there were too few to say.
    std::optional<double> acceptance;
    std::optional<double> caught;
    bool operator==(const GuardWeek &) const = default;
};

/// A change of state, and what it rests on.
struct GuardEvent
{
    qsizetype week = 0; ///< at whose end
    QString segment;
    GuardState was = GuardState::Armed;
    GuardState became = GuardState::Armed;
    GuardCause cause = GuardCause::Fall;
    QString reason;                        ///< a person's
    std::optional<SegmentVerdict> verdict; ///< of a fall
    std::optional<qsizetype> until;        ///< at whose end a release expires
    bool operator==(const GuardEvent &other) const
    {
        return week == other.week && segment == other.segment && was == other.was
            && became == other.became && cause == other.cause && reason == other.reason
            && until == other.until;
    }
};

/// One for all segments of a policy. Weeks are told in order.
class StopLossGuard
{
public:
    explicit StopLossGuard(GuardLimits limits);

    GuardState stateOf(const QString &segment) const;
    const GuardLimits &limits() const { return m_limits; }
    /// By these a segment's contacts that the bot may answer alone: 1, 0 or the canary's share.
    double shareAlone(const QString &segment) const;

    /// At the end of a week. Segments are those of evaluate(); beside: by segment's name. A segment
    /// in assist has no ratings of the bot alone, so its level is that of drafts and planted
    /// errors. Weeks before a release say nothing about what came after it and are not looked at.
    QList<GuardEvent> week(qsizetype week, const QList<Segment> &segments,
                           const QHash<QString, GuardWeek> &beside);

    /// In a week that is not over: hard events alone.
    QList<GuardEvent> breaker(qsizetype week, const QHash<QString, GuardWeek> &beside);
    /// What was found at the last week that was told, of those that answer alone.
    const QList<SegmentVerdict> &verdicts() const { return m_verdicts; }

    /// One that goes on: its events in their order first, then what came after the last of each
    /// segment, for its level.
    void resume(const GuardEvent &event);
    void recall(const QString &segment, const GuardWeek &beside);
    /// What stands between a segment and a release; all met: Ready.
    struct Wanted
    {
        int weeksAtLevel = 0;
        std::optional<qsizetype> until; ///< of a release that came early
    };
    Wanted wantedOf(const QString &segment) const;

    /// By hand; a reason is needed (else nothing happens). A release begins with a canary; one that
    /// comes before Ready expires after so many weeks (≥ 1) unless the canary held before.
    std::optional<GuardEvent> trip(qsizetype week, const QString &segment, const QString &reason);
    std::optional<GuardEvent> release(qsizetype week, const QString &segment, const QString &reason,
                                      int expiresAfterWeeks);

private:
    struct Held
    {
        GuardState state = GuardState::Armed;
        qsizetype since = 0;            ///< week of the last change
        qsizetype watchedFrom = 0;      ///< ratings of earlier weeks do not count
        int atLevel = 0;                ///< weeks in a row
        std::optional<qsizetype> until; ///< of a release that came early
    };
    GuardEvent turn(qsizetype week, const QString &segment, Held &held, GuardState became,
                    GuardCause cause);
    bool atLevel(const GuardWeek &week) const;
    bool breaks(const Held &held, qsizetype week, const GuardWeek &beside) const;

    GuardLimits m_limits;
    QList<SegmentVerdict> m_verdicts;
    QHash<QString, Held> m_held;
};

} // namespace baton::quality
