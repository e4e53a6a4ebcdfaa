#include "core/desk/PolicyDraft.h"

#include "core/desk/ConversationJudge.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <bit>

namespace baton {

namespace {

using policy::bitOf;

/// In the order in which they are shown.
constexpr Rule shownRules[] = {Rule::AsksForPerson,
                               Rule::Legal,
                               Rule::Fraud,
                               Rule::Safety,
                               Rule::AccountTakeover,
                               Rule::SameAnswer,
                               Rule::Mood,
                               Rule::HighValue,
                               Rule::ToolFailed,
                               Rule::RepeatContact,
                               Rule::ThreatToLeave,
                               Rule::IntentDisagreement,
                               Rule::Vulnerable,
                               Rule::RegulatorOrPress,
                               Rule::DataProtection,
                               Rule::BrokenPromise};

constexpr int mostExamples = 3;

constexpr quint32 draftFor = bitOf(Rule::TierB) | bitOf(Rule::Rollback) | bitOf(Rule::NoneOfThese)
    | bitOf(Rule::Confidence) | bitOf(Rule::HighValue);

void addExamples(PolicyRule &rule, const ConversationJudge &judge)
{
    for (const signs::TermExample &example : judge.terms().examples()) {
        if (ruleOf(example.phrase) != rule.rule || example.language != QLatin1StringView("en"))
            continue;
        QStringList &list = example.fires ? rule.fires : rule.quiet;
        if (list.size() < mostExamples)
            list.append(example.text);
    }
}

/// Of the bot's own intent, where it named one and the reading is as sure as that.
std::optional<double> agreementFrom(const SignalColumns &columns, double confidence)
{
    qint64 named = 0;
    qint64 same = 0;
    const double least = confidence * 1e4;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if ((columns.phrases[i] & SignalColumns::namedBit) == 0 || columns.confidence[i] < least)
            continue;
        ++named;
        same += (columns.phrases[i] & SignalColumns::disagreesBit) == 0 ? 1 : 0;
    }
    return named == 0 ? std::nullopt : std::optional(double(same) / double(named));
}

} // namespace

PolicyLimits limitsOf(const policy::Policy &policy)
{
    const policy::Judgement &judgement = policy.judgement;
    PolicyLimits limits;
    limits.high = judgement.containConfidence;
    limits.medium = judgement.mediumConfidence;
    limits.csatFall = policy.stopLoss.csatFall;
    limits.recontactRise = policy.stopLoss.recontactRise;
    limits.csatLevel = policy.stopLoss.csatLevel;
    limits.recontactLevel = policy.stopLoss.recontactLevel;
    limits.mostSameAnswers = judgement.mostSameAnswers;
    limits.mostFailedTools = judgement.mostFailedTools;
    limits.moodAtOrBelow = judgement.moodAtOrBelow;
    return limits;
}

void setLimits(policy::Policy &policy, const PolicyLimits &limits)
{
    policy::Judgement &judgement = policy.judgement;
    judgement.containConfidence = std::clamp(limits.high, 0.5, 1.0);
    judgement.mediumConfidence = std::clamp(limits.medium, 0.0, judgement.containConfidence);
    judgement.mostSameAnswers = std::clamp(limits.mostSameAnswers, 1, 100);
    judgement.mostFailedTools = std::clamp(limits.mostFailedTools, 0, 100);
    judgement.moodAtOrBelow = std::clamp(limits.moodAtOrBelow, 1, 4);
    policy.stopLoss.csatFall = std::clamp(limits.csatFall, 0.01, 1.0);
    policy.stopLoss.recontactRise = std::clamp(limits.recontactRise, 0.01, 10.0);
}

void describe(PolicyState &state, const policy::Policy &live, const policy::Policy &draft,
              const Catalogue &catalogue, const ConversationJudge *judge)
{
    const policy::Judgement &limits = draft.judgement;
    state.limits = limitsOf(draft);
    state.liveLimits = limitsOf(live);
    state.queues = draft.queues;
    state.targets = draft.targets;
    state.calendars = draft.calendars;
    state.hoursChanged = draft.targets != live.targets || draft.calendars != live.calendars
        || draft.queues != live.queues;
    state.approvedAgents.clear();
    for (const AgentId &agent : draft.approval.agents)
        state.approvedAgents.append(agent.text());
    state.approvedIntents = draft.approval.intents;
    state.intents.clear();
    for (const Intent &intent : catalogue.intents) {
        const policy::Cell cell = policy::cellOf(intent, limits);
        PolicyIntent one;
        one.name = intent.name;
        one.title = intent.title;
        one.risk = cell.risk;
        one.complexity = cell.complexity;
        one.pinned = intent.pin.has_value() && !limits.matrix.contains(intent.name);
        one.open = limits.open.contains(intent.name);
        one.rolledBack = limits.rolledBack.contains(intent.name);
        one.canary = one.rolledBack ? 0 : limits.canary.value(intent.name);
        const bool wasPinned
            = intent.pin.has_value() && !live.judgement.matrix.contains(intent.name);
        one.moved = cell != policy::cellOf(intent, live.judgement) || one.pinned != wasPinned
            || one.open != live.judgement.open.contains(intent.name)
            || one.rolledBack != live.judgement.rolledBack.contains(intent.name)
            || limits.canary.value(intent.name) != live.judgement.canary.value(intent.name);
        one.tier = policy::tierOf(intent, limits);
        state.intents.append(one);
    }
    std::sort(state.intents.begin(), state.intents.end(),
              [](const PolicyIntent &a, const PolicyIntent &b) { return a.title < b.title; });
    state.rules.clear();
    for (const Rule rule : shownRules) {
        PolicyRule one;
        one.rule = rule;
        one.leadsTo = policy::leadsTo(rule);
        one.locked = policy::isLocked(rule);
        one.on = one.locked || !limits.off.contains(rule);
        one.changed = limits.off.contains(rule) != live.judgement.off.contains(rule);
        if (judge)
            addExamples(one, *judge);
        state.rules.append(one);
    }
}

