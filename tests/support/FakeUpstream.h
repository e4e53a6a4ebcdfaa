#pragma once

#include "core/packet/PacketWriter.h"
#include "core/sync/Upstream.h"

#include <QtCore/QThread>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <semaphore>

namespace baton::test {

/// What stands behind a FakeUpstream and outlives it: the test changes it from its own thread while
/// the upstream is called on another. Strict: aborts on two calls at once, on a second thread, and
/// on a push of an act that is not Waiting. Takes each key once, as every upstream must.
class FakeServer
{
public:
    // What producers and colleagues do.
    void put(const Conversation &conversation) ///< a new version, seen by the next pull
    {
        const std::lock_guard lock(m_mutex);
        m_log += packet::write(conversation);
    }
    void putLine(const QByteArray &line) ///< as it is, broken or not
    {
        const std::lock_guard lock(m_mutex);
        m_log += line;
    }

    // What goes wrong.
    void goOffline() { set(m_offline, true); }
    void comeBack() { set(m_offline, false); }
    void loseNextAcknowledgement() { set(m_loseAck, true); } ///< takes the act, answers Offline
    void refuse(ActKind kind)
    {
        const std::lock_guard lock(m_mutex);
        m_refused = kind;
    }
    void holdNextPush()
    {
        set(m_hold, true);
    } ///< it is taken, and returns after release() or abort()
    void waitUntilHeld() { m_held.acquire(); }
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_hold = false;
        m_released.notify_all();
    }

    // What has arrived.
    QList<Act> acts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_acts;
    }
    QStringList messages(const ConversationId &id) const ///< texts of replies taken, in order
    {
        QStringList out;
        for (const Act &act : acts()) {
            if (act.conversation == id && act.kind == ActKind::Reply)
                out += act.text;
        }
        return out;
    }
    int pushes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_pushes;
    }
    int pulls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_pulls;
    }

private:
    friend class FakeUpstream;
    bool has(const ActKey &key) const
    {
        return std::any_of(m_acts.begin(), m_acts.end(),
                           [&](const Act &act) { return act.key == key; });
    }
    void set(bool &flag, bool value)
    {
        const std::lock_guard lock(m_mutex);
        flag = value;
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    std::counting_semaphore<> m_held{0};
    QList<QByteArray> m_log;
    QList<Act> m_acts;
    std::optional<ActKind> m_refused;
    bool m_offline = false;
    bool m_loseAck = false;
    bool m_hold = false;
    int m_pushes = 0;
    int m_pulls = 0;
};

class FakeUpstream final : public sync::Upstream
{
public:
    explicit FakeUpstream(std::shared_ptr<FakeServer> server)
        : m_server(std::move(server))
    { }

    Result<sync::Delta> pull(const sync::Cursor &since, int limit) override
    {
        const Call call(*this);
        std::unique_lock lock(m_server->m_mutex);
        ++m_server->m_pulls;
        if (const auto problem = trouble())
            return *problem;
        sync::Delta delta;
        qsizetype at = since.toLongLong();
        const auto &log = m_server->m_log;
        for (int i = 0; i < limit && at < log.size(); ++i, ++at) {
            auto reading = m_reader.read(log[at]);
            if (reading) {
                delta.packets += {std::move(reading.packet()), QStringLiteral("server"), at + 1};
                continue;
            }
            packet::Rejection rejection = reading.rejection();
            rejection.file = QStringLiteral("server");
            rejection.line = at + 1;
            delta.rejected += rejection;
        }
        delta.next = QByteArray::number(at);
        delta.more = at < log.size();
        delta.progress = log.isEmpty() ? 1 : double(at) / double(log.size());
        return delta;
    }

    Result<sync::PushReceipt> push(const OutboxEntry &entry) override
    {
        const Call call(*this);
        std::unique_lock lock(m_server->m_mutex);
        ++m_server->m_pushes;
        if (entry.status != ActStatus::Waiting || entry.act.key.isEmpty())
            qFatal("an act was pushed that is not waiting or has no key");
        if (const auto problem = trouble())
            return *problem;
        if (m_server->m_refused == entry.act.kind)
            return Error{ErrorCode::Refused, entry.act.key.text(), QStringLiteral("not here")};
        const bool before = m_server->has(entry.act.key);
        if (!before)
            m_server->m_acts += entry.act;
        if (m_server->m_hold) {
            m_server->m_held.release();
            while (m_server->m_hold && !m_aborted)
                m_server->m_released.wait(lock);
            if (std::exchange(m_aborted, false))
                return Error{ErrorCode::Cancelled, {}, {}};
        }
        if (std::exchange(m_server->m_loseAck, false))
            return Error{ErrorCode::Offline, {}, QStringLiteral("connection lost")};
        return sync::PushReceipt{before ? sync::PushOutcome::TakenBefore
                                        : sync::PushOutcome::Taken};
    }

    Result<bool> hasTaken(const ActKey &key) override
    {
        const Call call(*this);
        std::unique_lock lock(m_server->m_mutex);
        if (const auto problem = trouble())
            return *problem;
        return m_server->has(key);
    }

    sync::Capabilities capabilities() const override
    {
        return {QStringLiteral("fake"), true, true, true, true, true, true, false, false};
    }

    void abort() override
    {
        std::unique_lock lock(m_server->m_mutex);
        m_aborted = true;
        m_server->m_released.notify_all();
    }

private:
    struct Call
    {
        explicit Call(FakeUpstream &owner)
            : upstream(owner)
        {
            if (!upstream.m_thread)
                upstream.m_thread = QThread::currentThreadId();
            if (upstream.m_thread != QThread::currentThreadId() || upstream.m_busy.exchange(true))
                qFatal("the upstream was called from a second thread or twice at once");
        }
        ~Call() { upstream.m_busy = false; }
        FakeUpstream &upstream;
    };

    std::optional<Error> trouble()
    {
        if (std::exchange(m_aborted, false))
            return Error{ErrorCode::Cancelled, {}, {}};
        if (m_server->m_offline)
            return Error{ErrorCode::Offline, QStringLiteral("server"), QStringLiteral("away")};
        return {};
    }

    std::shared_ptr<FakeServer> m_server;
    packet::Reader m_reader;
    Qt::HANDLE m_thread = nullptr;
    bool m_aborted = false; ///< under the server's mutex
    std::atomic<bool> m_busy = false;
};

} // namespace baton::test
