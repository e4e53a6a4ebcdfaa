#pragma once

#include "core/store/Store.h"
#include "core/sync/Upstream.h"

#include <functional>

namespace baton::sync {

/// What one round did. error is what ended it early; everything before it holds.
struct RoundReport
{
    int pulled = 0; ///< lines read, rejected ones among them
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int rejected = 0;
    int pushed = 0; ///< acts that upstream has now
    int held = 0;
    int refused = 0;
    QList<ColleagueAt> colleagues; ///< as the last pull said
    QList<PersonDuty> people;      ///< likewise
    std::optional<Error> error;
    std::optional<Instant> nextDue; ///< when the next act of the outbox may go, by Clock::now()
    bool operator==(const RoundReport &) const = default;
};

/// Called during a round, on its thread. Each may be empty.
struct RoundHooks
{
    std::function<void(double)> progress; ///< 0 … 1 of a long pull
    std::function<bool()> cancelled;      ///< asked between steps
    std::function<void(const packet::Rejection &)> rejected;
    std::function<void(const ActKey &)> held;
};

/// One round between the store and an upstream: pulls until nothing is left, then pushes what is
/// due. Has no thread of its own and blocks; for the sync thread and batonctl. Acts of a
/// conversation go in the order they were decided: one that is held or not yet due holds back those
/// after it. A round that was cut at any instant, by a crash too, is made good by the next one.
class SyncRound
{
public:
    SyncRound(store::Store &store, Upstream &upstream, const Clock &clock, RoundHooks hooks = {});

    RoundReport run();

private:
    Result<void> pullAll();
    Result<void> store(Delta &delta, bool newCursor);
    Result<void> pushDue();
    enum class Step { GoOn, Blocked };
    Result<Step> pushOne(const OutboxEntry &entry);
    Result<HoldReason> holdReason(const OutboxEntry &entry);
    /// What goes with a reply is here as it was attached, and upstream takes it. Error: Refused.
    Result<void> checkFiles(const Act &act);
    /// False: upstream had it after all, and it is acknowledged.
    Result<bool> settleUnpushed(const OutboxEntry &entry, store::Settlement settlement);
    Result<Step> refuse(const OutboxEntry &entry, const QString &why);
    Result<Step> hold(const OutboxEntry &entry, HoldReason reason);
    Result<void> acknowledge(const ActKey &key, bool attempted);
    void reject(const QList<packet::Rejection> &rejections);
    bool cancelled() const { return m_hooks.cancelled && m_hooks.cancelled(); }

    store::Store &m_store;
    Upstream &m_upstream;
    const Clock &m_clock;
    RoundHooks m_hooks;
    RoundReport m_report;
};

} // namespace baton::sync
