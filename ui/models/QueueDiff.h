#pragma once

#include <QtCore/QtGlobal>

#include <optional>
#include <vector>

namespace baton::ui {

/// One change of a list, in positions of the list as the steps before it left it.
struct QueueStep
{
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    int at = 0;     ///< Move: where the row is now
    int count = 1;  ///< always 1 for Move
    int to = 0;     ///< Move: the row goes before the one that is here now (as beginMoveRows)
    int source = 0; ///< Insert: position of the first row in the new list
    bool operator==(const QueueStep &) const = default;
};

struct QueueDiff
{
    int same = 0;                 ///< rows at the beginning that stay where they are
    int arrived = 0;              ///< rows that were not in the old list; 0 where not known
    std::vector<QueueStep> steps; ///< lead from the old list to the new one
};

/// The most steps worth telling one by one.
inline constexpr int queueStepsLimit = 5000;

/// From one order to another; each number is there at most once. Linear in the length, plus the
/// square of the number of changes. Nothing where that would be more than queueStepsLimit.
std::optional<QueueDiff> queueDiff(const std::vector<qint64> &from, const std::vector<qint64> &to);

/// How many rows at the beginning are the same in both.
int commonRows(const std::vector<qint64> &from, const std::vector<qint64> &to);

} // namespace baton::ui
