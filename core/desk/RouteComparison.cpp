#include "core/desk/RouteComparison.h"

#include "core/desk/ConversationJudge.h"
#include "core/store/Store.h"

namespace baton {

namespace {

bool hasCorrectedTier(const store::ConversationRecord &record)
{
    return std::any_of(record.feedback.begin(), record.feedback.end(),
                       [](const Feedback &one) { return one.kind == FeedbackKind::Tier; });
}

bool isChange(const RouteChange &change)
{
    return change.before != change.after || change.intentBefore != change.intentAfter;
}

RouteChange bothReadings(const Conversation &conversation, const ConversationJudge &before,
                         const ConversationJudge &after)
{
    const JudgedLine was = before.line(conversation);
    const JudgedLine becomes = after.line(conversation);
    return {conversation.id, displayName(conversation), was.intent, becomes.intent, was.route,
            becomes.route};
}

} // namespace

std::optional<RouteChange> routeChange(const Conversation &conversation,
                                       const ConversationJudge &before,
                                       const ConversationJudge &after)
{
    const RouteChange change = bothReadings(conversation, before, after);
    return isChange(change) ? std::optional(change) : std::nullopt;
}

Result<RouteChanges> compareRoutes(store::Store &store, const ConversationJudge &before,
                                   const ConversationJudge &after,
                                   const std::function<bool(double)> &goOn)
{
    const auto rows = awaited(store.firstRows({QueueView::AllWaiting, {}, {}}, mostCompared + 1));
    if (!rows)
        return rows.error();
    RouteChanges found;
    found.all = rows->size() <= mostCompared;
    const qsizetype count = std::min<qsizetype>(rows->size(), mostCompared);
    for (qsizetype i = 0; i < count; ++i) {
        if (goOn && !goOn(double(i) / double(count)))
            return Error{ErrorCode::Cancelled, {}, {}};
        const auto record = awaited(store.conversation(rows->at(i).id));
        if (!record && record.error().code == ErrorCode::NotFound)
            continue; // it left meanwhile
        if (!record)
            return record.error();
        ++found.compared;
        RouteChange change = bothReadings(record->upstream, before, after);
        if (hasCorrectedTier(*record) && record->row.judged)
            change.before = change.after = record->row.judged->route;
        if (isChange(change))
            found.changes.append(change);
    }
    return found;
}

} // namespace baton
