#include "core/policy/Policy.h"
#include "core/policy/Rules.h"

#include <array>

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

constexpr std::array<std::pair<Rule, QLatin1StringView>, 21> ruleNames{{
    {Rule::Safety, "safety"_L1},
    {Rule::Legal, "legal"_L1},
    {Rule::Fraud, "fraud"_L1},
    {Rule::AccountTakeover, "account_takeover"_L1},
    {Rule::AsksForPerson, "asks_for_person"_L1},
    {Rule::TierC, "tier_c"_L1},
    {Rule::Rollback, "rollback"_L1},
    {Rule::TierB, "tier_b"_L1},
    {Rule::NoneOfThese, "none_of_these"_L1},
    {Rule::Confidence, "confidence"_L1},
    {Rule::IntentDisagreement, "intent_disagreement"_L1},
    {Rule::Mood, "mood"_L1},
    {Rule::ToolFailed, "tool_failed"_L1},
    {Rule::SameAnswer, "same_answer"_L1},
    {Rule::ThreatToLeave, "threat_to_leave"_L1},
    {Rule::RepeatContact, "repeat_contact"_L1},
    {Rule::HighValue, "high_value"_L1},
    {Rule::Vulnerable, "vulnerable"_L1},
    {Rule::RegulatorOrPress, "regulator_press"_L1},
    {Rule::DataProtection, "data_protection"_L1},
    {Rule::BrokenPromise, "broken_promise"_L1},
}};

QString tierName(Route tier)
{
    return QString(QLatin1Char(tierLetter(tier)));
}

QString valueName(ValueTier value)
{
    switch (value) {
    case ValueTier::Absent:
        return u"none"_s;
    case ValueTier::Standard:
        return u"standard"_s;
    case ValueTier::Plus:
        return u"plus"_s;
    case ValueTier::Vip:
        return u"vip"_s;
    }
    return {};
}

/// Four decimals, so that equal signals read the same everywhere.
QString shown(double confidence)
{
    return QString::number(confidence, 'f', 4);
}

/// The order in which a person reads them: what escalates by its words comes first.
constexpr Rule told[] = {Rule::Safety,
                         Rule::Legal,
                         Rule::Fraud,
                         Rule::AccountTakeover,
                         Rule::AsksForPerson,
                         Rule::Vulnerable,
                         Rule::RegulatorOrPress,
                         Rule::TierC,
                         Rule::Rollback,
                         Rule::TierB,
                         Rule::NoneOfThese,
                         Rule::Confidence,
                         Rule::IntentDisagreement,
                         Rule::Mood,
                         Rule::ToolFailed,
                         Rule::SameAnswer,
                         Rule::ThreatToLeave,
                         Rule::DataProtection,
                         Rule::BrokenPromise,
                         Rule::RepeatContact,
                         Rule::HighValue};

/// Puts a rule that held into words and places.
class Teller
{
public:
    Teller(const Signals &signs, const Judgement &limits, const Standing &standing)
        : m_signs(signs)
        , m_limits(limits)
        , m_standing(standing)
    { }

    Trigger tell(Rule rule) const
    {
        switch (rule) {
        case Rule::TierC:
            return as(rule, u"C"_s, u"A or B"_s);
        case Rule::Rollback:
            return m_standing.alone > 0 ? as(rule, shown(double(m_signs.lot) / lots),
                                             shown(double(m_standing.alone) / lots))
                                        : as(rule, m_signs.intent.name, u"not rolled back"_s);
        case Rule::TierB:
            return as(rule, tierName(m_standing.tier), u"A, or opened by the policy"_s);
        case Rule::NoneOfThese:
            return as(rule, u"none of these"_s, u"an intent of the catalogue"_s);
        case Rule::Confidence:
            return as(rule, shown(m_signs.intent.confidence), shown(m_limits.containConfidence));
        case Rule::IntentDisagreement:
            return as(rule, m_signs.botIntent ? m_signs.botIntent->name : QString(),
                      m_signs.intent.name);
        case Rule::Mood:
            return as(rule, QString::number(m_signs.mood.level),
                      QString::number(m_limits.moodAtOrBelow + 1), m_signs.mood.shown);
        case Rule::ToolFailed:
            return as(rule, QString::number(m_signs.failedTools.size()),
                      QString::number(m_limits.mostFailedTools));
        case Rule::SameAnswer:
            return as(rule, QString::number(m_signs.sameAnswers),
                      QString::number(m_limits.mostSameAnswers), m_signs.sameAnswersShown);
        case Rule::RepeatContact: {
            const QList<Evidence> repeats = evidenceOf(rule);
            return as(rule,
                      repeats.isEmpty() ? QString::number(m_signs.contacts90d)
                                        : repeats.first().text,
                      QString::number(m_limits.mostContacts), repeats);
        }
        case Rule::HighValue:
            return as(rule, valueName(m_signs.value), valueName(m_limits.valueFrom));
        case Rule::Safety:
        case Rule::Legal:
        case Rule::Fraud:
        case Rule::AccountTakeover:
        case Rule::AsksForPerson:
        case Rule::ThreatToLeave:
        case Rule::Vulnerable:
        case Rule::RegulatorOrPress:
        case Rule::DataProtection:
        case Rule::BrokenPromise:
            break;
        }
        const QList<Evidence> found = evidenceOf(rule);
        return as(rule, found.isEmpty() ? QString() : found.first().text, u"none"_s, found);
    }

private:
    static Trigger as(Rule rule, const QString &observed, const QString &limit,
                      const QList<Evidence> &evidence = {})
    {
        return {rule, leadsTo(rule), observed, limit, evidence};
    }

    QList<Evidence> evidenceOf(Rule rule) const
    {
        QList<Evidence> found;
        for (const PhraseSignal &sign : m_signs.phrases) {
            if (ruleOf(sign.phrase) == rule)
                found.append(sign.evidence);
        }
        return found;
    }

    const Signals &m_signs;
    const Judgement &m_limits;
    const Standing &m_standing;
};

} // namespace

bool isLocked(Rule rule)
{
    return rule <= Rule::AsksForPerson;
}

bool isSwitchable(Rule rule)
{
    return rule > Rule::Confidence;
}

QLatin1StringView nameOf(Rule rule)
{
    return ruleNames[static_cast<std::size_t>(rule)].second;
}

std::optional<Rule> ruleNamed(QStringView name)
{
    for (const auto &[rule, spelled] : ruleNames) {
        if (name == spelled)
            return rule;
    }
    return {};
}

Route routeFor(const Signals &signs, const Policy &policy, const Catalogue &catalogue)
{
    const Judgement &limits = policy.judgement;
    return routeOf(rulesHeld(observedOf(signs), standingOf(signs.intent.name, limits, catalogue),
                             limits, switchedOn(limits)));
}

Decision decide(const Signals &signs, const Policy &policy, const Catalogue &catalogue)
{
    const Judgement &limits = policy.judgement;
    const Standing standing = standingOf(signs.intent.name, limits, catalogue);
    const quint32 held = rulesHeld(observedOf(signs), standing, limits, switchedOn(limits));
    Decision decision;
    decision.policyVersion = policy.version;
    decision.route = routeOf(held);
    const Teller teller(signs, limits, standing);
    for (const Rule rule : told) {
        if ((held & bitOf(rule)) != 0)
            decision.triggers.append(teller.tell(rule));
    }
    return decision;
}

} // namespace baton::policy
