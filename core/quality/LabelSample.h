#pragma once

#include <QtCore/QtGlobal>

#include <vector>

/// Which readings somebody looks at, to say whether they are right. Pure.
namespace baton::quality {

struct LabelCandidate
{
    qint64 row = 0;
    double confidence = 0; ///< 0 … 1
    int lot = 0;           ///< lotOf()
    bool operator==(const LabelCandidate &) const = default;
};

/// At most so many, from each tenth of confidence as many as from the others while it has any; in
/// a tenth by lot, and of the same lot by row. In turns, the surest first: whoever stops early has
/// looked at all of them evenly. The same candidates give the same, in whatever order they come.
std::vector<LabelCandidate> drawLabels(std::vector<LabelCandidate> candidates, int count);

} // namespace baton::quality
