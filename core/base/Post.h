#pragma once

#include "core/base/HandOver.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>

#include <utility>

namespace baton {

/// A call that waits in the event queue of the object it is for; what was posted to an object that
/// dies is dropped. (A queued signal would do too, but copies its arguments where the thread
/// sanitizer cannot follow.)
class PostedCall : public QEvent
{
public:
    static constexpr QEvent::Type kind = QEvent::User;
    PostedCall()
        : QEvent(kind)
    { }
    virtual void run() = 0;
};

/// Calls fn on target's thread, in the order of posting. Any thread; target's event() has to ask
/// runPosted().
template <class Fn>
void post(QObject *target, Fn fn)
{
    struct Call final : PostedCall
    {
        explicit Call(Fn given)
            : fn(std::move(given))
        { }
        void run() override { fn(); }
        Fn fn;
    };
    auto *call = new Call(std::move(fn)); // the event queue deletes it
    handsOver(target);
    QCoreApplication::postEvent(target, call);
}

/// From target's event(): true if the event was a posted call, which has run.
inline bool runPosted(const QObject *target, QEvent *event)
{
    takesOver(target);
    if (event->type() != PostedCall::kind)
        return false;
    static_cast<PostedCall *>(event)->run();
    return true;
}

} // namespace baton
