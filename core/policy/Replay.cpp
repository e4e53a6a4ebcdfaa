#include "core/policy/Replay.h"

#include "core/policy/Policy.h"

#include <algorithm>
#include <bit>
#include <map>

namespace baton::policy {

std::vector<quint32> replay(const SignalColumns &columns, const Policy &policy,
                            const Catalogue &catalogue)
{
    const Judgement &limits = policy.judgement;
    const quint32 on = switchedOn(limits);
    std::vector<Standing> standings;
    for (const QString &name : columns.names())
        standings.push_back(standingOf(name, limits, catalogue));
    std::vector<quint32> rules(columns.size());
    for (std::size_t i = 0; i < rules.size(); ++i)
        rules[i] = rulesHeld(observedOf(columns, i), standings[columns.intent[i]], limits, on);
    return rules;
}

bool isKnown(const SignalColumns &columns, std::size_t i, Route route)
{
    return columns.taken[i] == 1 + int(route) && columns.outcome[i] != 0;
}

Comparison compare(const SignalColumns &columns, const std::vector<quint32> &before,
                   const std::vector<quint32> &after)
{
    Comparison found;
    found.all = qint64(columns.size());
    std::vector<IntentFlow> intents(std::size_t(columns.names().size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Route was = routeOf(before[i]);
        const Route becomes = routeOf(after[i]);
        ++found.flows[std::size_t(was)][std::size_t(becomes)];
        IntentFlow &intent = intents[columns.intent[i]];
        ++intent.all;
        ++intent.before[std::size_t(was)];
        ++intent.after[std::size_t(becomes)];
        for (quint32 left = after[i]; left != 0; left &= left - 1)
            ++found.held[std::size_t(std::countr_zero(left))];
        if (was == becomes)
            continue;
        ++intent.changed;
        found.known += isKnown(columns, i, becomes) ? 1 : 0;
        found.changedAt.push_back(quint32(i));
    }
    found.changed = qint64(found.changedAt.size());
    std::sort(found.changedAt.begin(), found.changedAt.end(), [&](quint32 a, quint32 b) {
        return std::pair(columns.startedMs[b], columns.row[b])
            < std::pair(columns.startedMs[a], columns.row[a]);
    });
    for (std::size_t i = 0; i < intents.size(); ++i) {
        intents[i].intent = columns.names()[qsizetype(i)];
        if (intents[i].all > 0)
            found.intents.append(intents[i]);
    }
    std::sort(found.intents.begin(), found.intents.end(),
              [](const IntentFlow &a, const IntentFlow &b) {
                  return a.changed != b.changed ? a.changed > b.changed : a.intent < b.intent;
              });
    return found;
}

} // namespace baton::policy
