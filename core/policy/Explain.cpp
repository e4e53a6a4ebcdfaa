#include "core/policy/Judgement.h"
#include "core/policy/Policy.h"

#include <algorithm>
#include <cmath>

namespace baton::policy {

namespace {

constexpr double step = 1e-4; // confidences are given in these

/// Where a limit lies on the grid of confidences.
double onGrid(double steps)
{
    return std::round(steps) / std::round(1 / step);
}

template <class... Fns>
struct Overloaded : Fns...
{
    using Fns::operator()...;
};
template <class... Fns>
Overloaded(Fns...) -> Overloaded<Fns...>;

/// The least confidence that is enough.
double enough(const Judgement &limits)
{
    return onGrid(std::ceil(limits.containConfidence / step - step));
}

ValueTier below(ValueTier value)
{
    return value == ValueTier::Absent ? value : ValueTier(int(value) - 1);
}

/// How far a change is, as a share of what its signal can be.
double sizeOf(const Change &change, const Signals &signs)
{
    constexpr double moods = 4;
    constexpr double values = 3;
    constexpr double counts = 10; // as far as counts are told apart
    constexpr double half = 0.5;
    const auto share = [](int from, int to) { return std::abs(from - to) / counts; };
    return std::visit(
        Overloaded{
            [&](const WithConfidence &c) {
                return std::abs(c.confidence - signs.intent.confidence);
            },
            [&](const WithMood &c) { return std::abs(c.level - signs.mood.level) / moods; },
            [](const WithoutPhrase &) { return half; },
            [&](const WithFailedTools &c) { return share(int(signs.failedTools.size()), c.count); },
            [&](const WithSameAnswers &c) { return share(signs.sameAnswers, c.count); },
            [&](const WithContacts &c) { return share(signs.contacts90d, c.count); },
            [&](const WithValue &c) { return std::abs(int(signs.value) - int(c.value)) / values; },
            [](const WithIntent &) { return half; }, [](const WithBotAgreeing &) { return half; }},
        change);
}

/// The nearest change of each signal that takes a trigger away; several where one rule has two
/// causes.
QList<Change> remedies(const Trigger &trigger, const Signals &signs, const Judgement &limits,
                       const Catalogue &catalogue)
{
    switch (trigger.rule) {
    case Rule::Safety:
        return {WithoutPhrase{Phrase::Safety}};
    case Rule::Legal:
        return {WithoutPhrase{Phrase::Legal}};
    case Rule::Fraud:
        return {WithoutPhrase{Phrase::Fraud}};
    case Rule::AccountTakeover:
        return {WithoutPhrase{Phrase::AccountTakeover}};
    case Rule::AsksForPerson:
        return {WithoutPhrase{Phrase::AsksForPerson}};
    case Rule::TierC:
    case Rule::Rollback:
    case Rule::TierB:
    case Rule::NoneOfThese:
        return catalogue.find(signs.runnerUp.name) ? QList<Change>{WithIntent{signs.runnerUp.name}}
                                                   : QList<Change>();
    case Rule::Confidence:
        return {WithConfidence{enough(limits)}};
    case Rule::IntentDisagreement:
        return {WithBotAgreeing{}};
    case Rule::Mood:
        return limits.moodAtOrBelow < 5 ? QList<Change>{WithMood{limits.moodAtOrBelow + 1}}
                                        : QList<Change>();
    case Rule::ToolFailed:
        return {WithFailedTools{limits.mostFailedTools}};
    case Rule::SameAnswer:
        return {WithSameAnswers{limits.mostSameAnswers}};
    case Rule::ThreatToLeave:
        return {WithoutPhrase{Phrase::ThreatToLeave}};
    case Rule::Vulnerable:
        return {WithoutPhrase{Phrase::Vulnerable}};
    case Rule::RegulatorOrPress:
        return {WithoutPhrase{Phrase::RegulatorOrPress}};
    case Rule::DataProtection:
        return {WithoutPhrase{Phrase::DataProtection}};
    case Rule::BrokenPromise:
        return {WithoutPhrase{Phrase::BrokenPromise}};
    case Rule::RepeatContact: {
        QList<Change> both;
        if (!trigger.evidence.isEmpty())
            both.append(WithoutPhrase{Phrase::RepeatContact});
        if (signs.contacts90d > limits.mostContacts)
            both.append(WithContacts{limits.mostContacts});
        return both;
    }
    case Rule::HighValue:
        return {WithValue{below(limits.valueFrom)}};
    }
    return {};
}

/// Changes that would bring a trigger about where none held.
QList<Change> provocations(const Signals &signs, const Judgement &limits,
                           const Catalogue &catalogue)
{
    QList<Change> changes;
    if (catalogue.find(signs.runnerUp.name))
        changes.append(WithIntent{signs.runnerUp.name});
    if (const double less = onGrid(enough(limits) / step - 1); less >= 0)
        changes.append(WithConfidence{less});
    const auto on = [&](Rule rule) { return !limits.off.contains(rule); };
    if (on(Rule::Mood) && signs.mood.level > limits.moodAtOrBelow && limits.moodAtOrBelow >= 1)
        changes.append(WithMood{limits.moodAtOrBelow});
    if (on(Rule::ToolFailed))
        changes.append(WithFailedTools{limits.mostFailedTools + 1});
    if (on(Rule::SameAnswer))
        changes.append(WithSameAnswers{limits.mostSameAnswers + 1});
    if (on(Rule::RepeatContact))
        changes.append(WithContacts{limits.mostContacts + 1});
    if (on(Rule::HighValue) && limits.valueFrom != ValueTier::Absent)
        changes.append(WithValue{limits.valueFrom});
    return changes;
}

Signals changedAll(Signals signs, const QList<Change> &changes)
{
    for (const Change &change : changes)
        signs = changed(std::move(signs), change);
    return signs;
}

bool smaller(const Change &a, const Change &b, const Signals &signs)
{
    return sizeOf(a, signs) < sizeOf(b, signs);
}

} // namespace

Signals changed(Signals signs, const Change &change)
{
    std::visit(Overloaded{[&](const WithConfidence &c) { signs.intent.confidence = c.confidence; },
                          [&](const WithMood &c) { signs.mood.level = c.level; },
                          [&](const WithoutPhrase &c) {
                              signs.phrases.removeIf(
                                  [&](const PhraseSignal &p) { return p.phrase == c.phrase; });
                          },
                          [&](const WithFailedTools &c) { signs.failedTools.resize(c.count); },
                          [&](const WithSameAnswers &c) { signs.sameAnswers = c.count; },
                          [&](const WithContacts &c) { signs.contacts90d = c.count; },
                          [&](const WithValue &c) { signs.value = c.value; },
                          [&](const WithIntent &c) { signs.intent.name = c.name; },
                          [&](const WithBotAgreeing &) {
                              if (signs.botIntent)
                                  signs.botIntent->name = signs.intent.name;
                          }},
               change);
    return signs;
}

std::optional<Flip> explain(const Signals &signs, const Policy &policy, const Catalogue &catalogue)
{
    const Judgement &limits = policy.judgement;
    const Decision decision = decide(signs, policy, catalogue);
    QList<Change> candidates;
    for (const Trigger &trigger : decision.triggers)
        candidates += remedies(trigger, signs, limits, catalogue);
    candidates += provocations(signs, limits, catalogue);

    std::optional<Flip> best;
    for (const Change &change : candidates) {
        const Route route = routeFor(changed(signs, change), policy, catalogue);
        if (route != decision.route && (!best || smaller(change, best->changes.first(), signs)))
            best = Flip{{change}, route};
    }
    if (best)
        return best;

    // Only together: all that leads to this route has to go.
    QList<Change> together;
    for (const Trigger &trigger : decision.triggers) {
        if (trigger.leadsTo != decision.route)
            continue;
        const QList<Change> needed = remedies(trigger, signs, limits, catalogue);
        if (needed.isEmpty())
            return {};
        for (const Change &change : needed) {
            if (!together.contains(change))
                together.append(change);
        }
    }
    const auto routeWith = [&](const QList<Change> &changes) {
        return routeFor(changedAll(signs, changes), policy, catalogue);
    };
    if (routeWith(together) == decision.route)
        return {};
    for (qsizetype i = together.size() - 1; i >= 0; --i) {
        QList<Change> fewer = together;
        fewer.removeAt(i); // another change may have settled this one too
        if (routeWith(fewer) != decision.route)
            together = fewer;
    }
    return Flip{together, routeWith(together)};
}

} // namespace baton::policy
