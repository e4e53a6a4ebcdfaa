#include "core/policy/Judgement.h"

#include "core/policy/Policy.h"

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

/// Collects what held; rules come in their order because they are asked in it.
class Judge
{
public:
    Judge(const Signals &signs, const Judgement &limits, const Catalogue &catalogue)
        : m_signs(signs)
        , m_limits(limits)
        , m_intent(catalogue.find(signs.intent.name))
    {
        phrases();
        intent();
        context();
    }

    QList<Trigger> triggers;

private:
    void held(Rule rule, Route leadsTo, const QString &observed, const QString &limit,
              const QList<Evidence> &evidence = {})
    {
        if (!m_limits.off.contains(rule) || !isSwitchable(rule))
            triggers.append({rule, leadsTo, observed, limit, evidence});
    }

    QList<Evidence> evidenceOf(Phrase phrase) const
    {
        QList<Evidence> found;
        for (const PhraseSignal &sign : m_signs.phrases) {
            if (sign.phrase == phrase)
                found.append(sign.evidence);
        }
        return found;
    }

    void phrase(Phrase phrase, Route leadsTo)
    {
        const QList<Evidence> found = evidenceOf(phrase);
        if (!found.isEmpty())
            held(ruleOf(phrase), leadsTo, found.first().text, u"none"_s, found);
    }

    void phrases()
    {
        for (const Phrase locked : {Phrase::Safety, Phrase::Legal, Phrase::Fraud,
                                    Phrase::AccountTakeover, Phrase::AsksForPerson})
            phrase(locked, Route::Escalate);
        phrase(Phrase::Vulnerable, Route::Escalate);
        phrase(Phrase::RegulatorOrPress, Route::Escalate);
    }

    void intent()
    {
        if (m_intent && tierOf(*m_intent) == Route::Escalate)
            held(Rule::TierC, Route::Escalate, u"C"_s, u"A or B"_s);
        // *None of these* counts as tier B.
        const Route tier = m_intent ? tierOf(*m_intent) : Route::Assist;
        if (m_limits.rolledBack.contains(m_signs.intent.name)
            || m_limits.rolledBackTiers.contains(tier))
            held(Rule::Rollback, Route::Assist, m_signs.intent.name, u"not rolled back"_s);
        if (tier == Route::Assist && !m_limits.open.contains(m_signs.intent.name))
            held(Rule::TierB, Route::Assist, tierName(tier), u"A, or opened by the policy"_s);
        if (!m_intent)
            held(Rule::NoneOfThese, Route::Assist, u"none of these"_s,
                 u"an intent of the catalogue"_s);
        if (m_signs.intent.confidence < m_limits.containConfidence)
            held(Rule::Confidence, Route::Assist, shown(m_signs.intent.confidence),
                 shown(m_limits.containConfidence));
        if (m_signs.botIntent && m_signs.botIntent->name != m_signs.intent.name)
            held(Rule::IntentDisagreement, Route::Assist, m_signs.botIntent->name,
                 m_signs.intent.name);
    }

    void context()
    {
        const Mood &mood = m_signs.mood;
        if (mood.level <= m_limits.moodAtOrBelow)
            held(Rule::Mood, Route::Assist, QString::number(mood.level),
                 QString::number(m_limits.moodAtOrBelow + 1), mood.shown);
        if (m_signs.failedTools.size() > m_limits.mostFailedTools)
            held(Rule::ToolFailed, Route::Assist, QString::number(m_signs.failedTools.size()),
                 QString::number(m_limits.mostFailedTools));
        if (m_signs.sameAnswers > m_limits.mostSameAnswers)
            held(Rule::SameAnswer, Route::Assist, QString::number(m_signs.sameAnswers),
                 QString::number(m_limits.mostSameAnswers), m_signs.sameAnswersShown);
        phrase(Phrase::ThreatToLeave, Route::Assist);
        phrase(Phrase::DataProtection, Route::Assist);
        phrase(Phrase::BrokenPromise, Route::Assist);
        const QList<Evidence> repeats = evidenceOf(Phrase::RepeatContact);
        if (!repeats.isEmpty() || m_signs.contacts90d > m_limits.mostContacts)
            held(Rule::RepeatContact, Route::Assist,
                 repeats.isEmpty() ? QString::number(m_signs.contacts90d) : repeats.first().text,
                 QString::number(m_limits.mostContacts), repeats);
        if (m_signs.value != ValueTier::Absent && m_signs.value >= m_limits.valueFrom)
            held(Rule::HighValue, Route::Assist, valueName(m_signs.value),
                 valueName(m_limits.valueFrom));
    }

    const Signals &m_signs;
    const Judgement &m_limits;
    const Intent *m_intent;
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

Decision decide(const Signals &signs, const Policy &policy, const Catalogue &catalogue)
{
    Judge judge(signs, policy.judgement, catalogue);
    Decision decision;
    decision.policyVersion = policy.version;
    decision.route = Route::Contain;
    for (const Trigger &trigger : judge.triggers) {
        if (trigger.leadsTo == Route::Escalate || decision.route == Route::Contain)
            decision.route = trigger.leadsTo;
        if (decision.route == Route::Escalate)
            break;
    }
    decision.triggers = std::move(judge.triggers);
    return decision;
}

} // namespace baton::policy
