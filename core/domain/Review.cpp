#include "core/domain/Review.h"

#include <array>

namespace baton {

namespace {

constexpr std::array<QLatin1StringView, size_t(Rule::BrokenPromise) + 1> ruleNames{
    QLatin1StringView("safety"),
    QLatin1StringView("legal"),
    QLatin1StringView("fraud"),
    QLatin1StringView("account_takeover"),
    QLatin1StringView("asks_for_person"),
    QLatin1StringView("tier_c"),
    QLatin1StringView("rollback"),
    QLatin1StringView("tier_b"),
    QLatin1StringView("none_of_these"),
    QLatin1StringView("confidence"),
    QLatin1StringView("intent_disagreement"),
    QLatin1StringView("mood"),
    QLatin1StringView("tool_failed"),
    QLatin1StringView("same_answer"),
    QLatin1StringView("threat_to_leave"),
    QLatin1StringView("repeat_contact"),
    QLatin1StringView("high_value"),
    QLatin1StringView("vulnerable"),
    QLatin1StringView("regulator_or_press"),
    QLatin1StringView("data_protection"),
    QLatin1StringView("broken_promise")};

} // namespace

bool hasName(MonitorKind kind)
{
    return kind == MonitorKind::Rule || kind == MonitorKind::Intent || kind == MonitorKind::Tier;
}

std::optional<double> mostLimit(MonitorKind kind)
{
    switch (kind) {
    case MonitorKind::LowCsat:
        return 5;
    case MonitorKind::Rewritten:
        return 100;
    case MonitorKind::Hasty:
        return 3600;
    case MonitorKind::NewAgent:
        return 1000;
    case MonitorKind::LowConfidence:
        return 1;
    default:
        return {};
    }
}

std::optional<Rule> ruleNamed(const QString &name)
{
    for (size_t i = 0; i < ruleNames.size(); ++i) {
        if (name == ruleNames[i])
            return Rule(i);
    }
    return {};
}

QString nameInJson(Rule rule)
{
    return ruleNames[size_t(rule)];
}

} // namespace baton
