#pragma once

#include "core/base/Clock.h"

#include <atomic>

namespace baton::test {

/// Stands still until it is told to move. Both times move together unless set apart. Thread-safe.
class FakeClock final : public Clock
{
public:
    Instant now() const override { return {m_now.load()}; }
    qint64 steadyMs() const override { return m_steady.load(); }

    void advance(qint64 milliseconds)
    {
        m_now += milliseconds;
        m_steady += milliseconds;
    }
    void setNow(Instant now) { m_now = now.ms; } ///< the wall clock was put forward or back

private:
    std::atomic<qint64> m_now = 1763474760000; // 2025-11-18T14:06:00Z
    std::atomic<qint64> m_steady = 1000;
};

} // namespace baton::test
