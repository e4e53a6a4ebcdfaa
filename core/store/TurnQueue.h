#pragma once

#include "core/base/Async.h"

#include <QtCore/QMutex>

#include <deque>
#include <functional>

namespace baton::store {

/// Long jobs on an executor's thread, cut into turns: they keep their order among themselves, and
/// whatever else the executor is given runs between two turns. The executor must be waited for
/// before the queue goes.
class TurnQueue
{
public:
    explicit TurnQueue(SerialExecutor &executor)
        : m_executor(executor)
    { }

    /// job is called again and again until it returns false. Any thread.
    void add(std::function<bool()> job)
    {
        const QMutexLocker locker(&m_mutex);
        m_jobs.push_back(std::move(job));
        if (m_jobs.size() == 1)
            m_executor.run([this] { takeTurn(); });
    }

private:
    /// One turn stands in the executor's line at a time, however many jobs there are.
    void takeTurn()
    {
        std::function<bool()> *job = nullptr;
        {
            const QMutexLocker locker(&m_mutex);
            job = &m_jobs.front(); // stays where it is: others only add behind it
        }
        const bool more = (*job)();
        const QMutexLocker locker(&m_mutex);
        if (!more)
            m_jobs.pop_front();
        if (!m_jobs.empty())
            m_executor.run([this] { takeTurn(); });
    }

    SerialExecutor &m_executor;
    QMutex m_mutex;
    std::deque<std::function<bool()>> m_jobs;
};

} // namespace baton::store
