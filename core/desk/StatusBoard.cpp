#include "core/desk/StatusBoard.h"

#include "core/store/Store.h"

namespace baton {

StatusBoard::StatusBoard(store::Store &store, bool hasUpstream)
    : m_store(store)
{
    m_status.connection = hasUpstream ? Connection::Starting : Connection::NoUpstream;
    m_status.cacheSetAside = store.openReport().cacheSetAside;
}

void StatusBoard::start()
{
    Q_EMIT changed(m_status);
    refreshOutbox();
    verifyAudit();
}

void StatusBoard::publish(StatusSnapshot next)
{
    if (next == m_status)
        return;
    m_status = std::move(next);
    Q_EMIT changed(m_status);
}

void StatusBoard::setSync(const sync::SyncStatus &status)
{
    StatusSnapshot next = m_status;
    switch (status.connection) {
    case sync::Connection::Starting:
        next.connection = Connection::Starting;
        break;
    case sync::Connection::Online:
        next.connection = Connection::Online;
        break;
    case sync::Connection::Offline:
        next.connection = Connection::Offline;
        break;
    }
    next.upstreamName = status.capabilities.name;
    next.busy = status.busy;
    next.progress = status.progress;
    next.offlineSince = status.offlineSince;
    next.lastSync = status.lastSync;
    next.nextTrySteadyMs = status.nextTrySteadyMs;
    next.problem = status.problem;
    next.rejectedLines = status.rejectedLines;
    next.colleagues = status.colleagues;
    next.people = status.people;
    next.lastRejected.clear();
    for (const packet::Rejection &rejection : status.lastRejected)
        next.lastRejected += rejection.toString();
    const sync::Capabilities &can = status.capabilities;
    Q_EMIT offersChanged(
        {can.claim, can.note, can.snooze, can.transfer, can.close, can.tag, can.attachments});
    publish(std::move(next));
}

void StatusBoard::setHeldByBot(int count)
{
    StatusSnapshot next = m_status;
    next.heldByBot = count;
    publish(std::move(next));
}

void StatusBoard::setActions(int waiting, int failed)
{
    m_actionsWaiting = waiting;
    m_actionsFailed = failed;
    StatusSnapshot next = m_status;
    countOutbox(next);
    publish(std::move(next));
}

void StatusBoard::countOutbox(StatusSnapshot &into) const
{
    into.outboxWaiting = m_actsWaiting + m_actionsWaiting;
    into.outboxRefused = m_actsRefused + m_actionsFailed;
}

void StatusBoard::refreshOutbox()
{
    onFinished(m_store.outbox(), this, [this](const Result<QList<OutboxEntry>> &entries) {
        if (!entries)
            return;
        StatusSnapshot next = m_status;
        const auto countOf = [&](ActStatus status) {
            return int(
                std::count_if(entries->begin(), entries->end(),
                              [status](const OutboxEntry &e) { return e.status == status; }));
        };
        m_actsWaiting = countOf(ActStatus::Waiting);
        next.outboxHeld = countOf(ActStatus::Held);
        m_actsRefused = countOf(ActStatus::Refused);
        countOutbox(next);
        publish(std::move(next));
        nameOutbox(*entries);
    });
}

void StatusBoard::nameOutbox(const QList<OutboxEntry> &entries)
{
    QList<ConversationId> ids;
    for (const OutboxEntry &entry : entries) {
        if (!ids.contains(entry.act.conversation))
            ids += entry.act.conversation;
    }
    onFinished(m_store.rows(ids), this, [this, entries](const Result<QList<QueueRow>> &rows) {
        QHash<ConversationId, QString> names;
        if (rows) {
            for (const QueueRow &row : *rows)
                names.insert(row.id, row.name);
        }
        Q_EMIT outboxChanged(entries, names);
    });
}

void StatusBoard::verifyAudit()
{
    onFinished(m_store.verifyAudit(), this, [this](const Result<store::AuditReport> &report) {
        StatusSnapshot next = m_status;
        next.auditChecked = true;
        next.auditIntact = report && !report->firstBad && report->problem.isEmpty();
        publish(std::move(next));
    });
}

} // namespace baton
