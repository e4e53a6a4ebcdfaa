#pragma once

#include "core/domain/Queue.h"

/// Which conversations stand in a view and in what order; c is the conversation table. Each is one
/// range of one index, named, so that SQLite refuses rather than sorts should the two ever drift
/// apart.

#define BATON_QUEUE_ORDER                                                                          \
    " ORDER BY c.safety, c.due_floor, c.tier, c.value_rank, c.waiting_since, c.id"

#define BATON_WAITING                                                                              \
    " FROM conversation AS c INDEXED BY conversation_queue WHERE c.shelf = 1" BATON_QUEUE_ORDER

/// ?1 the owner.
#define BATON_MINE                                                                                 \
    " FROM conversation AS c INDEXED BY conversation_owner "                                       \
    "WHERE c.owner_id = ?1 AND c.shelf IN (1, 2)" BATON_QUEUE_ORDER

#define BATON_TIER_C                                                                               \
    " FROM conversation AS c INDEXED BY conversation_tier_c WHERE c.shelf = 1 AND c.tier = "       \
    "0" BATON_QUEUE_ORDER

#define BATON_RECONTACTS                                                                           \
    " FROM conversation AS c INDEXED BY conversation_back WHERE c.shelf = 1 AND c.back_ms IS NOT " \
    "NULL" BATON_QUEUE_ORDER

/// ?1 safety, asked for 0 and then for 1: so it is one range, whatever else waits. ?2 due before.
#define BATON_BREACHING                                                                            \
    " FROM conversation AS c INDEXED BY conversation_queue WHERE c.shelf = 1 AND c.safety = ?1 "   \
    "AND c.due_floor <= ?2 AND c.due < ?2 AND c.sla_state = 1" BATON_QUEUE_ORDER

#define BATON_ARCHIVE                                                                              \
    " FROM conversation AS c INDEXED BY conversation_archive WHERE c.shelf = 3 ORDER BY c.row "    \
    "DESC"

static_assert(static_cast<int>(baton::SlaState::Running) == 1,
              "BATON_BREACHING names it by number");
