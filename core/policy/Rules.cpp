#include "core/policy/Rules.h"

#include <algorithm>
#include <cmath>

namespace baton::policy {

namespace {

constexpr quint32 bitOfPhrase(Phrase phrase)
{
    return 1U << static_cast<unsigned>(phrase);
}

constexpr quint32 escalating = bitOf(Rule::Safety) | bitOf(Rule::Legal) | bitOf(Rule::Fraud)
    | bitOf(Rule::AccountTakeover) | bitOf(Rule::AsksForPerson) | bitOf(Rule::TierC)
    | bitOf(Rule::Vulnerable) | bitOf(Rule::RegulatorOrPress);

constexpr Phrase allPhrases[]
    = {Phrase::Safety,          Phrase::Legal,         Phrase::Fraud,
       Phrase::AccountTakeover, Phrase::AsksForPerson, Phrase::ThreatToLeave,
       Phrase::RepeatContact,   Phrase::Vulnerable,    Phrase::RegulatorOrPress,
       Phrase::DataProtection,  Phrase::BrokenPromise};

constexpr qint64 longestTurnMs = 10 * minuteMs; // who takes longer did something else meanwhile

quint16 steps(double confidence)
{
    return quint16(std::lround(std::clamp(confidence, 0.0, 1.0) * 1e4));
}

template <class To>
To capped(qint64 value)
{
    return To(std::clamp<qint64>(value, 0, std::numeric_limits<To>::max()));
}

/// Who replied, when, and how long people were at it: each turn from what was last said before it.
void readWork(const Conversation &conversation, SignalRecord &record)
{
    Instant before = conversation.handedOffAt.value_or(conversation.createdAt);
    qint64 worked = 0;
    for (const Message &message : conversation.messages) {
        if (message.presence != Presence::Present || message.visibility != Visibility::Public)
            continue;
        if (message.from == Sender::Agent) {
            worked += std::clamp<qint64>(message.at - before, 0, longestTurnMs);
            record.agent = AgentId(message.author.id);
            if (record.repliedS == 0)
                record.repliedS
                    = std::max(1U, capped<quint32>((message.at - conversation.createdAt) / 1000));
        }
        before = std::max(before, message.at);
    }
    record.workedS = capped<quint16>(worked / 1000);
}

} // namespace

Observed observedOf(const Signals &signs)
{
    Observed seen;
    seen.confidence = signs.intent.confidence;
    for (const PhraseSignal &sign : signs.phrases)
        seen.phrases |= bitOfPhrase(sign.phrase);
    seen.botDisagrees = signs.botIntent && signs.botIntent->name != signs.intent.name;
    seen.mood = signs.mood.level;
    seen.failedTools = int(signs.failedTools.size());
    seen.sameAnswers = signs.sameAnswers;
    seen.contacts90d = signs.contacts90d;
    seen.value = signs.value;
    seen.lot = signs.lot;
    return seen;
}

Observed observedOf(const SignalColumns &columns, std::size_t i)
{
    Observed seen;
    seen.confidence = columns.confidence[i] / 1e4; // the same bits as a text's, which is in steps
    seen.phrases = columns.phrases[i] & SignalColumns::phraseBits;
    seen.botDisagrees = (columns.phrases[i] & SignalColumns::disagreesBit) != 0;
    seen.mood = columns.mood[i] & 0xF;
    seen.failedTools = columns.failedTools[i];
    seen.sameAnswers = columns.sameAnswers[i];
    seen.contacts90d = columns.contacts90d[i];
    seen.value = static_cast<ValueTier>(columns.value[i]);
    seen.lot = columns.lot[i];
    return seen;
}

Cell cellOf(const Intent &intent, const Judgement &limits)
{
    return limits.matrix.value(intent.name, {intent.risk, intent.complexity});
}

Route tierOf(const Intent &intent, const Judgement &limits)
{
    const auto placed = limits.matrix.constFind(intent.name);
    return placed == limits.matrix.cend() ? baton::tierOf(intent)
                                          : baton::tierOf(placed->risk, placed->complexity);
}

Standing standingOf(const QString &intent, const Judgement &limits, const Catalogue &catalogue)
{
    const Intent *known = catalogue.find(intent);
    Standing standing;
    standing.known = known != nullptr;
    if (known)
        standing.tier = tierOf(*known, limits);
    standing.open = limits.open.contains(intent);
    standing.rolledBack
        = limits.rolledBack.contains(intent) || limits.rolledBackTiers.contains(standing.tier);
    if (standing.rolledBack)
        standing.alone = 0;
    else if (const auto share = limits.canary.constFind(intent); share != limits.canary.cend())
        standing.alone = int(std::lround(*share * lots));
    return standing;
}

quint32 switchedOn(const Judgement &limits)
{
    quint32 on = ~0U;
    for (const Rule rule : limits.off) {
        if (isSwitchable(rule))
            on &= ~bitOf(rule);
    }
    return on;
}

quint32 rulesHeld(const Observed &seen, const Standing &intent, const Judgement &limits, quint32 on)
{
    quint32 held = 0;
    for (const Phrase phrase : allPhrases) {
        if ((seen.phrases & bitOfPhrase(phrase)) != 0)
            held |= bitOf(ruleOf(phrase));
    }
    const auto when = [&held](bool holds, Rule rule) { held |= holds ? bitOf(rule) : 0; };
    when(intent.known && intent.tier == Route::Escalate, Rule::TierC);
    when(seen.lot >= intent.alone, Rule::Rollback);
    when(intent.tier == Route::Assist && !intent.open, Rule::TierB);
    when(!intent.known, Rule::NoneOfThese);
    when(seen.confidence < limits.containConfidence, Rule::Confidence);
    when(seen.botDisagrees, Rule::IntentDisagreement);
    when(seen.mood <= limits.moodAtOrBelow, Rule::Mood);
    when(seen.failedTools > limits.mostFailedTools, Rule::ToolFailed);
    when(seen.sameAnswers > limits.mostSameAnswers, Rule::SameAnswer);
    when(seen.contacts90d > limits.mostContacts, Rule::RepeatContact);
    when(seen.value != ValueTier::Absent && seen.value >= limits.valueFrom, Rule::HighValue);
    return held & on;
}

Route leadsTo(Rule rule)
{
    return (escalating & bitOf(rule)) != 0 ? Route::Escalate : Route::Assist;
}

Route routeOf(quint32 rules)
{
    if ((rules & escalating) != 0)
        return Route::Escalate;
    return rules != 0 ? Route::Assist : Route::Contain;
}

SignalRecord recordOf(const Conversation &conversation, const Signals &signs)
{
    const Observed seen = observedOf(signs);
    SignalRecord record;
    record.at = conversation.createdAt;
    const Instant arrived = conversation.handedOffAt.value_or(conversation.createdAt);
    record.arrivedS = capped<quint32>((arrived - conversation.createdAt) / 1000);
    readWork(conversation, record);
    record.intent = signs.intent.name;
    record.confidence = steps(signs.intent.confidence);
    record.margin = steps(signs.intent.confidence - signs.runnerUp.confidence);
    record.phrases = quint16(seen.phrases);
    record.botNamed = signs.botIntent.has_value();
    record.botDisagrees = seen.botDisagrees;
    record.mood = quint8(seen.mood);
    record.trend = signs.mood.trend;
    record.value = seen.value;
    record.failedTools = capped<quint16>(seen.failedTools);
    record.sameAnswers = capped<quint16>(seen.sameAnswers);
    record.contacts90d = capped<quint16>(seen.contacts90d);
    record.lot = quint16(seen.lot);
    record.channel = conversation.channel;
    record.queue = conversation.queue;
    record.taken = conversation.routeTaken;
    if (conversation.outcome) {
        record.outcome = conversation.outcome->kind;
        record.csat = quint8(std::clamp(conversation.outcome->csat.value_or(0), 0, 5));
        record.reopened = conversation.outcome->reopened;
    }
    return record;
}

Catalogue placed(Catalogue catalogue, const Judgement &limits)
{
    for (Intent &intent : catalogue.intents) {
        const auto at = limits.matrix.constFind(intent.name);
        if (at == limits.matrix.cend())
            continue;
        intent.risk = at->risk;
        intent.complexity = at->complexity;
        intent.pin.reset();
    }
    return catalogue;
}

} // namespace baton::policy
