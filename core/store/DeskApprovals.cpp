#include "core/store/DeskWriter.h"

#include <QtCore/QUuid>

using namespace Qt::StringLiterals;

/// Replies that wait for a lead. What is approved and its place in the outbox are one transaction:
/// no crash comes between them.
namespace baton::store {

namespace {

Error approvalConflict(const Approval &approval, const QString &wanted)
{
    return {ErrorCode::Conflict, approval.request.key.text(),
            u"%1 is not possible: the reply has status %2"_s.arg(wanted).arg(int(approval.status))};
}

ActKey closingKey(const ActKey &reply)
{
    return ActKey(reply.text() + u"-close"_s);
}

} // namespace

QString DeskWriter::approvalDetail(const Approval &approval)
{
    return approval.request.key.text() + u' ' + m_audit.hashed(approval.request.text);
}

template <class T, class Fn>
Result<T> DeskWriter::changeApproval(const ActKey &key, Fn fn)
{
    return m_audit.transact(u"approval"_s, [&]() -> Result<T> {
        std::optional<Approval> approval = m_approvals.find(key);
        if (!approval)
            return Error{ErrorCode::NotFound, key.text(), u"no such reply"_s};
        return fn(*approval);
    });
}

Result<Approval> DeskWriter::askApproval(ApprovalRequest request)
{
    return m_audit.transact(u"approval"_s, [&]() -> Result<Approval> {
        if (request.conversation.isEmpty() || request.text.isEmpty())
            return Error{ErrorCode::InvalidArgument, request.conversation.text(),
                         u"a reply needs a conversation and a text"_s};
        if (request.key.isEmpty())
            request.key = ActKey(QUuid::createUuid().toString(QUuid::WithoutBraces));
        if (const auto known = m_approvals.find(request.key)) {
            if (known->request == request)
                return *known;
            return Error{ErrorCode::Conflict, request.key.text(), u"another reply has this key"_s};
        }
        if (m_approvals.askedOf(request.conversation))
            return Error{ErrorCode::Conflict, request.conversation.text(),
                         u"another reply waits for approval"_s};
        for (Approval &earlier : m_approvals.open()) { // this one answers what came back
            if (earlier.status != ApprovalStatus::Returned
                || earlier.request.conversation != request.conversation
                || earlier.request.author.id != request.author.id)
                continue;
            earlier.read = true;
            m_approvals.update(earlier);
        }
        m_approvals.insert(request);
        m_drafts.remove(request.conversation, DraftKind::Reply);
        takeFiles(request.conversation, request.attachments);
        Approval made;
        made.request = request;
        audit(u"approval-asked"_s, request.conversation.text(), approvalDetail(made));
        return made;
    });
}

Result<QList<OutboxEntry>> DeskWriter::approveReply(const ActKey &key, const Person &by,
                                                    const std::optional<Base> &seen,
                                                    Instant notBefore)
{
    using Entries = QList<OutboxEntry>;
    return changeApproval<Entries>(key, [&](Approval &approval) -> Result<Entries> {
        const ApprovalRequest &request = approval.request;
        Entries entries;
        if (approval.status == ApprovalStatus::Approved) { // said before
            for (const ActKey &one : {key, closingKey(key)}) {
                if (const auto stored = m_outbox.find(one))
                    entries.append(stored->entry);
            }
            return entries;
        }
        if (approval.status != ApprovalStatus::Asked)
            return approvalConflict(approval, u"approve"_s);
        approval.status = ApprovalStatus::Approved;
        approval.decidedBy = by;
        approval.decidedAt = m_clock.now();
        m_approvals.update(approval);
        audit(u"approval-given"_s, request.conversation.text(), approvalDetail(approval));
        Act reply;
        reply.key = key;
        reply.kind = ActKind::Reply;
        reply.conversation = request.conversation;
        reply.agent = request.author;
        reply.at = approval.decidedAt;
        reply.text = request.text;
        reply.base = seen.value_or(request.base);
        reply.attachments = request.attachments;
        QList<NewAct> acts{{reply, notBefore}};
        if (request.closes) {
            Act closing = reply;
            closing.key = closingKey(key);
            closing.kind = ActKind::Close;
            closing.text.clear();
            closing.attachments.clear();
            closing.base.owner = AgentId(request.author.id);
            closing.base.state = State::Claimed;
            closing.outcome = OutcomeKind::AssumedResolution;
            acts.append({closing, notBefore});
        }
        const auto typed = m_drafts.find(request.conversation, DraftKind::Reply);
        const QList<Attachment> attached = m_drafts.attached(request.conversation);
        for (const NewAct &act : acts) {
            Result<OutboxEntry> entry = recordOne(act);
            if (!entry)
                return entry.error();
            entries.append(*std::move(entry));
        }
        if (typed)
            m_drafts.save(*typed); // the next reply, begun meanwhile
        m_drafts.saveAttached(request.conversation, attached);
        return entries;
    });
}

void DeskWriter::giveReplyBack(Approval &approval, ApprovalStatus status, const Person &by,
                               const QString &kind)
{
    approval.status = status;
    approval.decidedBy = by;
    approval.decidedAt = m_clock.now();
    m_approvals.update(approval);
    const ApprovalRequest &request = approval.request;
    giveTextBack(
        {request.conversation, DraftKind::Reply, request.text, request.base, approval.decidedAt});
    giveFilesBack(request.conversation, request.attachments);
    audit(kind, request.conversation.text(), approvalDetail(approval));
}

Result<Approval> DeskWriter::returnReply(const ActKey &key, const Person &by, const QString &note)
{
    return changeApproval<Approval>(key, [&](Approval &approval) -> Result<Approval> {
        if (approval.status == ApprovalStatus::Returned && approval.note == note)
            return approval;
        if (approval.status != ApprovalStatus::Asked)
            return approvalConflict(approval, u"return"_s);
        approval.note = note;
        giveReplyBack(approval, ApprovalStatus::Returned, by, u"approval-returned"_s);
        return approval;
    });
}

Result<Approval> DeskWriter::withdrawReply(const ActKey &key)
{
    return changeApproval<Approval>(key, [&](Approval &approval) -> Result<Approval> {
        if (approval.status == ApprovalStatus::Withdrawn)
            return approval;
        if (approval.status != ApprovalStatus::Asked)
            return approvalConflict(approval, u"withdraw"_s);
        giveReplyBack(approval, ApprovalStatus::Withdrawn, approval.request.author,
                      u"approval-withdrawn"_s);
        return approval;
    });
}

Result<void> DeskWriter::markReturnRead(const ActKey &key)
{
    return changeApproval<void>(key, [&](Approval &approval) -> Result<void> {
        if (approval.status == ApprovalStatus::Returned && !approval.read) {
            approval.read = true;
            m_approvals.update(approval);
        }
        return {};
    });
}

} // namespace baton::store
