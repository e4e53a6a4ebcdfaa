#include "core/store/ConversationRow.h"

#include "core/domain/Tags.h"

namespace baton::store {

QueueRow readQueueRow(const Query &query)
{
    QueueRow row;
    row.row = query.integer(0);
    row.id = ConversationId(query.text(1));
    row.name = query.text(2);
    row.need = query.text(3);
    row.channel = query.number<Channel>(4);
    row.value = query.number<ValueTier>(5);
    row.state = query.number<State>(6);
    row.origin = query.number<Origin>(7);
    row.owner = {query.text(8), query.text(9)};
    row.queue = QueueId(query.text(10));
    row.sla = {query.number<SlaState>(11), query.number<SlaSource>(12), query.moment(13),
               query.moment(14)};
    row.place = {
        static_cast<int>(query.integer(15)), query.integer(16), static_cast<int>(query.integer(17)),
        static_cast<int>(query.integer(18)), query.integer(19), row.id.text()};
    row.snoozedUntil = query.moment(20);
    if (const qint64 by = query.integer(21); by != 0) {
        row.judged = {query.number<Route>(22),
                      static_cast<quint32>(query.integer(23)),
                      static_cast<int>(query.integer(24)),
                      query.number<Trend>(25),
                      query.text(26),
                      query.real(27),
                      by};
    }
    if (const std::optional<Instant> back = query.moment(28))
        row.backMs = back->ms;
    row.backTo = ConversationId(query.text(29));
    row.duplicateOf = ConversationId(query.text(30));
    row.incident = query.integer(31);
    row.tags = tagsOf(query.text(32));
    return row;
}

bool counts(const ConversationRow &row, Tally tally)
{
    switch (tally) {
    case Tally::TierC:
        return row.shelf == Shelf::Queue && row.row.place.tier == 0;
    case Tally::Recontacts:
        return row.shelf == Shelf::Queue && row.row.backMs.has_value();
    case Tally::Bot:
    case Tally::Queue:
    case Tally::Snoozed:
    case Tally::Archive:
        break;
    }
    return static_cast<int>(row.shelf) == static_cast<int>(tally);
}

QueueRow readShownRow(const Query &query, const AgentId &me)
{
    QueueRow row = readQueueRow(query);
    const bool mine = !row.owner.id.isEmpty() && row.owner.id == me.text();
    row.unread = mine && query.integer(rowColumns - 1) != 0;
    row.draft = query.integer(rowColumns) != 0;
    return row;
}

} // namespace baton::store
