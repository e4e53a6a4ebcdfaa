#include "core/desk/ShiftHandover.h"

#include "core/store/StoreTypes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

bool isSaid(const Message &message)
{
    return message.presence == Presence::Present && message.visibility == Visibility::Public
        && message.delivery == Delivery::Delivered;
}

bool answeredAfter(const Conversation &conversation, Instant from, Instant until)
{
    return std::any_of(conversation.messages.begin(), conversation.messages.end(),
                       [&](const Message &message) {
                           return message.from == Sender::Agent && isSaid(message)
                               && message.at > from && message.at <= until;
                       });
}

/// Since when each promise stood, and when it fell due.
QList<std::pair<Instant, Instant>> promisesOf(const Conversation &conversation)
{
    QList<std::pair<Instant, Instant>> promises;
    for (const Promise &promise : conversation.promises) {
        if (!promise.dueAt)
            continue;
        Instant made = conversation.createdAt;
        for (const Message &message : conversation.messages) {
            if (message.id == promise.message)
                made = message.at;
        }
        promises.append({made, *promise.dueAt});
    }
    const auto &handoff = conversation.handoff;
    if (handoff && handoff->toldCustomerWaitMs && conversation.handedOffAt)
        promises.append(
            {*conversation.handedOffAt, *conversation.handedOffAt + *handoff->toldCustomerWaitMs});
    return promises;
}

QueueView viewOf(const QueueRow &row, const AgentId &me)
{
    if (row.state == State::Closed)
        return QueueView::Archive;
    if (row.owner.id == me.text())
        return QueueView::Mine;
    if (row.place.tier == 0)
        return QueueView::TierC;
    return row.backMs ? QueueView::Recontacts : QueueView::AllWaiting;
}

bool hasPromise(const ShiftLine &line)
{
    return std::any_of(line.moments.begin(), line.moments.end(),
                       [](const ShiftMoment &one) { return one.event == ShiftEvent::PromiseDue; });
}

} // namespace

QList<ShiftMoment> shiftMoments(const Conversation &c, Instant since, Instant now,
                                const AgentId &me)
{
    QList<ShiftMoment> moments;
    const auto isNews = [&](Instant at) { return at > since && at <= now; };
    const auto last = [&moments](ShiftEvent event, Instant at, const Person &by = {}) {
        for (ShiftMoment &one : moments) {
            if (one.event == event && one.by.id == by.id) {
                one.at = std::max(one.at, at);
                return;
            }
        }
        moments.append({event, at, by});
    };
    const bool began = isNews(c.createdAt);
    if (began)
        last(ShiftEvent::Began, c.createdAt);
    else if (c.handedOffAt && isNews(*c.handedOffAt))
        last(ShiftEvent::HandedOver, *c.handedOffAt);
    for (const Message &message : c.messages) {
        if (!isSaid(message) || !isNews(message.at))
            continue;
        if (message.from == Sender::Customer && !began)
            last(ShiftEvent::CustomerWrote, message.at);
        else if (message.from == Sender::Agent && message.author.id != me.text())
            last(ShiftEvent::Answered, message.at, message.author);
    }
    if (c.state == State::Closed && c.outcome) {
        const Instant end
            = c.outcome->at.value_or(c.messages.isEmpty() ? c.createdAt : c.messages.last().at);
        if (isNews(end))
            last(ShiftEvent::Closed, end);
    } else if (c.state != State::Closed) {
        for (const auto &[made, due] : promisesOf(c)) {
            if (isNews(due) && !answeredAfter(c, made, now))
                last(ShiftEvent::PromiseDue, due);
        }
    }
    std::stable_sort(moments.begin(), moments.end(),
                     [](const ShiftMoment &a, const ShiftMoment &b) { return a.at < b.at; });
    return moments;
}

int ShiftHandover::conversations() const
{
    int count = 0;
    for (const ShiftSection &section : sections)
        count += int(section.lines.size());
    return count;
}

bool ShiftHandover::isEmpty() const
{
    return sections.isEmpty() && policy.isEmpty() && stopLoss.isEmpty() && knowledge.isEmpty();
}

ShiftHandover makeHandover(const store::ShiftRows &rows, const QList<AuditRow> &audit,
                           Instant since, Instant now, const AgentId &me)
{
    ShiftHandover made;
    made.isRead = true;
    made.since = since;
    made.until = now;
    made.more = rows.more;
    for (const QueueView view : {QueueView::Mine, QueueView::TierC, QueueView::Recontacts,
                                 QueueView::AllWaiting, QueueView::Archive})
        made.sections += {view, {}};
    for (const store::ConversationRecord &record : rows.records) {
        ShiftLine line{record.row, shiftMoments(record.conversation, since, now, me)};
        if (line.moments.isEmpty())
            continue;
        std::array<bool, 6> happened{};
        for (const ShiftMoment &one : std::as_const(line.moments))
            happened[size_t(one.event)] = true;
        for (size_t i = 0; i < happened.size(); ++i)
            made.counts[i] += happened[i] ? 1 : 0;
        const QueueView view = viewOf(line.row, me);
        const auto section = std::ranges::find(made.sections, view, &ShiftSection::view);
        section->lines += std::move(line);
    }
    made.sections.removeIf([](const ShiftSection &section) { return section.lines.isEmpty(); });
    for (ShiftSection &section : made.sections)
        std::stable_sort(section.lines.begin(), section.lines.end(),
                         [](const ShiftLine &a, const ShiftLine &b) {
                             if (hasPromise(a) != hasPromise(b))
                                 return hasPromise(a);
                             return a.moments.last().at > b.moments.last().at;
                         });
    for (const AuditRow &row : audit) {
        if (row.at <= since || row.at > now)
            continue;
        if (row.kind == "policy-by-stop-loss"_L1 || row.kind.startsWith("stop-loss-"_L1))
            made.stopLoss += row;
        else if (row.kind.startsWith("policy-"_L1)) // by another desk too
            made.policy += row;
        else if (row.kind.startsWith("knowledge"_L1))
            made.knowledge += row;
    }
    return made;
}

} // namespace baton
