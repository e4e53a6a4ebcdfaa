#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// Which views a conversation can stand in; the numbers are in the schema's partial indexes.
enum class Shelf { Bot = 0, Queue = 1, Snoozed = 2, Archive = 3 };

/// What is counted as conversations move: each shelf, and of the queue tier C and recontacts.
enum class Tally { Bot = 0, Queue = 1, Snoozed = 2, Archive = 3, TierC = 4, Recontacts = 5 };
constexpr int tallies = 6;

/// A line of the conversation table. Of row, unread and draft are not in the table: they are made
/// when it is read.
struct ConversationRow
{
    QueueRow row;
    Shelf shelf = Shelf::Queue;
    CustomerId customer;
    Instant createdAt;
    QString contact;        ///< an address that names the customer too, as compared; empty: none
    Instant endedAt = {};   ///< in the archive
    Instant touchedAt = {}; ///< when something was last written or done in it, as far as it says
    bool saysBack = false;  ///< the packet says that the customer is back about the same
    bool unseen = false;
    bool operator==(const ConversationRow &) const = default;
};

bool counts(const ConversationRow &row, Tally tally);

/// The columns that readQueueRow() reads, from the first on; c is the conversation table.
#define BATON_ROW_COLUMNS                                                                          \
    "c.row, c.id, c.name, c.need, c.channel, c.value, c.state, c.origin, c.owner_id, "             \
    "c.owner_name, "                                                                               \
    "c.queue, c.sla_state, c.sla_source, c.sla_started, c.due, c.safety, c.due_floor, c.tier, "    \
    "c.value_rank, c.waiting_since, c.snoozed_until, c.judged_by, c.route, "                       \
    "c.rules, c.mood, c.trend, c.intent, c.confidence, c.back_ms, c.back_to, c.duplicate_of, "     \
    "c.incident, c.tags, c.unseen"
/// The same with what has been typed, for a connection that sees desk.sqlite as main.
#define BATON_SHOWN_COLUMNS                                                                        \
    BATON_ROW_COLUMNS ", EXISTS (SELECT 1 FROM main.draft AS d WHERE d.conversation = c.id)"
constexpr int rowColumns = 34;

/// From BATON_ROW_COLUMNS; unread and draft stay false.
QueueRow readQueueRow(const Query &query);
/// From BATON_SHOWN_COLUMNS.
QueueRow readShownRow(const Query &query, const AgentId &me);

} // namespace baton::store
