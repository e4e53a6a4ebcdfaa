#pragma once

#include "core/base/Result.h"
#include "core/domain/Review.h"

/// What is reviewed, as a function of the conversation and the monitors' version: no dice, so that
/// a list is the same on every desk. Pure; any thread.
namespace baton::quality {

/// What a lot is drawn for: they are independent of each other.
enum class Lot { Sampled, Doubled, Planted };

/// The version that lots are drawn by: where it stays, a larger share picks the same and more.
int lotsOf(const Monitors &monitors);

/// 0 … 1, below 1: the first 53 bits of SHA-256 over what it is for, the version, which monitor and
/// the id.
double lot(Lot what, int version, qsizetype monitor, const ConversationId &id);

/// With one more, before the one that stands there now; every other one draws the lots it drew.
/// Errors: Conflict: there is one about the same already; TooLarge.
Result<Monitors> withMonitor(Monitors monitors, Monitor monitor, qsizetype at);
/// Likewise without one.
Monitors withoutMonitor(Monitors monitors, qsizetype at);
/// Whether one about the same, by the same name, is among them.
bool hasLike(const Monitors &monitors, const Monitor &monitor);

/// The monitor that picked it; the most telling one where there are several.
struct Sampled
{
    Monitor reason;
    bool doubled = false;
    bool planted = false;
    bool operator==(const Sampled &) const = default;
};
std::optional<Sampled> sampled(const ReviewFacts &facts, const Monitors &monitors);

/// How many of some conversations would be picked.
struct Picks
{
    QList<int> each; ///< by each monitor alone, in their order
    int all = 0;     ///< together
    int of = 0;      ///< so many were looked at
    bool operator==(const Picks &) const = default;
};
Picks picksOf(const QList<ReviewFacts> &all, const Monitors &monitors);

/// Errors: InvalidInput, with the JSON pointer and what is wrong there.
Result<Monitors> readMonitors(const QByteArray &json);
Monitors bundledMonitors();
/// A monitor a line; readMonitors() gives the same back.
QByteArray writeMonitors(const Monitors &monitors);

} // namespace baton::quality
