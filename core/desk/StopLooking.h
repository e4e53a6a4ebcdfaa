#pragma once

#include "core/desk/StopHistory.h"
#include "core/desk/StopTypes.h"

/// The guard over what is kept and what was counted. Pure; any thread.
namespace baton {

/// All that a look at the weeks takes.
struct StopScene
{
    StopRecord record;
    StopHistory history; ///< from weeksRead() before this week on
    policy::StopLossLimits limits;
    Catalogue catalogue;  ///< as the policy places it
    int thisWeek = 0;     ///< it is not over
    bool isWhole = false; ///< contacts have come up to this week, and all are counted
    QString folder;       ///< of the evidence
};

/// Weeks before this one that a scene reaches back.
int weeksRead(const policy::StopLossLimits &limits);

/// The first week whose hard events and reviews a look takes.
int factsFrom(const StopScene &scene);

/// What is new: changes of state, and the weeks that were looked at. The first look is at the
/// newest week that is over, and no further back: what was before Baton watched is no news. Weeks
/// that were missed are looked at one after the other, the newest twelve.
struct StopLook
{
    QList<StopEvent> events;
    QList<int> weeks;
    bool isNothing() const { return events.isEmpty() && weeks.isEmpty(); }
};
StopLook lookAt(const StopScene &scene);

/// By hand, in this week; absent where the state does not allow it, or without a reason.
std::optional<StopEvent> tripByHand(const StopScene &scene, const QString &segment,
                                    const QString &reason, const Person &who);
std::optional<StopEvent> releaseByHand(const StopScene &scene, const QString &segment,
                                       const QString &reason, int weeks, const Person &who);

/// Of a segment that the guard holds and a later version gave back; its note is the reason. One
/// that comes early expires after a cool-down.
std::optional<StopEvent> releaseByVersion(const StopScene &scene, const policy::Judgement &live,
                                          const PolicyVersion &version);
/// Where an intent stands by a policy: Tripped, Canary or Armed.
GuardState stateIn(const policy::Judgement &judgement, const QString &intent);

/// As it is shown.
StopSnapshot snapshotOf(const StopScene &scene);

} // namespace baton
