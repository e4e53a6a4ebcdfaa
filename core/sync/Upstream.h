#pragma once

#include "core/base/Result.h"
#include "core/domain/Act.h"
#include "core/domain/Queue.h"
#include "core/domain/Review.h"
#include "core/packet/Packet.h"
#include "core/store/StoreTypes.h"

#include <QtCore/QByteArray>

namespace baton::sync {

/// What an upstream can take; an act it cannot take is never offered in the console.
struct Capabilities
{
    QString name; ///< "folder", "demo", …
    bool claim = false;
    bool note = false;
    bool snooze = false;
    bool transfer = false;
    bool close = false;
    bool tag = false;
    bool presence = false; ///< tells who else looks at a conversation
    bool reportsState
        = false; ///< its packets show our acts after a while; a folder's producer need not
    bool attachments = false; ///< files that go with a reply
    /// Where files of messages lie by their SHA-256: a folder, which may be away, or in the
    /// resources; empty: they cannot be had.
    QString attachmentsAt = {};
    bool operator==(const Capabilities &) const = default;
};

/// Opaque to all but the upstream that made it; empty means from the beginning.
using Cursor = QByteArray;

struct Delta
{
    QList<store::Incoming> packets;
    QList<packet::Rejection> rejected; ///< lines that cost only themselves
    Cursor next;                       ///< to be saved once packets are stored
    bool more = false;                 ///< pull again at once
    double progress = 1;               ///< 0 … 1 of a long pull
    QList<DraftUse> draftUses;         ///< of colleagues, where upstream tells; may come again
    QList<Review> reviews;             ///< likewise
    QList<ColleagueAt> colleagues;     ///< who is where now, all of them; nobody without presence
    QList<PersonDuty> people;          ///< who is there to work now; likewise
};

enum class PushOutcome { Taken, TakenBefore };
struct PushReceipt
{
    PushOutcome outcome = PushOutcome::Taken;
};

/// Where conversations come from and answers go to. Called on the sync thread only, one call at a
/// time. push() may be repeated with the same key and must then take effect once (TakenBefore);
/// what goes with an act is there, whole, before the act is. A
/// call may block; abort() may come from any thread, makes a running call end soon with Cancelled,
/// and holds until the next one. Errors: Offline is tried again with back-off, Refused never,
/// Locked names who holds it.
class Upstream
{
public:
    virtual ~Upstream() = default;
    virtual Result<Delta> pull(const Cursor &since, int limit) = 0;
    virtual Result<PushReceipt> push(const OutboxEntry &entry) = 0;
    /// Whether an act of this key was taken before: asked where a push may have arrived although
    /// its answer did not (a crash, a lost connection), before the act is held and changed.
    virtual Result<bool> hasTaken(const ActKey &key) = 0;
    virtual Capabilities capabilities() const = 0;
    virtual void abort() = 0;
};

} // namespace baton::sync
