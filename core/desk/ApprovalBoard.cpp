#include "core/desk/ApprovalBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/ReplyDrafter.h"
#include "core/knowledge/Query.h"
#include "core/store/Store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

ApprovalBoard::ApprovalBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
{ }

ApprovalBoard::~ApprovalBoard() = default;

void ApprovalBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
}

void ApprovalBoard::setDrafter(std::shared_ptr<const ReplyDrafter> drafter)
{
    m_drafter = std::move(drafter);
}

void ApprovalBoard::start()
{
    const quint64 reading = ++m_reading;
    onFinished(m_store.openApprovals(), this, [this, reading](const Result<QList<Approval>> &open) {
        if (reading != m_reading)
            return;
        if (!open) {
            Q_EMIT failed(open.error());
            return;
        }
        m_open = *open;
        if (m_shown && std::none_of(m_open.begin(), m_open.end(), [this](const Approval &one) {
                return one.status == ApprovalStatus::Asked
                    && one.request.key == m_shown->approval.request.key;
            }))
            leave();
        Q_EMIT changed(m_open);
    });
}

void ApprovalBoard::refreshRole()
{
    if (m_shown && m_shown->mayDecide != (m_agent.role == Role::Lead))
        leave();
    Q_EMIT changed(m_open);
}

QList<Approval> ApprovalBoard::waiting() const
{
    QList<Approval> waiting = m_open;
    waiting.removeIf([](const Approval &one) { return one.status != ApprovalStatus::Asked; });
    return waiting;
}

std::optional<Approval> ApprovalBoard::of(const ConversationId &id) const
{
    std::optional<Approval> found;
    for (const Approval &one : m_open) {
        const bool waits = one.status == ApprovalStatus::Asked;
        if (one.request.conversation == id && (waits || one.request.author.id == m_agent.id.text()))
            found = one;
    }
    return found;
}

void ApprovalBoard::ask(const ApprovalRequest &request)
{
    if (m_agent.role == Role::Viewer) {
        Q_EMIT failed({ErrorCode::Refused, request.conversation.text(), {}});
        return;
    }
    onFinished(m_store.askApproval(request), this, [this](const Result<Approval> &made) {
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        Q_EMIT asked(*made);
        start();
    });
}

void ApprovalBoard::takeBack(const ActKey &key)
{
    const auto one = std::find_if(m_open.begin(), m_open.end(),
                                  [&key](const Approval &open) { return open.request.key == key; });
    const bool own = one != m_open.end() && one->request.author.id == m_agent.id.text();
    if (!own && m_agent.role != Role::Lead) {
        Q_EMIT failed({ErrorCode::Refused, key.text(), {}});
        return;
    }
    settle(m_store.withdrawReply(key));
}

void ApprovalBoard::markRead(const ActKey &key)
{
    onFinished(m_store.markReturnRead(key), this, [this](const Result<void> &marked) {
        if (!marked)
            Q_EMIT failed(marked.error());
        start();
    });
}

bool ApprovalBoard::mayDecide(const ActKey &key)
{
    if (m_agent.role == Role::Lead)
        return true;
    Q_EMIT failed({ErrorCode::Refused, key.text(), {}});
    return false;
}

ApprovalSnapshot ApprovalBoard::snapshotOf(const Approval &approval,
                                           const store::ConversationRecord &record) const
{
    ApprovalSnapshot snapshot;
    snapshot.approval = approval;
    snapshot.conversation = record.conversation;
    snapshot.mayDecide = m_agent.role == Role::Lead;
    const QList<Message> &messages = record.conversation.messages;
    const MessageId &base = approval.request.base.lastPublic;
    const auto seen = std::find_if(messages.begin(), messages.end(),
                                   [&base](const Message &message) { return message.id == base; });
    for (auto it = seen == messages.end() ? messages.begin() : seen + 1; it != messages.end();
         ++it) {
        // As what is held before a send (core/sync): what its author said meanwhile is no news.
        if (it->visibility == Visibility::Public && it->presence == Presence::Present
            && it->from != Sender::System
            && (it->from != Sender::Agent || it->author.id != approval.request.author.id)
            && (seen != messages.end() || it->at > approval.request.at))
            snapshot.since.append(*it);
    }
    snapshot.closed = record.conversation.state == State::Closed;
    const auto &owner = record.conversation.owner;
    snapshot.others = owner && owner->id != approval.request.author.id;
    return snapshot;
}

void ApprovalBoard::read(const Approval &approval,
                         std::function<void(const ApprovalSnapshot &)> then)
{
    const quint64 showing = ++m_showing;
    onFinished(m_store.conversation(approval.request.conversation), this,
               [this, showing, approval,
                then = std::move(then)](const Result<store::ConversationRecord> &record) {
                   if (showing != m_showing)
                       return;
                   if (!record) {
                       Q_EMIT failed(record.error());
                       return;
                   }
                   m_record = std::make_shared<const store::ConversationRecord>(*record);
                   then(snapshotOf(approval, *record));
               });
}

