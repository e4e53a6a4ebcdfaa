#pragma once

#include "core/policy/Rules.h"

#include <array>

namespace baton::policy {

struct Policy;

/// Trigger bits (1 << Rule) of every record under a policy; routeOf() gives the route of each. The
/// same rules as decide(), so that the bits are those of the texts. A pure function; a million
/// records take some tens of milliseconds of one core.
std::vector<quint32> replay(const SignalColumns &columns, const Policy &policy,
                            const Catalogue &catalogue);

/// By Route: how many went from one to the other.
using RouteFlows = std::array<std::array<qint64, 3>, 3>;

struct IntentFlow
{
    QString intent; ///< empty: none of these
    qint64 all = 0;
    qint64 changed = 0;
    std::array<qint64, 3> before{}; ///< by Route
    std::array<qint64, 3> after{};
    bool operator==(const IntentFlow &) const = default;
};

/// What another policy would have done with the same conversations.
struct Comparison
{
    qint64 all = 0;
    qint64 changed = 0;
    /// Of the changed: the new route is the one that was really taken, and what became of it is
    /// there. The outcome of all others is unknown, and is not estimated.
    qint64 known = 0;
    RouteFlows flows{};
    QList<IntentFlow> intents;      ///< the most changed first, then by name
    std::array<qint64, 32> held{};  ///< by Rule, under the new policy
    std::vector<quint32> changedAt; ///< places in the columns, newest first
    bool operator==(const Comparison &) const = default;
};
Comparison compare(const SignalColumns &columns, const std::vector<quint32> &before,
                   const std::vector<quint32> &after);

/// Whether what became of a record shows what a route leads to: it was really taken.
bool isKnown(const SignalColumns &columns, std::size_t i, Route route);

/// How many people were there to answer, by hour of the week (UTC; Monday 00:00 is 0), as history
/// shows it: who replied in an hour, or before and after it on the same day; the mean of the weeks
/// in which anybody did, rounded.
using Staff = std::array<int, 168>;
Staff staffOf(const SignalColumns &columns);

/// Seconds that people work on a conversation of an intent, by the place of its name: the median of
/// those that they worked on, else of all intents; six minutes where nobody ever did.
std::vector<quint32> handlingOf(const SignalColumns &columns);

/// What a policy asks of people.
struct Load
{
    qint64 people = 0;          ///< conversations that reach a person
    double hours = 0;           ///< of work
    std::optional<qint64> late; ///< replies after their deadline; absent where no staff is known
    bool operator==(const Load &) const = default;
};
/// A simulated queue: first in, first out, with the staff of history, each conversation as long as
/// those of its intent take. Deadlines are the policy's targets in its calendars. Deterministic.
Load loadOf(const SignalColumns &columns, const std::vector<quint32> &rules, const Policy &policy,
            const Staff &staff, const std::vector<quint32> &handling);

} // namespace baton::policy
