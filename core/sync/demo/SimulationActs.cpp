#include "core/domain/Tags.h"
#include "core/sync/demo/Simulation.h"

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace { } // namespace

Result<PushOutcome> Simulation::take(const Act &act)
{
    if (m_taken.contains(act.key))
        return PushOutcome::TakenBefore;
    const int index = find(act.conversation);
    if (index < 0)
        return Error{ErrorCode::Refused, act.conversation.text(), u"no such conversation"_s};
    const std::optional<Person> &owner = m_lives[size_t(index)].conversation.owner;
    if (act.kind == ActKind::Claim && owner && owner->id != act.agent.id
        && owner->id != act.base.owner.text())
        return Error{ErrorCode::Refused, act.conversation.text(), u"taken by %1"_s.arg(owner->id)};
    m_taken.insert(act.key);
    m_lastTouched = index;
    apply(act, index);
    return PushOutcome::Taken;
}

/// One of the history goes on from here like any other.
int Simulation::find(const ConversationId &id)
{
    if (const auto known = m_byId.constFind(id); known != m_byId.cend())
        return *known;
    const int past = m_history->find(id);
    if (past < 0)
        return -1;
    const int index = int(m_lives.size());
    Live &live = m_lives.emplace_back();
    live.script = m_history->scriptAt(past);
    live.script.number = m_history->conversations() + index;
    live.conversation = m_history->at(past);
    live.answered = true;
    live.replies = 1;
    m_byId.insert(id, index);
    return index;
}

void Simulation::apply(const Act &act, int index)
{
    Live &live = m_lives[size_t(index)];
    Conversation &c = live.conversation;
    switch (act.kind) {
    case ActKind::Claim:
        ++live.epoch;
        ++c.version;
        live.handler = -1;
        c.owner = act.agent;
        c.state = State::Claimed;
        if (!c.handedOffAt) {
            c.handedOffAt = m_now;
            c.routeTaken = live.script.route;
        }
        break;
    case ActKind::Release:
        ++c.version;
        if (c.owner && (isMine(c) || c.owner->id == act.base.owner.text())) {
            ++live.epoch; // what its colleague was about to do
            live.handler = -1;
            c.owner.reset();
            c.state = c.state == State::Claimed ? State::Waiting : c.state;
        }
        break;
    case ActKind::Reply:
        agentReplies(act, index);
        break;
    case ActKind::Note:
        note(c, act.agent, act.text, m_now, act.key.text());
        break;
    case ActKind::Snooze:
        ++live.epoch;
        ++c.version;
        c.state = State::Snoozed;
        c.snoozedUntil = act.until;
        if (act.until)
            plan(*act.until, Kind::Wake, index);
        break;
    case ActKind::Transfer:
        transfer(act, index);
        break;
    case ActKind::Close:
        ++live.epoch;
        live.handler = -1;
        close(c, act.outcome.value_or(OutcomeKind::AssumedResolution), m_now);
        afterClose(index, true);
        break;
    case ActKind::Tag:
        ++c.version;
        c.tags = withTags(c.tags, act.tagsAdded, act.tagsRemoved);
        break;
    }
    changed(index);
}

/// The customer reacts some minutes later: as the template has it, or with a word of thanks.
void Simulation::agentReplies(const Act &act, int index)
{
    Live &live = m_lives[size_t(index)];
    Conversation &c = live.conversation;
    say(c, Sender::Agent, act.agent, act.text, m_now, act.key.text());
    c.messages.last().attachments = act.attachments;
    if (!c.owner)
        c.owner = act.agent;
    if (c.state == State::Waiting || c.state == State::Snoozed || c.state == State::Bot) {
        ++live.epoch;
        c.state = State::Claimed;
        c.snoozedUntil.reset();
    }
    Dice dice = this->dice(index, 11);
    const bool first = !live.answered;
    live.answered = true;
    ++live.replies;
    if (first && !live.script.after.isEmpty())
        plan(m_now + live.script.after.first().afterMs, Kind::CustomerAnswers, index);
    else if (dice.chance(first ? 100 : 50) && c.state != State::Closed)
        plan(m_now + dice.between(70, 400) * secondMs, Kind::CustomerThanks, index);
}

void Simulation::transfer(const Act &act, int index)
{
    Live &live = m_lives[size_t(index)];
    Conversation &c = live.conversation;
    // Who took it meanwhile keeps it.
    if (c.owner && !isMine(c) && c.owner->id != act.base.owner.text())
        return;
    ++live.epoch;
    ++c.version;
    live.handler = -1;
    if (!act.toQueue.isEmpty())
        c.queue = act.toQueue;
    if (act.toAgent) {
        c.owner = act.toAgent;
        c.state = State::Claimed;
        for (int who = 0; who < m_stage->cast.colleagues.size(); ++who) {
            if (m_stage->cast.colleagues[who].person.id == act.toAgent->id)
                takeUp(index, who);
        }
        return;
    }
    c.owner.reset();
    c.state = State::Waiting;
}

void Simulation::wake(int index)
{
    Conversation &c = m_lives[size_t(index)].conversation;
    if (c.state != State::Snoozed)
        return;
    ++c.version;
    c.state = c.owner ? State::Claimed : State::Waiting;
    c.snoozedUntil.reset();
    changed(index);
}

} // namespace baton::sync::demo
