#include "core/desk/ActionOutbox.h"

#include "core/live/Actions.h"
#include "core/live/LiveSystem.h"
#include "core/store/Store.h"

#include <QtCore/QTimer>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr std::chrono::milliseconds longestActionPause{60'000};
constexpr int mostDoublings = 5;

/// What a request that got no plain answer may have done.
ActionStatus withoutAnswer(const ActionEntry &entry)
{
    return entry.begun ? ActionStatus::Unconfirmed : ActionStatus::Refused;
}

/// A server that says no to the first try has done nothing: to a later one, what came before may
/// have. One whose answer cannot be believed may have too.
ActionStatus statusFor(const ActionEntry &entry, const Error &error)
{
    const bool no = error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound;
    return no && entry.attempts <= 1 ? ActionStatus::Refused : ActionStatus::Unconfirmed;
}

} // namespace

ActionOutbox::ActionOutbox(Parts parts)
    : m_parts(parts)
{ }

ActionOutbox::~ActionOutbox() = default;

void ActionOutbox::wake()
{
    onFinished(m_parts.store.openActions(), this,
               [this](const Result<QList<ActionEntry>> &entries) {
                   if (!entries) {
                       Q_EMIT failed(entries.error());
                       return;
                   }
                   for (const ActionEntry &entry : *entries) {
                       if (entry.status == ActionStatus::Waiting
                           && !m_underWay.contains(entry.request.key))
                           run(entry);
                   }
               });
}

void ActionOutbox::run(const ActionEntry &entry)
{
    m_underWay.insert(entry.request.key);
    if (m_parts.clock.now() - entry.approvedAt > approvalMs) {
        const Error late{ErrorCode::Offline, entry.request.name, u"the approval is too old"_s};
        settle(entry, withoutAnswer(entry), entry.problem ? *entry.problem : late);
        return;
    }
    const auto call = live::callOf(entry.request, m_parts.declarations);
    if (!call) {
        settle(entry, withoutAnswer(entry), call.error());
        return;
    }
    onFinished(m_parts.store.beginAction(entry.request.key), this,
               [this, entry, call = *call](const Result<bool> &begun) {
                   if (begun && *begun) {
                       ActionEntry sent = entry;
                       sent.begun = true;
                       ++sent.attempts;
                       send(sent, call);
                       return;
                   }
                   if (begun) {
                       m_underWay.remove(entry.request.key);
                       return;
                   }
                   again(entry.request.key, longestActionPause);
                   Q_EMIT failed(begun.error());
               });
}

void ActionOutbox::send(const ActionEntry &entry, const live::Call &call)
{
    onFinished(m_parts.system.ask(call), this, [this, entry](const Result<live::Reply> &reply) {
        if (!reply) {
            const Error &error = reply.error();
            if (error.code == ErrorCode::Offline)
                tryLater(entry, error, {});
            else
                settle(entry, statusFor(entry, error), error);
            return;
        }
        const auto read = m_parts.compute.run(
            [request = entry.request, declarations = m_parts.declarations, reply = *reply] {
                return live::answerOf(request, declarations, reply);
            });
        onFinished(read, this,
                   [this, entry, least = reply->retryAfter](const Result<live::Answer> &answer) {
                       if (answer)
                           settle(entry, ActionStatus::Done, {}, answer->evidence);
                       else if (answer.error().code == ErrorCode::Offline)
                           tryLater(entry, answer.error(), least);
                       else
                           settle(entry, statusFor(entry, answer.error()), answer.error());
                   });
    });
}

void ActionOutbox::tryLater(const ActionEntry &entry, const Error &problem,
                            std::chrono::milliseconds least)
{
    const int doublings = std::min(entry.attempts - 1, mostDoublings);
    const auto pause
        = std::min(std::max(m_parts.firstPause * (1 << doublings), least), longestActionPause);
    settle(entry, ActionStatus::Waiting, problem, {}, pause);
}

void ActionOutbox::settle(const ActionEntry &entry, ActionStatus status,
                          const std::optional<Error> &problem, const QString &answer,
                          std::chrono::milliseconds pause)
{
    const ActKey key = entry.request.key;
    onFinished(m_parts.store.settleAction({key, status, problem, answer}), this,
               [this, key, pause](const Result<ActionEntry> &stored) {
                   if (!stored) {
                       again(key, longestActionPause);
                       Q_EMIT failed(stored.error());
                       return;
                   }
                   if (stored->status != ActionStatus::Waiting)
                       m_underWay.remove(key);
                   else
                       again(key, pause);
                   Q_EMIT settled(*stored);
               });
}

void ActionOutbox::again(const ActKey &key, std::chrono::milliseconds pause)
{
    QTimer::singleShot(pause, this, [this, key] {
        m_underWay.remove(key);
        wake();
    });
}

} // namespace baton
