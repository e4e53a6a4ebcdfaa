#pragma once

#include "core/base/Result.h"
#include "core/sync/demo/DemoClock.h"
#include "core/sync/demo/Scene.h"

#include <QtCore/QList>

namespace baton::sync {

/// What a presenter's bar shows. A value.
struct DemoState
{
    Instant now;
    Playing playing = Playing::Yes;
    int speed = 1;
    QString scene; ///< name of the one that runs; empty: an ordinary day
    Instant sceneEnds;
    bool operator==(const DemoState &) const = default;
};

/// How a presenter drives the demo: from any thread, while the upstream runs on the sync thread.
/// What is begun here takes effect at the upstream's next call, as of the moment it was begun.
class DemoControl
{
public:
    /// clock outlives this.
    DemoControl(DemoClock &clock, QList<demo::Scene> scenes);

    void play() { m_clock.setPlaying(Playing::Yes); }
    void pause() { m_clock.setPlaying(Playing::No); }
    void setSpeed(int factor) { m_clock.setSpeed(factor); }
    const QList<demo::Scene> &scenes() const { return m_scenes; }
    /// NotFound: there is no such scene. One that begins at a time of day takes the clock there.
    Result<void> begin(const QString &scene);
    DemoState state() const;

    // For DemoUpstream.

    struct Begun
    {
        Instant at;
        demo::Scene scene;
    };
    QList<Begun> takeBegun(); ///< in the order in which they were begun
    void tell(const QString &scene, Instant ends);

private:
    DemoClock &m_clock;
    const QList<demo::Scene> m_scenes;
    mutable std::mutex m_mutex;
    QList<Begun> m_begun;
    QString m_scene;
    Instant m_sceneEnds;
};

} // namespace baton::sync
