#include "core/sync/SyncEngine.h"

#include "core/base/Log.h"
#include "core/base/Post.h"
#include "core/sync/Backoff.h"
#include "core/sync/SyncRound.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <atomic>
#include <limits>

namespace baton::sync {

namespace {

constexpr int rejectedShown = 20;

} // namespace

/// Lives on the sync thread. Only abort() and requestRound() may come from another one.
class SyncEngine::Worker : public QObject
{
public:
    Worker(SyncEngine &engine, store::Store &store, std::unique_ptr<Upstream> upstream,
           const Clock &clock)
        : m_engine(engine)
        , m_upstream(std::move(upstream))
        , m_clock(clock)
        , m_round(store, *m_upstream, clock, hooks())
        , m_backoff(QRandomGenerator::global()->generate())
    {
        m_status.capabilities = m_upstream->capabilities();
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
    }

    void abort()
    {
        m_stopping = true;
        m_upstream->abort();
    }

    /// However often it is asked while a round runs, one more follows.
    void requestRound(bool forgetBackoff)
    {
        if (forgetBackoff)
            m_forgetBackoff = true;
        if (m_requested.exchange(true))
            return;
        post(this, [this] {
            m_requested = false;
            if (m_forgetBackoff.exchange(false) || m_backoff.failures() == 0)
                m_nextSteadyMs = m_clock.steadyMs();
            look();
        });
    }

    void stopTimer()
    {
        m_timer.stop();
        handsOver(this);
    }

    bool event(QEvent *event) override { return runPosted(this, event) || QObject::event(event); }

private:
    RoundHooks hooks()
    {
        return {[this](double progress) {
                    m_status.progress = progress;
                    publish();
                },
                [this] { return m_stopping.load(); },
                [this](const packet::Rejection &rejection) { reject(rejection); },
                [this](const ActKey &key) {
                    post(&m_engine, [engine = &m_engine, key] { Q_EMIT engine->held(key); });
                }};
    }

    /// Runs a round if it is time for one, and sets the timer for the next.
    void look()
    {
        if (m_stopping)
            return;
        if (m_clock.steadyMs() >= m_nextSteadyMs)
            runRound();
        const qint64 wait = std::max<qint64>(0, m_nextSteadyMs - m_clock.steadyMs());
        m_timer.start(int(std::min<qint64>(wait, std::numeric_limits<int>::max())));
    }

    void runRound()
    {
        m_status.busy = true;
        publish();
        const RoundReport report = m_round.run();
        if (m_stopping)
            return;
        m_status.busy = false;
        m_status.progress = 1;
        if (report.error)
            failed(*report.error);
        else
            succeeded(report);
        publish();
    }

    void failed(const Error &error)
    {
        if (m_status.problem != error)
            log::error("sync", error);
        if (m_status.connection != Connection::Offline)
            m_status.offlineSince = m_clock.now();
        m_status.connection = Connection::Offline;
        m_status.colleagues.clear();
        m_status.people.clear();
        m_status.problem = error;
        m_nextSteadyMs = m_backoff.failed(m_clock.steadyMs());
        m_status.nextTrySteadyMs = m_nextSteadyMs;
    }

    void succeeded(const RoundReport &report)
    {
        m_backoff.succeeded();
        m_status.connection = Connection::Online;
        m_status.colleagues = report.colleagues;
        m_status.people = report.people;
        m_status.problem.reset();
        m_status.offlineSince.reset();
        m_status.nextTrySteadyMs = 0;
        m_status.lastSync = m_clock.now();
        qint64 wait = pollMs;
        if (report.nextDue)
            wait = std::clamp<qint64>(*report.nextDue - m_clock.now(), 0, pollMs);
        m_nextSteadyMs = m_clock.steadyMs() + wait;
    }

    void reject(const packet::Rejection &rejection)
    {
        ++m_status.rejectedLines;
        m_status.lastRejected.prepend(rejection);
        while (m_status.lastRejected.size() > rejectedShown)
            m_status.lastRejected.removeLast();
    }

    void publish()
    {
        post(&m_engine,
             [engine = &m_engine, status = m_status] { Q_EMIT engine->statusChanged(status); });
    }

    SyncEngine &m_engine;
    std::unique_ptr<Upstream> m_upstream;
    const Clock &m_clock;
    SyncRound m_round;
    Backoff m_backoff;
    QTimer m_timer{this};
    SyncStatus m_status;
    qint64 m_nextSteadyMs = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_requested = false;
    std::atomic<bool> m_forgetBackoff = false;
};

SyncEngine::SyncEngine(store::Store &store, std::unique_ptr<Upstream> upstream, const Clock &clock)
    : m_worker(std::make_unique<Worker>(*this, store, std::move(upstream), clock))
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    // A timer must be stopped by its own thread; finished() is still emitted there.
    connect(
        &m_thread, &QThread::finished, m_worker.get(), [this] { m_worker->stopTimer(); },
        Qt::DirectConnection);
}

SyncEngine::~SyncEngine()
{
    m_worker->abort();
    m_thread.quit();
    m_thread.wait();
    takesOver(m_worker.get());
}

bool SyncEngine::event(QEvent *event)
{
    return runPosted(this, event) || QObject::event(event);
}

void SyncEngine::start()
{
    m_thread.start();
    m_worker->requestRound(false);
}

void SyncEngine::wake()
{
    m_worker->requestRound(false);
}

void SyncEngine::tryNow()
{
    m_worker->requestRound(true);
}

} // namespace baton::sync