PolicyWhatIf whatIfOf(const PolicyHistory &history, const policy::Policy &live,
                      const policy::Policy &draft)
{
    QElapsedTimer timer;
    timer.start();
    const SignalColumns &columns = history.columns();
    policy::Policy everything = draft;
    everything.judgement.off.clear();
    const std::vector<quint32> all = history.rulesUnder(everything);
    std::vector<quint32> rules(all.size());
    std::transform(all.begin(), all.end(), rules.begin(),
                   [on = policy::switchedOn(draft.judgement)](quint32 held) { return held & on; });
    const policy::Comparison found = policy::compare(columns, history.rulesNow(), rules);
    PolicyWhatIf whatIf;
    whatIf.isRead = true;
    whatIf.all = found.all;
    whatIf.changed = found.changed;
    whatIf.known = found.known;
    whatIf.flows = found.flows;
    for (const policy::IntentFlow &intent : found.intents)
        whatIf.intents.insert(intent.intent, intent.all);
    for (const quint16 confidence : columns.confidence) {
        const int bin = confidence * confidenceBins / 10'001;
        ++whatIf.confidence[std::size_t(bin)];
    }
    for (quint32 held : all) {
        for (; held != 0; held &= held - 1)
            ++whatIf.held[std::size_t(std::countr_zero(held))];
    }
    for (const quint32 held : rules) {
        switch (policy::routeOf(held)) {
        case Route::Escalate:
            ++whatIf.toPerson;
            break;
        case Route::Assist:
            ++((held & draftFor) != 0 ? whatIf.toDraft : whatIf.otherwise);
            break;
        case Route::Contain:
            ++whatIf.toBot;
            break;
        }
    }
    whatIf.agreement = agreementFrom(columns, draft.judgement.containConfidence);
    whatIf.agreementBefore = agreementFrom(columns, live.judgement.containConfidence);
    whatIf.changedAt = std::make_shared<const std::vector<quint32>>(found.changedAt);
    whatIf.tookMs = double(timer.nsecsElapsed()) / 1e6;
    return whatIf;
}

void addLooked(PolicyWhatIf &whatIf, const SignalColumns &columns,
               const std::vector<PlacedLook> &looked, const policy::Policy &live,
               const policy::Policy &draft)
{
    whatIf.drawn = std::count_if(looked.begin(), looked.end(), [](const PlacedLook &one) {
        return one.looked == LookedAt::Drawn;
    });
    if (whatIf.drawn < quality::leastReadings)
        return;
    const auto from = [&](double confidence) -> std::optional<ReadRightly> {
        quality::Reliability curve = reliabilityFrom(columns, looked, confidence);
        curve.leastDrawn = 1;
        if (!curve.restsOnDrawn())
            return {};
        const quality::Bounds bounds = curve.interval();
        return ReadRightly{*curve.share(), bounds.lower, bounds.upper, curve.drawn()};
    };
    whatIf.readRightly = from(draft.judgement.containConfidence);
    whatIf.readRightlyBefore = from(live.judgement.containConfidence);
}

void addLoads(PolicyWhatIf &whatIf, const PolicyTrial &trial)
{
    const auto weekly = [&whatIf](const policy::Load &load) {
        return PeopleLoad{load.hours * 7 / whatIf.days, load.late};
    };
    whatIf.before = weekly(trial.before);
    whatIf.after = weekly(trial.after);
}

PolicyMove moveOf(const PolicyHistory &history, std::size_t at, const policy::Policy &live,
                  const policy::Policy &draft, const Catalogue &catalogue)
{
    const SignalColumns &columns = history.columns();
    const SignalRecord record = columns.at(at);
    const policy::Judgement &limits = draft.judgement;
    const quint32 was = history.rulesNow()[at];
    const quint32 is = policy::rulesHeld(policy::observedOf(columns, at),
                                         policy::standingOf(record.intent, limits, catalogue),
                                         limits, policy::switchedOn(limits));
    PolicyMove move;
    move.intent = record.intent;
    move.from = policy::routeOf(was);
    move.to = policy::routeOf(is);
    move.confidence = record.confidence / 1e4;
    if (const Intent *intent = catalogue.find(record.intent))
        move.intentMoved
            = policy::cellOf(*intent, limits) != policy::cellOf(*intent, live.judgement);
    move.ruleGone = (is & ~was) == 0;
    if (const quint32 other = move.ruleGone ? was & ~is : is & ~was; other != 0)
        move.rule = static_cast<Rule>(std::countr_zero(other));
    if (policy::isKnown(columns, at, move.to)) {
        move.outcome = record.outcome;
        move.csat = record.csat;
    }
    return move;
}

} // namespace baton
