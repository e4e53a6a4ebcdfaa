#pragma once

#include "core/base/Clock.h"

#include <mutex>

namespace baton::sync {

enum class Playing { No, Yes };

/// A scenario's time, which runs 1 to 600 times as fast as real time, pauses, and jumps ahead. It
/// never goes back. steadyMs() is the other clock's, so that undo, autosave and back-off keep their
/// real lengths. Any thread.
class DemoClock final : public Clock
{
public:
    static constexpr int fastest = 600;

    /// steady outlives this. Starts paused or playing at 1 ×.
    DemoClock(Instant start, const Clock &steady, Playing playing = Playing::Yes);

    Instant now() const override;
    qint64 steadyMs() const override { return m_steady.steadyMs(); }
    Instant after(qint64 realMs) const override; ///< at the speed of now; paused, as if at 1 ×

    void setPlaying(Playing playing);
    void setSpeed(int factor); ///< brought within 1 … fastest
    void jumpTo(Instant moment);
    Playing playing() const;
    int speed() const;

private:
    Instant nowLocked() const;
    void rebaseLocked();

    const Clock &m_steady;
    mutable std::mutex m_mutex;
    Instant m_base;
    qint64 m_baseSteadyMs;
    int m_speed = 1;
    Playing m_playing;
};

} // namespace baton::sync
