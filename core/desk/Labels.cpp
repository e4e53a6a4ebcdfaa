#include "core/desk/Labels.h"

#include <QtCore/QHash>

namespace baton {

namespace {

constexpr double labelSteps = 1e4;

/// fn(i, look): each that names an intent, with null where nobody looked.
template <class Fn>
void eachReading(const SignalColumns &columns, const std::vector<PlacedLook> &looked, Fn fn)
{
    auto next = looked.begin();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.intent[i] == 0)
            continue;
        while (next != looked.end() && next->at < i)
            ++next;
        fn(i, next != looked.end() && next->at == i ? &*next : nullptr);
    }
}

} // namespace

std::vector<PlacedLook> placedIn(const SignalColumns &columns,
                                 const std::vector<store::LookedLine> &looked)
{
    std::vector<PlacedLook> placed;
    if (looked.empty())
        return placed;
    QHash<qint64, const store::LookedLine *> byRow;
    for (const store::LookedLine &one : looked)
        byRow.insert(one.row, &one);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.intent[i] == 0)
            continue;
        const store::LookedLine *one = byRow.value(columns.row[i]);
        if (!one)
            continue;
        const QString &now = columns.names()[columns.intent[i]];
        placed.push_back({i, one->looked(), one->right(one->became == now),
                          one->drawn.value_or(columns.confidence[i])});
    }
    return placed;
}

quality::Reliability reliabilityFrom(const SignalColumns &columns,
                                     const std::vector<PlacedLook> &looked, double confidence)
{
    quality::Reliability curve;
    const double least = confidence * labelSteps;
    eachReading(columns, looked, [&](std::size_t i, const PlacedLook *look) {
        const quint16 sure = look ? look->confidence : columns.confidence[i];
        if (sure >= least)
            curve.add(sure / labelSteps, !look || look->right, look ? look->looked : LookedAt::No);
    });
    return curve;
}

std::vector<quality::LabelCandidate> candidatesIn(const SignalColumns &columns,
                                                  const std::vector<PlacedLook> &looked)
{
    std::vector<quality::LabelCandidate> candidates;
    eachReading(columns, looked, [&](std::size_t i, const PlacedLook *look) {
        if (!look && (columns.outcome[i] != 0 || columns.repliedS[i] != 0))
            candidates.push_back(
                {columns.row[i], columns.confidence[i] / labelSteps, int(columns.lot[i])});
    });
    return candidates;
}

} // namespace baton
