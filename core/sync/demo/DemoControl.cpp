#include "core/sync/demo/DemoControl.h"

#include "core/sync/demo/Hours.h"

#include <utility>

namespace baton::sync {

DemoControl::DemoControl(DemoClock &clock, QList<demo::Scene> scenes)
    : m_clock(clock)
    , m_scenes(std::move(scenes))
{ }

Result<void> DemoControl::begin(const QString &name)
{
    for (const demo::Scene &scene : m_scenes) {
        if (scene.name != name)
            continue;
        const std::lock_guard lock(m_mutex);
        if (scene.begins)
            m_clock.jumpTo(demo::Hours().next(m_clock.now(), *scene.begins));
        m_begun += {m_clock.now(), scene};
        return {};
    }
    return Error{ErrorCode::NotFound, name, {}};
}

DemoState DemoControl::state() const
{
    const std::lock_guard lock(m_mutex);
    return {m_clock.now(), m_clock.playing(), m_clock.speed(), m_scene, m_sceneEnds};
}

QList<DemoControl::Begun> DemoControl::takeBegun()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_begun, {});
}

void DemoControl::tell(const QString &scene, Instant ends)
{
    const std::lock_guard lock(m_mutex);
    m_scene = scene;
    m_sceneEnds = ends;
}

} // namespace baton::sync
