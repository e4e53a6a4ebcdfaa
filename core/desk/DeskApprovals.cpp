#include "core/desk/ConversationJudge.h"
#include "core/desk/DeskPrivate.h"

/// Replies that a lead approves before they are sent, and what leads write to agents.
namespace baton {

std::optional<ApprovalNeed> Desk::Private::approvalNeed(const QString &intent) const
{
    const auto judge = policies.judge();
    return policy::needsApproval(settings.agent, intent, judge ? judge->policy() : parts.policy);
}

void Desk::Private::tellApproval(ConversationSnapshot &shown) const
{
    const QString intent = shown.judged ? shown.judged->signs.intent.name
        : shown.row.judged              ? shown.row.judged->intent
                                        : QString();
    shown.approvalNeed = approvalNeed(intent);
    shown.approval = approvals.of(shown.row.id);
}

ApprovalBoard &Desk::approvalBoard() const
{
    return d->approvals;
}

CoachingBoard &Desk::coachingBoard() const
{
    return d->coaching;
}

void Desk::connectApprovals()
{
    connect(&d->coaching, &CoachingBoard::failed, this, &Desk::failed);
    connect(&d->reviews, &ReviewBoard::listChanged, &d->coaching, &CoachingBoard::refresh);
    ApprovalBoard *board = &d->approvals;
    connect(board, &ApprovalBoard::failed, this, &Desk::failed);
    connect(board, &ApprovalBoard::asked, this, [this](const Approval &asked) {
        const ConversationId &id = asked.request.conversation;
        Q_EMIT sent(id);
        if (d->settings.nextAfterSend && openId() == id)
            openNext();
    });
    connect(board, &ApprovalBoard::enqueued, this, [this] { d->wake(); });
    connect(board, &ApprovalBoard::changed, &d->conversation, &OpenConversation::retell);
}

ApprovalRequest Desk::Private::requestFor(const ConversationId &id, const QString &text,
                                          const Base &base, const ApprovalNeed &need) const
{
    return {{}, id, settings.agent.person(), parts.clock.now(), text, base, false, need};
}

void Desk::sendForApproval(const QString &text, AfterSend after)
{
    const ConversationSnapshot &open = *d->conversation.snapshot();
    Act seenNow = d->act(ActKind::Reply);
    if (const QList<store::NewAct> claim = d->claimFirst(seenNow); !claim.isEmpty())
        record(claim, {}); // it is theirs while it waits
    ApprovalRequest request
        = d->requestFor(open.row.id, text, d->conversation.replyBase(), *open.approvalNeed);
    request.closes = after == AfterSend::Close;
    request.attachments = d->attachments.goingWith(open);
    d->approvals.ask(request);
    recordUse(text);
    cite(text);
    d->conversation.becameAct(DraftKind::Reply);
}

/// A held reply goes out as it is now only once a lead has seen it.
void Desk::askAgain(const ActKey &held, const QString &text, const Base &seen)
{
    const ConversationSnapshot &open = *d->conversation.snapshot();
    ApprovalRequest request = d->requestFor(open.row.id, text, seen, *open.approvalNeed);
    std::optional<ActKey> closing; // waits behind the held one, and would go out without it
    for (const OutboxEntry &entry : open.outbox) {
        if (entry.act.key == held)
            request.attachments = entry.act.attachments;
        if (entry.act.kind == ActKind::Close && entry.status == ActStatus::Waiting)
            closing = entry.act.key;
    }
    request.closes = closing.has_value();
    const auto ask = [this, held, request] {
        onFinished(d->parts.store.discard(held), this, [this, request](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            else
                d->approvals.ask(request);
        });
    };
    if (!closing)
        return ask();
    onFinished(d->parts.store.undo(*closing), this, [this, ask](const Result<OutboxEntry> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        else
            ask();
    });
}

bool Desk::askForEach(const store::ConversationRecord &record, const QString &text)
{
    const auto need = d->approvalNeed(record.row.judged ? record.row.judged->intent : QString());
    if (!need)
        return false;
    d->approvals.ask(d->requestFor(record.row.id, text, baseOf(record.conversation), *need));
    return true;
}

} // namespace baton
