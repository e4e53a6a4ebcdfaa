#pragma once

#include "core/base/HandOver.h"
#include "core/base/Result.h"

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPointer>
#include <QtCore/QPromise>
#include <QtCore/QRunnable>
#include <QtCore/QThreadPool>

#include <type_traits>

namespace baton {

/// Calls fn(result) on guard's thread once the future has a result, and never after guard has died.
/// (QFuture::then(context, …) asserts on Qt 6.4 when the context is gone.)
template <class T, class Fn>
void onFinished(const QFuture<T> &future, QObject *guard, Fn fn)
{
    auto *watcher = new QFutureWatcher<T>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard,
                     [watcher, fn = std::move(fn)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             fn(watcher->future().takeResult());
                     });
    watcher->setFuture(future);
}

/// Waits for an answer; Cancelled where none came. Not on a thread that the answer needs.
template <class T>
Result<T> awaited(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{ErrorCode::Cancelled, {}, {}};
    return future.takeResult();
}

/// One thread that runs what it is given in order. The destructor waits for all that was given.
/// (QtConcurrent::run would not do: QFuture::waitForFinished() then takes a task that has not begun
/// out of the queue and runs it on the waiting thread, out of order and beside this one.)
class SerialExecutor
{
public:
    SerialExecutor()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }
    ~SerialExecutor()
    {
        m_pool.waitForDone();
        takesOver(this);
    }
    SerialExecutor(const SerialExecutor &) = delete;
    SerialExecutor &operator=(const SerialExecutor &) = delete;

    template <class Fn>
    auto run(Fn fn)
    {
        auto *task = new Task<Fn>(*this, std::move(fn)); // the pool deletes it once it has run
        QFuture<std::invoke_result_t<Fn>> future = task->promise.future();
        task->promise.start(); // now: QFuture::result() does not wait for what has not started
        handsOver(task);
        m_pool.start(task);
        return future;
    }

private:
    template <class Fn>
    struct Task final : QRunnable
    {
        Task(SerialExecutor &owner, Fn given)
            : executor(owner)
            , fn(std::move(given))
        { }
        void run() override
        {
            takesOver(this);
            if constexpr (std::is_void_v<std::invoke_result_t<Fn>>)
                fn();
            else
                promise.addResult(fn());
            promise.finish();
            handsOver(&executor);
        }
        SerialExecutor &executor;
        Fn fn;
        QPromise<std::invoke_result_t<Fn>> promise;
    };

    QThreadPool m_pool;
};

} // namespace baton
