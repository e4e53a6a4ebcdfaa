#include "core/sync/demo/DemoClock.h"

#include <algorithm>

namespace baton::sync {

DemoClock::DemoClock(Instant start, const Clock &steady, Playing playing)
    : m_steady(steady)
    , m_base(start)
    , m_baseSteadyMs(steady.steadyMs())
    , m_playing(playing)
{ }

Instant DemoClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return nowLocked();
}

Instant DemoClock::after(qint64 realMs) const
{
    const std::lock_guard lock(m_mutex);
    return nowLocked() + realMs * (m_playing == Playing::Yes ? m_speed : 1);
}

void DemoClock::setPlaying(Playing playing)
{
    const std::lock_guard lock(m_mutex);
    rebaseLocked();
    m_playing = playing;
}

void DemoClock::setSpeed(int factor)
{
    const std::lock_guard lock(m_mutex);
    rebaseLocked();
    m_speed = std::clamp(factor, 1, fastest);
}

void DemoClock::jumpTo(Instant moment)
{
    const std::lock_guard lock(m_mutex);
    rebaseLocked();
    m_base = std::max(m_base, moment);
}

Playing DemoClock::playing() const
{
    const std::lock_guard lock(m_mutex);
    return m_playing;
}

int DemoClock::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

Instant DemoClock::nowLocked() const
{
    if (m_playing == Playing::No)
        return m_base;
    return m_base + (m_steady.steadyMs() - m_baseSteadyMs) * m_speed;
}

void DemoClock::rebaseLocked()
{
    m_base = nowLocked();
    m_baseSteadyMs = m_steady.steadyMs();
}

} // namespace baton::sync
