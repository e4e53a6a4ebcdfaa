#include "core/policy/Policy.h"
#include "core/policy/Targets.h"

#include <algorithm>

namespace baton::policy {

namespace {

constexpr qint64 soonMs = 10 * 60'000LL;

/// A public message by a person that the customer has, or will have once the outbox has run.
bool isReply(const Message &message)
{
    return message.from == Sender::Agent && message.visibility == Visibility::Public
        && message.presence == Presence::Present && message.delivery != Delivery::Held
        && message.delivery != Delivery::Refused;
}

std::optional<Instant> lastReply(const Conversation &conversation)
{
    std::optional<Instant> last;
    for (const Message &message : conversation.messages) {
        if (isReply(message) && (!last || message.at > *last))
            last = message.at;
    }
    return last;
}

struct Clocked
{
    SlaSource source = SlaSource::None;
    Instant started;
    Instant due;
};

std::optional<Clocked> promisedWait(const Conversation &conversation,
                                    std::optional<Instant> replied)
{
    if (!conversation.handedOffAt || !conversation.handoff
        || !conversation.handoff->toldCustomerWaitMs)
        return {};
    const Instant from = *conversation.handedOffAt;
    if (replied && *replied >= from)
        return {};
    return Clocked{SlaSource::PromisedWait, from, from + *conversation.handoff->toldCustomerWaitMs};
}

/// When a promise was made; nothing where its message is unknown: then it was at the handoff.
std::optional<Instant> spokenAt(const Promise &promise, const Conversation &conversation)
{
    for (const Message &message : conversation.messages) {
        if (message.id == promise.message)
            return message.at;
    }
    return {};
}

std::optional<Clocked> nextPromise(const Conversation &conversation, std::optional<Instant> replied)
{
    std::optional<Clocked> next;
    for (const Promise &promise : conversation.promises) {
        if (!promise.dueAt || (next && *promise.dueAt >= next->due))
            continue;
        const std::optional<Instant> spoken = spokenAt(promise, conversation);
        // One that was broken already when it was spoken of is told on the card; it is no deadline.
        if (spoken && *promise.dueAt <= *spoken)
            continue;
        const Instant made
            = spoken.value_or(conversation.handedOffAt.value_or(conversation.createdAt));
        if (!replied || *replied <= made)
            next = Clocked{SlaSource::Promise, made, *promise.dueAt};
    }
    return next;
}

} // namespace

Sla slaOf(const Conversation &conversation, const Policy &policy,
          const std::optional<JudgedLine> &judged)
{
    if (conversation.state == State::Bot)
        return {};
    const std::optional<Instant> replied = lastReply(conversation);
    if (conversation.state == State::Closed)
        return {.state = replied ? SlaState::Met : SlaState::None,
                .source = {},
                .started = {},
                .due = {}};

    std::optional<Clocked> earliest;
    const auto consider = [&earliest](const std::optional<Clocked> &clock) {
        if (clock && (!earliest || clock->due < earliest->due))
            earliest = clock;
    };
    const Message *unanswered = firstUnanswered(conversation);
    if (unanswered) {
        if (const std::optional<int> minutes
            = targetMinutes(conversation, policy, tierOf(conversation, judged))) {
            const Instant due
                = addOpenMinutes(calendarOf(conversation, policy), unanswered->at, *minutes);
            consider(Clocked{SlaSource::Unanswered, unanswered->at, due});
        }
    }
    consider(promisedWait(conversation, replied));
    consider(nextPromise(conversation, replied));
    if (earliest)
        return {SlaState::Running, earliest->source, earliest->started, earliest->due};

    const Message *last = lastPublicMessage(conversation);
    const bool customersTurn
        = last && !unanswered && (last->from == Sender::Agent || last->from == Sender::Bot);
    return {.state = customersTurn ? SlaState::Paused : SlaState::None,
            .source = {},
            .started = {},
            .due = {}};
}

QList<ReplyTime> repliesSince(Instant since, const AgentId &agent, const Conversation &conversation,
                              const Policy &policy, const std::optional<JudgedLine> &judged)
{
    QList<ReplyTime> replies;
    Conversation before = conversation;
    before.state = State::Claimed;
    before.messages.clear();
    before.promises.clear();
    for (const Promise &promise : conversation.promises) {
        if (promise.message.isEmpty())
            before.promises += promise;
    }
    bool first = true;
    for (const Message &message : conversation.messages) {
        if (isReply(message)) {
            if (message.at >= since && message.author.id == agent.text()) {
                const Sla sla = slaOf(before, policy, judged);
                ReplyTime reply{message.at, first, sla.due && message.at > *sla.due, {}};
                if (const Message *unanswered = firstUnanswered(before))
                    reply.waitedMs = message.at - unanswered->at;
                else if (first && conversation.handedOffAt)
                    reply.waitedMs = message.at - *conversation.handedOffAt;
                replies += reply;
            }
            first = false;
        }
        before.messages += message;
        for (const Promise &promise : conversation.promises) {
            if (!promise.message.isEmpty() && promise.message == message.id)
                before.promises += promise;
        }
    }
    return replies;
}

bool dueSoon(const Sla &sla, Instant now)
{
    if (sla.state != SlaState::Running || !sla.due || now >= *sla.due)
        return false;
    const qint64 left = *sla.due - now;
    return left < soonMs || (sla.started && left < (*sla.due - *sla.started) / 4);
}

} // namespace baton::policy
