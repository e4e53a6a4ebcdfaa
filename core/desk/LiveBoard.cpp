#include "core/desk/LiveBoard.h"

#include "core/desk/ActionOutbox.h"
#include "core/live/Actions.h"
#include "core/live/LookUps.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"

namespace baton {

struct LiveBoard::Live
{
    Live(live::Declarations declared, std::unique_ptr<live::LiveSystem> servers, const Parts &parts)
        : declarations(std::move(declared))
        , system(std::move(servers))
        , lookUps({declarations, *system, parts.clock, compute})
        , outbox({parts.store, parts.clock, declarations, *system, compute, parts.firstPause})
    { }
    live::Declarations declarations;
    std::unique_ptr<live::LiveSystem> system;
    SerialExecutor compute;
    live::LookUps lookUps;
    ActionOutbox outbox;
};

LiveBoard::LiveBoard(Parts parts)
    : m_parts(parts)
{ }

LiveBoard::~LiveBoard() = default;

void LiveBoard::setLive(live::Declarations declarations, std::unique_ptr<live::LiveSystem> system)
{
    m_live = std::make_unique<Live>(std::move(declarations), std::move(system), m_parts);
    connect(&m_live->lookUps, &live::LookUps::changed, this, &LiveBoard::publish);
    connect(&m_live->outbox, &ActionOutbox::failed, this, &LiveBoard::failed);
    connect(&m_live->outbox, &ActionOutbox::settled, this, [this](const ActionEntry &entry) {
        readActions();
        // What it changed there shows there.
        if (entry.status == ActionStatus::Done && entry.request.conversation == m_conversation.id)
            lookUpAgain();
    });
    m_live->outbox.wake();
    if (!m_conversation.id.isEmpty())
        follow(m_conversation);
    readOwn();
}

void LiveBoard::start()
{
    readActions();
}

void LiveBoard::follow(const Conversation &conversation)
{
    const bool another = conversation.id != m_conversation.id;
    m_conversation = conversation;
    if (!m_live)
        return;
    if (another) {
        m_actions.clear();
        m_told.clear();
        readOwn();
    }
    if (conversation.state == State::Closed)
        m_live->lookUps.leave();
    else
        m_live->lookUps.follow(conversation);
    publish();
}

bool LiveBoard::mayAct() const
{
    const auto &owner = m_conversation.owner;
    return m_conversation.state != State::Closed
        && (!owner || owner->id == m_parts.agent.id.text());
}

void LiveBoard::leave()
{
    m_conversation = {};
    m_actions.clear();
    m_told.clear();
    if (!m_live)
        return;
    m_live->lookUps.leave();
    publish();
}

void LiveBoard::lookUpAgain()
{
    if (m_live)
        m_live->lookUps.askAgain();
}

bool LiveBoard::isAsking() const
{
    return std::any_of(m_snapshot.lookUps.begin(), m_snapshot.lookUps.end(),
                       [](const LiveLookUp &one) { return one.asking; });
}

QList<LookUp> LiveBoard::evidence(const ConversationId &of) const
{
    if (of != m_conversation.id)
        return {};
    QList<LookUp> out = m_live ? m_live->lookUps.evidence() : QList<LookUp>();
    for (const ActionEntry &entry : m_actions) {
        if (entry.status == ActionStatus::Done)
            out.append({entry.request.title, live::evidenceOf(entry), entry.settledAt});
    }
    return out;
}

void LiveBoard::publish()
{
    LiveSnapshot next;
    next.conversation = m_conversation.id;
    next.lookUps = m_live->lookUps.shown();
    if (mayAct())
        next.offers
            = live::offersFor(m_live->declarations, m_live->lookUps.known(), m_conversation);
    next.actions = m_actions;
    if (next == m_snapshot)
        return;
    m_snapshot = std::move(next);
    Q_EMIT changed(m_snapshot);
    if (isAsking())
        return;
    if (const QList<LookUp> now = evidence(m_conversation.id); now != m_told) {
        m_told = now;
        Q_EMIT evidenceChanged();
    }
}

void LiveBoard::readActions()
{
    onFinished(m_parts.store.openActions(), this,
               [this](const Result<QList<ActionEntry>> &entries) {
                   if (entries)
                       Q_EMIT openActionsChanged(*entries);
               });
    readOwn();
}

void LiveBoard::readOwn()
{
    if (m_conversation.id.isEmpty())
        return;
    onFinished(m_parts.store.actionsOf(m_conversation.id), this,
               [this, id = m_conversation.id](const Result<QList<ActionEntry>> &entries) {
                   if (!entries || id != m_conversation.id)
                       return;
                   if (m_actions == *entries)
                       return;
                   m_actions = *entries;
                   if (m_live)
                       publish();
               });
}

Result<ActionPlan> LiveBoard::plan(const QString &action, const std::optional<Money> &amount) const
{
    if (!m_live || !mayAct())
        return Error{ErrorCode::NotFound, action, {}};
    auto request = live::requestFor(m_live->declarations, action, m_live->lookUps.known(), amount);
    if (!request)
        return request.error();
    ActionPlan plan;
    plan.request = std::move(request).value();
    plan.request.conversation = m_conversation.id;
    plan.request.asked = m_parts.agent.person();
    plan.request.askedAt = m_parts.clock.now();
    const QList<policy::ActionLimit> &limits = m_parts.policy.actions;
    plan.needsLead = policy::approverOf(limits, action, amount) == policy::Approver::Lead;
    plan.mayApprove = mayApprove(plan.needsLead);
    if (amount)
        plan.limit = policy::limitFor(limits, action, amount->currency);
    return plan;
}

bool LiveBoard::mayApprove(bool needsLead) const
{
    return m_parts.agent.role == Role::Lead || (m_parts.agent.role == Role::Agent && !needsLead);
}

void LiveBoard::take(const ActionPlan &plan)
{
    const ActionRequest &request = plan.request;
    // Asked anew: a plan is a value, and the one that counts is the desk's.
    const bool lead = policy::approverOf(m_parts.policy.actions, request.name, request.amount)
        == policy::Approver::Lead;
    if (m_parts.agent.role == Role::Viewer) {
        Q_EMIT failed({ErrorCode::Refused, request.title, {}});
        return;
    }
    record(m_parts.store.recordAction(
        request, mayApprove(lead) ? std::optional(m_parts.agent.person()) : std::nullopt));
}

void LiveBoard::approve(const ActKey &key)
{
    if (m_parts.agent.role != Role::Lead) {
        Q_EMIT failed({ErrorCode::Refused, key.text(), {}});
        return;
    }
    record(m_parts.store.approveAction(key, m_parts.agent.person()));
}

void LiveBoard::record(const QFuture<Result<ActionEntry>> &recording)
{
    onFinished(recording, this, [this](const Result<ActionEntry> &entry) {
        if (!entry) {
            Q_EMIT failed(entry.error());
            return;
        }
        readActions();
        if (m_live)
            m_live->outbox.wake();
    });
}

void LiveBoard::withdraw(const ActKey &key)
{
    if (mayChange(key))
        readAfter(m_parts.store.withdrawAction(key));
}

void LiveBoard::dismiss(const ActKey &key)
{
    if (mayChange(key))
        readAfter(m_parts.store.dismissAction(key));
}

bool LiveBoard::mayChange(const ActKey &key)
{
    if (m_parts.agent.role != Role::Viewer)
        return true;
    Q_EMIT failed({ErrorCode::Refused, key.text(), {}});
    return false;
}

void LiveBoard::readAfter(const QFuture<Result<void>> &change)
{
    onFinished(change, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        readActions();
    });
}

} // namespace baton