void ApprovalBoard::show(const ActKey &key)
{
    const auto one = std::find_if(m_open.begin(), m_open.end(),
                                  [&key](const Approval &open) { return open.request.key == key; });
    if (one == m_open.end() || !mayDecide(key))
        return;
    read(*one, [this](const ApprovalSnapshot &snapshot) {
        m_shown = snapshot;
        check(m_showing);
        const ApprovalSnapshot shownNow = *m_shown;
        Q_EMIT shown(shownNow);
    });
}

void ApprovalBoard::leave()
{
    ++m_showing;
    m_shown.reset();
    m_record.reset();
}

/// What the sentences rest on, as its author had it; a search that fails finds nothing.
void ApprovalBoard::check(quint64 showing)
{
    if (!m_judge || !m_drafter)
        return;
    struct Asking
    {
        PassageQuery query;
        Signals signs;
    };
    const auto asking = m_work.run([judge = m_judge, record = m_record] {
        const Signals signs = judge->judge(record->upstream).signs;
        return Asking{knowledge::queryFor(record->conversation, signs), signs};
    });
    onFinished(asking, this, [this, showing](const Asking &asked) {
        if (showing != m_showing)
            return;
        if (asked.query.parts.isEmpty())
            return judgeReply(asked.signs, {}, showing);
        onFinished(m_store.findPassages(asked.query), this,
                   [this, showing, signs = asked.signs](const Result<QList<FoundPassage>> &found) {
                       QList<Passage> passages;
                       for (const FoundPassage &one : found.value_or({}))
                           passages.append(one.passage);
                       if (showing == m_showing)
                           judgeReply(signs, passages, showing);
                   });
    });
}

void ApprovalBoard::judgeReply(const Signals &signs, const QList<Passage> &found, quint64 showing)
{
    struct Judging
    {
        Draft checked;
        QString intent;
    };
    const auto judging = m_work.run([judge = m_judge, drafter = m_drafter, record = m_record, signs,
                                     found, request = m_shown->approval.request] {
        const Intent *intent = judge->catalogue().find(signs.intent.name);
        return Judging{drafter->check(request.text, record->conversation, signs, request.author,
                                      request.at, found),
                       intent ? intent->title : QString()};
    });
    onFinished(judging, this, [this, showing](const Judging &judged) {
        if (showing != m_showing || !m_shown)
            return;
        m_shown->checked = judged.checked;
        m_shown->intentTitle = judged.intent;
        const ApprovalSnapshot shownNow = *m_shown;
        Q_EMIT shown(shownNow);
    });
}

void ApprovalBoard::approve(const ActKey &key)
{
    if (!m_shown || m_shown->approval.request.key != key || !mayDecide(key))
        return;
    read(m_shown->approval, [this](ApprovalSnapshot now) {
        const auto lastOf = [](const ApprovalSnapshot &one) {
            return one.since.isEmpty() ? MessageId() : one.since.last().id;
        };
        const bool answered = m_shown->asks && lastOf(*m_shown) == lastOf(now)
            && m_shown->closed == now.closed && m_shown->others == now.others;
        if (!now.isMoved() || answered)
            return send(now);
        now.asks = true;
        now.checked = m_shown->checked;
        now.intentTitle = m_shown->intentTitle;
        m_shown = now;
        if (now.checked.sentences.isEmpty())
            check(m_showing); // it had not ended
        Q_EMIT shown(now);
    });
}

/// To what the lead has seen of the conversation, where that is more than its author had.
void ApprovalBoard::send(const ApprovalSnapshot &snapshot)
{
    const std::optional<Base> seen
        = snapshot.isMoved() ? std::optional(baseOf(snapshot.conversation)) : std::nullopt;
    onFinished(
        m_store.approveReply(snapshot.approval.request.key, m_agent.person(), seen, m_clock.now()),
        this, [this, approval = snapshot.approval](const Result<QList<OutboxEntry>> &sent) {
            if (!sent) {
                Q_EMIT failed(sent.error());
            } else {
                Approval given = approval;
                given.status = ApprovalStatus::Approved;
                given.decidedBy = m_agent.person();
                if (m_shown && m_shown->approval.request.key == given.request.key)
                    leave(); // unless another is read by now
                Q_EMIT decided(given);
                Q_EMIT enqueued();
            }
            start();
        });
}

void ApprovalBoard::giveBack(const ActKey &key, const QString &note)
{
    if (!mayDecide(key))
        return;
    if (note.trimmed().isEmpty()) {
        Q_EMIT failed({ErrorCode::InvalidArgument, key.text(), u"a note says why"_s});
        return;
    }
    settle(m_store.returnReply(key, m_agent.person(), note.trimmed()));
}

void ApprovalBoard::settle(const QFuture<Result<Approval>> &settling)
{
    onFinished(settling, this, [this](const Result<Approval> &settled) {
        if (!settled) {
            Q_EMIT failed(settled.error());
        } else {
            if (m_shown && m_shown->approval.request.key == settled->request.key)
                leave();
            Q_EMIT decided(*settled);
        }
        start();
    });
}

} // namespace baton
