#pragma once

#include "core/domain/Signal.h"

#include <variant>

/// What a policy makes of signals (DESIGN §5): a route, every trigger that held, and the smallest
/// change that would have flipped it.
namespace baton {

/// Names in JSON and policy files: the same in lower case with underscores.
enum class Rule {
    Safety,
    Legal,
    Fraud,
    AccountTakeover,
    AsksForPerson,
    TierC, ///< the intent is for people only
    Rollback,
    TierB, ///< the intent is not open to the bot
    NoneOfThese,
    Confidence,
    IntentDisagreement,
    Mood,
    ToolFailed,
    SameAnswer,
    ThreatToLeave,
    RepeatContact,
    HighValue,
    Vulnerable,
    RegulatorOrPress,
    DataProtection,
    BrokenPromise
};

/// What people call a rule by, from 1.
constexpr int ruleNumber(Rule rule)
{
    return static_cast<int>(rule) + 1;
}

/// The rule that a phrase fires.
constexpr Rule ruleOf(Phrase phrase)
{
    switch (phrase) {
    case Phrase::Safety:
        return Rule::Safety;
    case Phrase::Legal:
        return Rule::Legal;
    case Phrase::Fraud:
        return Rule::Fraud;
    case Phrase::AccountTakeover:
        return Rule::AccountTakeover;
    case Phrase::AsksForPerson:
        return Rule::AsksForPerson;
    case Phrase::ThreatToLeave:
        return Rule::ThreatToLeave;
    case Phrase::RepeatContact:
        return Rule::RepeatContact;
    case Phrase::Vulnerable:
        return Rule::Vulnerable;
    case Phrase::RegulatorOrPress:
        return Rule::RegulatorOrPress;
    case Phrase::DataProtection:
        return Rule::DataProtection;
    case Phrase::BrokenPromise:
        return Rule::BrokenPromise;
    }
    return Rule::Safety;
}

/// C for escalate, B for assist, A for contain: what badges, JSON and triggers show.
constexpr char tierLetter(Route route)
{
    switch (route) {
    case Route::Contain:
        return 'A';
    case Route::Assist:
        return 'B';
    case Route::Escalate:
        return 'C';
    }
    return 'B';
}

/// A rule that held. observed and limit are values, not words: "0.71" and "0.85", "C" and "A or B".
struct Trigger
{
    Rule rule = Rule::Safety;
    Route leadsTo = Route::Assist; ///< Escalate or Assist
    QString observed;
    QString limit;
    QList<Evidence> evidence;
    bool operator==(const Trigger &) const = default;
};

// What could have been otherwise. Each changes one signal.
struct WithConfidence
{
    double confidence = 0;
    bool operator==(const WithConfidence &) const = default;
};
struct WithMood
{
    int level = 3;
    bool operator==(const WithMood &) const = default;
};
struct WithoutPhrase
{
    Phrase phrase = Phrase::Safety;
    bool operator==(const WithoutPhrase &) const = default;
};
struct WithFailedTools
{
    int count = 0;
    bool operator==(const WithFailedTools &) const = default;
};
struct WithSameAnswers
{
    int count = 0;
    bool operator==(const WithSameAnswers &) const = default;
};
struct WithContacts
{
    int count = 0;
    bool operator==(const WithContacts &) const = default;
};
struct WithValue
{
    ValueTier value = ValueTier::Absent;
    bool operator==(const WithValue &) const = default;
};
struct WithIntent ///< with the confidence that Baton's own guess has
{
    QString name;
    bool operator==(const WithIntent &) const = default;
};
struct WithBotAgreeing
{
    bool operator==(const WithBotAgreeing &) const = default;
};
using Change = std::variant<WithConfidence, WithMood, WithoutPhrase, WithFailedTools,
                            WithSameAnswers, WithContacts, WithValue, WithIntent, WithBotAgreeing>;

/// One change where one is enough; else the fewest that do it together.
struct Flip
{
    QList<Change> changes;
    Route to = Route::Assist;
    bool operator==(const Flip &) const = default;
};

struct Decision
{
    Route route = Route::Assist;
    QList<Trigger> triggers; ///< all that held, in the order of Rule
    int policyVersion = 0;
    bool operator==(const Decision &) const = default;
};

} // namespace baton
