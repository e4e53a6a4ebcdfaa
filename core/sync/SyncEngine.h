#pragma once

#include "core/store/Store.h"
#include "core/sync/SyncStatus.h"

#include <QtCore/QThread>

#include <memory>

namespace baton::sync {

/// Keeps the store and an upstream together: pulls, compares, pushes what is due, and backs off
/// when upstream is away. Owns the sync thread; the public calls are for the GUI thread and never
/// block (the destructor waits for a running upstream call, which it aborts). All waiting is
/// measured by Clock::steadyMs().
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(store::Store &store, std::unique_ptr<Upstream> upstream, const Clock &clock);
    ~SyncEngine() override;
    static constexpr qint64 pollMs = 2000; ///< from the end of a round to the next look

    void start();
    void wake();   ///< something was put into the outbox, or its not_before has come
    void tryNow(); ///< forget the back-off

Q_SIGNALS:
    // On the engine's own thread.
    void statusChanged(const baton::sync::SyncStatus &status);
    void held(const baton::ActKey &key); ///< a reply was held by compare-before-send

protected:
    bool event(QEvent *event) override;

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace baton::sync
