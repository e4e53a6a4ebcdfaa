#pragma once

#include "core/domain/Queue.h"
#include "core/domain/Tags.h"
#include "core/store/Connection.h"

/// Which conversations stand in a view and in what order; c is the conversation table. Each is one
/// range of one index, named, so that SQLite refuses rather than sorts should the two ever drift
/// apart.

#define BATON_QUEUE_ORDER                                                                          \
    " ORDER BY c.safety, c.due_floor, c.tier, c.value_rank, c.waiting_since, c.id"

/// What a filter leaves (QueueFilter): ?3 channels and ?4 tiers by their bits, ?5 whether only what
/// nobody has, ?6 the best mood shown, ?7 a tag as tagKeys() writes it.
#define BATON_FILTER                                                                               \
    " AND (1 << c.channel) & ?3 AND (1 << c.tier) & ?4 AND (?5 = 0 OR c.owner_id IS NULL) AND "    \
    "c.mood <= ?6 AND instr(c.tag_keys, ?7)"
/// The row and, by ?8 (QueueSort), what it is sorted by.
#define BATON_ARRANGED                                                                             \
    "SELECT c.row, CASE ?8 WHEN 1 THEN c.waiting_since WHEN 2 THEN -c.waiting_since "              \
    "ELSE c.value_rank END"

#define BATON_WAITING(filter)                                                                      \
    " FROM conversation AS c INDEXED BY conversation_queue "                                       \
    "WHERE c.shelf = 1" filter BATON_QUEUE_ORDER

/// ?1 the owner.
#define BATON_MINE(filter)                                                                         \
    " FROM conversation AS c INDEXED BY conversation_owner "                                       \
    "WHERE c.owner_id = ?1 AND c.shelf IN (1, 2)" filter BATON_QUEUE_ORDER

#define BATON_TIER_C(filter)                                                                       \
    " FROM conversation AS c INDEXED BY conversation_tier_c "                                      \
    "WHERE c.shelf = 1 AND c.tier = 0" filter BATON_QUEUE_ORDER

#define BATON_RECONTACTS(filter)                                                                   \
    " FROM conversation AS c INDEXED BY conversation_back "                                        \
    "WHERE c.shelf = 1 AND c.back_ms IS NOT NULL" filter BATON_QUEUE_ORDER

/// ?1 safety, asked for 0 and then for 1: so it is one range, whatever else waits. ?2 due before.
#define BATON_BREACHING(filter)                                                                    \
    " FROM conversation AS c INDEXED BY conversation_queue WHERE c.shelf = 1 AND c.safety = ?1 "   \
    "AND c.due_floor <= ?2 AND c.due < ?2 AND c.sla_state = 1" filter BATON_QUEUE_ORDER

#define BATON_ARCHIVE(filter)                                                                      \
    " FROM conversation AS c INDEXED BY conversation_archive "                                     \
    "WHERE c.shelf = 3" filter " ORDER BY c.row DESC"

static_assert(static_cast<int>(baton::SlaState::Running) == 1,
              "BATON_BREACHING names it by number");
static_assert(static_cast<int>(baton::QueueSort::LongestWaiting) == 1
                  && static_cast<int>(baton::QueueSort::NewestFirst) == 2,
              "BATON_ARRANGED names them by number");

namespace baton::store {

/// Binds ?1 and ?2 as given, then BATON_FILTER.
template <class First = std::nullopt_t, class Second = std::nullopt_t>
Query &bindFilter(Query &use, const QueueFilter &filter, const First &first = std::nullopt,
                  const Second &second = std::nullopt)
{
    constexpr int all = -1;
    constexpr int anyMood = 5;
    constexpr int upset = 2;
    return use.bind(first, second, filter.channels == 0 ? all : filter.channels,
                    filter.tiers == 0 ? all : filter.tiers, filter.unclaimed,
                    filter.upset ? upset : anyMood, tagKeys(tagList(filter.tag)));
}

} // namespace baton::store
