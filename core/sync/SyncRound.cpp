#include "core/sync/SyncRound.h"

#include "core/sync/Reconcile.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace baton::sync {

namespace {

/// Lines a pull. The store cuts its transactions itself; this bounds what is in memory.
constexpr int pullLimit = 512;

Error cancelledError()
{
    return {ErrorCode::Cancelled, {}, {}};
}

} // namespace

SyncRound::SyncRound(store::Store &store, Upstream &upstream, const Clock &clock, RoundHooks hooks)
    : m_store(store)
    , m_upstream(upstream)
    , m_clock(clock)
    , m_hooks(std::move(hooks))
{ }

RoundReport SyncRound::run()
{
    m_report = {};
    Result<void> done = pullAll();
    if (done)
        done = pushDue();
    if (!done)
        m_report.error = done.error();
    return m_report;
}

Result<void> SyncRound::pullAll()
{
    Result<Cursor> cursor = m_store.loadCursor().result();
    if (!cursor)
        return cursor.error();
    for (bool more = true; more;) {
        if (cancelled())
            return cancelledError();
        Result<Delta> delta = m_upstream.pull(*cursor, pullLimit);
        if (!delta)
            return delta.error();
        if (const auto stored = store(*delta, delta->next != *cursor); !stored)
            return stored.error();
        *cursor = delta->next;
        more = delta->more;
        m_report.colleagues = std::move(delta->colleagues);
        m_report.people = std::move(delta->people);
        if (more && m_hooks.progress)
            m_hooks.progress(delta->progress);
    }
    return {};
}

/// The cursor is saved after what it stands for: cut in between, the same lines come again.
Result<void> SyncRound::store(Delta &delta, bool newCursor)
{
    m_report.pulled += int(delta.packets.size() + delta.rejected.size());
    reject(delta.rejected);
    if (!delta.packets.isEmpty()) {
        const auto applied = m_store.apply(std::move(delta.packets), Origin::Upstream).result();
        if (!applied)
            return applied.error();
        m_report.added += applied->added;
        m_report.updated += applied->updated;
        m_report.unchanged += applied->unchanged;
        reject(applied->rejected);
    }
    if (!delta.draftUses.isEmpty()) {
        if (const auto added = m_store.addDraftUses(std::move(delta.draftUses)).result(); !added)
            return added;
    }
    if (!delta.reviews.isEmpty()) {
        if (const auto added = m_store.addReviews(std::move(delta.reviews)).result(); !added)
            return added.error();
    }
    return newCursor ? m_store.saveCursor(delta.next).result() : Result<void>();
}

void SyncRound::reject(const QList<packet::Rejection> &rejections)
{
    m_report.rejected += int(rejections.size());
    if (!m_hooks.rejected)
        return;
    for (const packet::Rejection &rejection : rejections)
        m_hooks.rejected(rejection);
}

Result<void> SyncRound::pushDue()
{
    const auto entries = m_store.outbox().result();
    if (!entries)
        return entries.error();
    QSet<ConversationId> blocked;
    for (const OutboxEntry &entry : *entries) {
        const ConversationId &conversation = entry.act.conversation;
        if (entry.status == ActStatus::Refused || blocked.contains(conversation))
            continue;
        if (entry.status != ActStatus::Waiting) {
            blocked += conversation;
            continue;
        }
        if (entry.notBefore > m_clock.now()) {
            if (entry.act.kind != ActKind::Tag) // nothing that follows hangs on a tag
                blocked += conversation;
            m_report.nextDue
                = std::min(m_report.nextDue.value_or(entry.notBefore), entry.notBefore);
            continue;
        }
        if (cancelled())
            return cancelledError();
        const Result<Step> step = pushOne(entry);
        if (!step)
            return step.error();
        if (*step == Step::Blocked)
            blocked += conversation;
    }
    return {};
}

