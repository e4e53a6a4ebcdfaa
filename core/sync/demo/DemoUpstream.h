#pragma once

#include "core/sync/Upstream.h"
#include "core/sync/demo/DemoControl.h"
#include "core/sync/demo/Ledger.h"

#include <memory>

namespace baton::sync {

/// Six months of closed conversations before the scenario, or none.
enum class Past { None, SixMonths };

/// An invented company as an upstream: customers, a bot and six colleagues, decided by the seed,
/// the clock and what the agent and the presenter do (DESIGN §9). Nothing is stored: a new object
/// begins at the scenario's start again, so a desk's cache must be new as well.
class DemoUpstream final : public Upstream
{
public:
    struct Parts
    {
        quint64 seed = 1;
        Person agent; ///< of the console: whose acts arrive
        Past past = Past::SixMonths;
        demo::Ledger *ledger = nullptr; ///< kept up to date for the shop, where there is one
    };

    /// clock, control and ledger outlive this. About 50 ms.
    DemoUpstream(const Parts &parts, const Clock &clock, DemoControl &control);
    ~DemoUpstream() override;

    /// 2025-11-18 14:06 in Berlin.
    static Instant startsAt();
    static QList<demo::Scene> scenes();

    /// What is open comes first, then what has changed and the past together, newest first.
    Result<Delta> pull(const Cursor &since, int limit) override;
    Result<PushReceipt> push(const OutboxEntry &entry) override;
    Result<bool> hasTaken(const ActKey &key) override;
    Capabilities capabilities() const override;
    void abort() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace baton::sync
