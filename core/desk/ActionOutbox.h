#pragma once

#include "core/base/Async.h"
#include "core/domain/Live.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

#include <chrono>

namespace baton::store {
class Store;
}
namespace baton::live {
struct Call;
struct Declarations;
class LiveSystem;
} // namespace baton::live

namespace baton {

/// Sends what agents approved. A row is on disk, and marked as begun, before anything leaves; it is
/// sent again with the same key until an answer tells how it ended, also by the next run after a
/// crash, but no later than a quarter of an hour after it was approved: then it counts as refused
/// where it never left, else as unconfirmed. GUI thread; never waits.
class ActionOutbox : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    struct Parts
    {
        store::Store &store;
        const Clock &clock;
        const live::Declarations &declarations;
        live::LiveSystem &system;
        SerialExecutor &compute;                    ///< where answers are read
        std::chrono::milliseconds firstPause{2000}; ///< before the first repetition; doubles
    };
    explicit ActionOutbox(Parts parts);
    ~ActionOutbox() override;

    static constexpr qint64 approvalMs = 15 * minuteMs; ///< for which an approval holds

    void wake(); ///< something was approved, or a run has begun

Q_SIGNALS:
    void settled(const baton::ActionEntry &entry); ///< an attempt ended; the row may still wait
    void failed(const baton::Error &error);        ///< the disk refused; the row is as it was

private:
    void run(const ActionEntry &entry);
    void send(const ActionEntry &entry, const live::Call &call);
    void settle(const ActionEntry &entry, ActionStatus status, const std::optional<Error> &problem,
                const QString &answer = {}, std::chrono::milliseconds pause = {});
    void again(const ActKey &key, std::chrono::milliseconds pause);
    void tryLater(const ActionEntry &entry, const Error &problem, std::chrono::milliseconds least);

    Parts m_parts;
    QSet<ActKey> m_underWay; ///< being sent, or waiting for their next try
};

} // namespace baton
