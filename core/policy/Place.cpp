#include "core/policy/Policy.h"
#include "core/policy/Targets.h"

namespace baton::policy {

namespace {

constexpr qint64 dueGrain = 5 * 60'000LL;
constexpr int plusValue = 1; // 3 − two pips

bool concernsSafety(const Conversation &conversation, const std::optional<JudgedLine> &judged)
{
    if (judged && judged->holds(Rule::Safety))
        return true;
    if (!conversation.handoff)
        return false;
    const QString safety = QStringLiteral("safety");
    return conversation.handoff->reason == safety
        || conversation.handoff->riskFlags.contains(safety);
}

int tierRank(Route route)
{
    switch (route) {
    case Route::Escalate:
        return 0;
    case Route::Assist:
        return 1;
    case Route::Contain:
        return 2;
    }
    return 1;
}

int pips(ValueTier tier)
{
    switch (tier) {
    case ValueTier::Absent:
        return 0;
    case ValueTier::Standard:
        return 1;
    case ValueTier::Plus:
        return 2;
    case ValueTier::Vip:
        return 3;
    }
    return 0;
}

PlaceReason dueReason(const Sla &sla, Instant now)
{
    return sla.due && now >= *sla.due ? PlaceReason::Overdue : PlaceReason::Due;
}

PlaceReason decider(const PlaceKey &above, const Placement &placement, Instant now)
{
    const PlaceKey &key = placement.key;
    if (above.safety != key.safety)
        return PlaceReason::Safety;
    if (above.dueFloor != key.dueFloor)
        return dueReason(placement.sla, now);
    if (above.tier != key.tier)
        return PlaceReason::TierC;
    if (above.value != key.value)
        return PlaceReason::Value;
    return PlaceReason::WaitingSince;
}

} // namespace

Placement place(const Conversation &conversation, const Policy &policy,
                const std::optional<JudgedLine> &judged)
{
    Placement placement;
    placement.sla = slaOf(conversation, policy, judged);
    placement.queue = queueOf(conversation, policy);
    PlaceKey &key = placement.key;
    key.safety = concernsSafety(conversation, judged) ? 0 : 1;
    key.dueFloor
        = placement.sla.due ? placement.sla.due->ms / dueGrain * dueGrain : PlaceKey::farFuture;
    key.tier = tierRank(tierOf(conversation, judged));
    key.value = 3 - pips(conversation.customer.value);
    key.waitingSince = conversation.waitingSince.value_or(conversation.createdAt).ms;
    key.id = conversation.id.text();
    return placement;
}

PlaceReasons explainPlace(const Placement &placement, const std::optional<PlaceKey> &above,
                          Instant now)
{
    PlaceReasons result{.reasons = {}, .sla = placement.sla};
    QList<PlaceReason> &reasons = result.reasons;
    if (placement.key.safety == 0)
        reasons.append(PlaceReason::Safety);
    if (placement.sla.state == SlaState::Running)
        reasons.append(dueReason(placement.sla, now));
    if (placement.key.tier == 0)
        reasons.append(PlaceReason::TierC);
    if (placement.key.value <= plusValue)
        reasons.append(PlaceReason::Value);
    reasons.append(PlaceReason::WaitingSince);
    if (above) {
        const PlaceReason decided = decider(*above, placement, now);
        reasons.removeOne(decided);
        reasons.prepend(decided);
    }
    return result;
}

} // namespace baton::policy
