#pragma once

#include "core/quality/StopLoss.h"

#include <QtCore/QHash>

/// What follows from findings, week after week (DESIGN §7): who is rolled back, who cools down, who
/// may be let go again. Deterministic; keeps no time of its own.
namespace baton::quality {

enum class GuardState {
    Armed,   ///< the bot answers alone, and is watched
    Tripped, ///< it drafts, and people send; the cool-down runs
    Ready,   ///< what a release wants is there, but for a person's word
    Canary   ///< the bot answers a few alone; the same limits hold for those
};

enum class GuardCause {
    Fall,     ///< the limit's finding
    Breaker,  ///< hard events, at once
    Person,   ///< by hand, with a reason
    Level,    ///< the cool-down is over, and the release's level was held
    Expired,  ///< a release by hand was for a time only
    Recovered ///< a canary held
};

struct GuardLimits
{
    FallLimit fall;
    int hardEvents = 3;            ///< in one week: the breaker
    int coolDownWeeks = 3;         ///< at least, after a trip
    int levelWeeks = 2;            ///< in a row, of a level that is stricter than what trips
    double leastAcceptance = 0.60; ///< of drafts in assist: sent as they were, or nearly
    double leastCaught = 0.75;     ///< of planted errors
    double canaryShare = 0.05;     ///< of contacts
    int canaryWeeks = 2;
};

/// What a segment was like in a week beside its ratings.
struct GuardWeek
{
    int hardEvents = 0;
    /// Of drafts while it is in assist; empty where there were too few to say.
    std::optional<double> acceptance;
    std::optional<double> caught;
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
    bool operator==(const GuardEvent &other) const
    {
        return week == other.week && segment == other.segment && was == other.was
            && became == other.became && cause == other.cause && reason == other.reason;
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

    GuardLimits m_limits;
    QHash<QString, Held> m_held;
};

} // namespace baton::quality