Result<SyncRound::Step> SyncRound::pushOne(const OutboxEntry &entry)
{
    const ActKey &key = entry.act.key;
    const Result<HoldReason> reason = holdReason(entry);
    if (!reason)
        return reason.error();
    if (*reason != HoldReason::None)
        return hold(entry, *reason);
    if (const auto files = checkFiles(entry.act); !files) {
        if (files.error().code != ErrorCode::Refused)
            return files.error();
        return refuse(entry, files.error().detail);
    }
    const auto begun = m_store.beginPush(key).result();
    if (!begun)
        return begun.error();
    if (!*begun)
        return Step::GoOn; // undone a moment ago
    const Result<PushReceipt> receipt = m_upstream.push(entry);
    if (receipt) {
        if (const auto done = acknowledge(key, true); !done)
            return done.error();
        return Step::GoOn;
    }
    const Error &error = receipt.error();
    const bool refused = error.code == ErrorCode::Refused;
    if (error.code == ErrorCode::Cancelled)
        return error;
    store::Settlement settlement;
    settlement.key = key;
    settlement.status = refused ? ActStatus::Refused : ActStatus::Waiting;
    settlement.lastError = error.detail;
    if (const auto done = m_store.settle(settlement).result(); !done)
        return done.error();
    if (!refused)
        return error;
    ++m_report.refused;
    return Step::GoOn;
}

Result<void> SyncRound::checkFiles(const Act &act)
{
    if (act.attachments.isEmpty())
        return {};
    if (!m_upstream.capabilities().attachments)
        return Error{ErrorCode::Refused, act.key.text(),
                     u"no files can be sent from here; take it back and send it without them"_s};
    for (const Attachment &file : act.attachments) {
        const auto bytes = m_store.attachments().read(file);
        if (bytes)
            continue;
        if (bytes.error().code == ErrorCode::Io)
            return bytes.error();
        return Error{ErrorCode::Refused, act.key.text(),
                     u"%1 is gone or was changed; take the reply back and attach it again"_s.arg(
                         bytes.error().subject)};
    }
    return {};
}

Result<bool> SyncRound::settleUnpushed(const OutboxEntry &entry, store::Settlement settlement)
{
    const ActKey &key = entry.act.key;
    const Result<bool> taken = entry.attempts > 0 ? m_upstream.hasTaken(key) : Result<bool>(false);
    if (!taken)
        return taken.error();
    if (*taken) {
        if (const auto done = acknowledge(key, false); !done)
            return done.error();
        return false;
    }
    settlement.key = key;
    settlement.attempted = false;
    if (const auto done = m_store.settle(settlement).result(); !done)
        return done.error();
    return true;
}

/// What it says and what goes with it comes back to who wrote it, once they dismiss it.
Result<SyncRound::Step> SyncRound::refuse(const OutboxEntry &entry, const QString &why)
{
    store::Settlement settlement;
    settlement.status = ActStatus::Refused;
    settlement.lastError = why;
    const Result<bool> settled = settleUnpushed(entry, settlement);
    if (!settled)
        return settled.error();
    if (*settled)
        ++m_report.refused;
    return Step::GoOn;
}

Result<HoldReason> SyncRound::holdReason(const OutboxEntry &entry)
{
    const Act &act = entry.act;
    if (act.kind != ActKind::Reply)
        return HoldReason::None;
    auto record = m_store.conversation(act.conversation).result();
    if (!record) {
        if (record.error().code == ErrorCode::NotFound)
            return HoldReason::None; // upstream has it no more, so nobody else has written
        return record.error();
    }
    Base base = act.base;
    QList<OutboxEntry> earlier;
    for (const OutboxEntry &other : record->acts) {
        if (other.sequence >= entry.sequence)
            continue;
        earlier += other;
        // The agent who closes it before they send what they had begun to type knows of that.
        if (other.act.kind == ActKind::Close && other.status != ActStatus::Refused)
            base.state = State::Closed;
    }
    return compareBeforeSend(base, reconcile(record->upstream, earlier), act.agent);
}

Result<SyncRound::Step> SyncRound::hold(const OutboxEntry &entry, HoldReason reason)
{
    store::Settlement settlement;
    settlement.status = ActStatus::Held;
    settlement.hold = reason;
    const Result<bool> settled = settleUnpushed(entry, settlement);
    if (!settled)
        return settled.error();
    if (!*settled)
        return Step::GoOn;
    ++m_report.held;
    if (m_hooks.held)
        m_hooks.held(entry.act.key);
    return Step::Blocked;
}

Result<void> SyncRound::acknowledge(const ActKey &key, bool attempted)
{
    store::Settlement settlement;
    settlement.key = key;
    settlement.status = ActStatus::Acknowledged;
    settlement.attempted = attempted;
    if (const auto done = m_store.settle(settlement).result(); !done)
        return done;
    ++m_report.pushed;
    return {};
}

} // namespace baton::sync
