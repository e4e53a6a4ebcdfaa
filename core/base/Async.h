#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPointer>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <memory>
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
    ~SerialExecutor() { m_pool.waitForDone(); }
    SerialExecutor(const SerialExecutor &) = delete;
    SerialExecutor &operator=(const SerialExecutor &) = delete;

    template <class Fn>
    auto run(Fn fn)
    {
        using T = std::invoke_result_t<Fn>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start(); // now: QFuture::result() does not wait for what has not started
        m_pool.start([promise, fn = std::make_shared<Fn>(std::move(fn))] {
            if constexpr (std::is_void_v<T>)
                (*fn)();
            else
                promise->addResult((*fn)());
            promise->finish();
        });
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace baton
