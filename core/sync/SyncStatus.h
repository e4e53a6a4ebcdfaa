#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/sync/Upstream.h"

namespace baton::sync {

enum class Connection { Starting, Online, Offline };

/// What the status bar and the banner say about upstream. A value; published after every round.
struct SyncStatus
{
    Connection connection = Connection::Starting;
    bool busy = false;
    double progress = 1; ///< 0 … 1 of a long pull, 1 when idle
    std::optional<Instant> offlineSince;
    std::optional<Instant> lastSync; ///< end of the last complete round
    qint64 nextTrySteadyMs = 0;      ///< by Clock::steadyMs(); 0 when not waiting
    std::optional<Error> problem;
    QList<ColleagueAt> colleagues;         ///< who is where; nobody while offline
    QList<PersonDuty> people;              ///< who is there to work; nobody while offline
    int rejectedLines = 0;                 ///< since start
    QList<packet::Rejection> lastRejected; ///< at most 20, newest first
    Capabilities capabilities;
    bool operator==(const SyncStatus &) const = default;
};

} // namespace baton::sync

Q_DECLARE_METATYPE(baton::sync::SyncStatus)
