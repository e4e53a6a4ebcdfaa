#include "core/sync/demo/Simulation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 lookStream = 0x6c6f6f6b;
constexpr int comfortable = 12; ///< so many may wait before colleagues hurry

bool isSpoken(Channel channel)
{
    return channel == Channel::Chat || channel == Channel::Voice || channel == Channel::Social;
}

} // namespace

bool Simulation::isMine(const Conversation &conversation) const
{
    return conversation.owner && conversation.owner->id == m_agent.id;
}

/// A free colleague looks at the queue: the more wait, the likelier they take one of the oldest.
void Simulation::look(int who)
{
    const Colleague &colleague = m_stage->cast.colleagues[who];
    Dice dice(m_seed, lookStream + quint64(who), quint64(m_now.ms));
    const Instant work = m_hours.atWork(m_now, colleague.from, colleague.to);
    if (work > m_now)
        return plan(work + dice.between(20, 300) * secondMs, Kind::Look, -1, who);
    std::vector<std::pair<Instant, int>> waiting;
    for (const int index : m_waiting) {
        const Conversation &c = m_lives[size_t(index)].conversation;
        const Instant since = c.handedOffAt.value_or(c.createdAt);
        if (m_now - since > 90 * secondMs)
            waiting.emplace_back(since, index);
    }
    std::sort(waiting.begin(), waiting.end());
    const int eager = std::clamp((int(waiting.size()) - comfortable) * 4, 4, 85);
    if (waiting.empty() || !dice.chance(eager))
        return plan(m_now + dice.between(90, 150) * secondMs, Kind::Look, -1, who);
    const int choice = dice.below(std::min<qsizetype>(6, qsizetype(waiting.size())));
    const Instant done = takeUp(waiting[size_t(choice)].second, who);
    plan(done + dice.between(25, 90) * secondMs, Kind::Look, -1, who);
}

QList<PersonDuty> Simulation::duties() const
{
    QList<PersonDuty> list;
    for (const Colleague &one : m_stage->cast.colleagues) {
        const bool on = m_hours.atWork(m_now, one.from, one.to) == m_now;
        list
            += {one.person, on ? Duty::On : Duty::Away, m_hours.since(m_now, one.from, one.to, on)};
    }
    return list;
}

Instant Simulation::takeUp(int index, int who)
{
    const Colleague &colleague = m_stage->cast.colleagues[who];
    Live &live = m_lives[size_t(index)];
    Conversation &c = live.conversation;
    ++live.epoch;
    ++c.version;
    c.owner = colleague.person;
    c.state = State::Claimed;
    c.snoozedUntil.reset();
    live.handler = who;
    live.doing = Doing::Viewing;
    changed(index);
    Dice dice = this->dice(index, 4);
    const Instant begins = m_hours.atWork(m_now, colleague.from, colleague.to);
    const Instant read = begins + dice.between(20, 70) * secondMs;
    const Instant written = read + dice.between(40, 170) * secondMs;
    plan(read, Kind::Typing, index, who);
    if (!live.script.note.isEmpty() && !live.answered && dice.chance(70))
        plan(written + (-8 * secondMs), Kind::ColleagueNote, index, who);
    plan(written, Kind::ColleagueReply, index, who);
    return written;
}

/// The answer, or once there was one a word of goodbye.
void Simulation::colleagueReplies(int index)
{
    Live &live = m_lives[size_t(index)];
    Dice dice = this->dice(index, 5);
    const Person &who = m_stage->cast.colleagues[live.handler].person;
    const bool first = !live.answered;
    say(live.conversation, Sender::Agent, who,
        first ? live.script.reply : dice.pick(live.script.phrases.closing), m_now);
    live.doing = Doing::Viewing;
    live.answered = true;
    ++live.replies;
    changed(index);
    if (first && !live.script.after.isEmpty())
        return plan(m_now + live.script.after.first().afterMs, Kind::CustomerAnswers, index);
    const int minutes
        = isSpoken(live.conversation.channel) ? dice.between(1, 5) : dice.between(10, 40);
    plan(m_now + minutes * minuteMs, Kind::ColleagueCloses, index);
}

/// While this desk is offline: a public reply in what its agent has open.
void Simulation::cutIn()
{
    int target = -1;
    if (m_lastTouched >= 0 && m_lives[size_t(m_lastTouched)].conversation.state != State::Closed)
        target = m_lastTouched;
    for (int i = 0; i < int(m_lives.size()) && target < 0; ++i) {
        const Conversation &c = m_lives[size_t(i)].conversation;
        if (isMine(c) && c.state != State::Closed)
            target = i;
    }
    if (target < 0)
        return;
    Live &live = m_lives[size_t(target)];
    const Person &who = m_stage->cast.colleagues[cutsIn].person;
    const QString words = live.answered ? live.script.phrases.againReply : live.script.reply;
    m_cutInto = target;
    say(live.conversation, Sender::Agent, who, words, m_now);
    changed(target);
    if (!live.answered && !live.script.after.isEmpty())
        plan(m_now + minuteMs, Kind::CustomerAnswers, target);
    else
        plan(m_now + minuteMs, Kind::CustomerThanks, target);
    live.answered = true;
    ++live.replies;
}

/// What the template has the customer say after a reply. A closed conversation is opened again only
/// by a question.
void Simulation::customerAnswers(int index, int number)
{
    Live &live = m_lives[size_t(index)];
    const QString &text = live.script.after[number].text;
    if (live.conversation.state != State::Closed || text.contains(u'?'))
        customerSays(index, text);
    if (number + 1 < live.script.after.size())
        return plan(m_now + live.script.after[number + 1].afterMs, Kind::CustomerAnswers, index, -1,
                    number + 1);
    if (live.handler < 0 || live.conversation.state == State::Closed)
        return;
    Dice dice = this->dice(index, 6);
    const bool content = live.script.outcome == OutcomeKind::ConfirmedResolution
        || live.script.outcome == OutcomeKind::AssumedResolution;
    if (content && dice.chance(65)) {
        plan(m_now + 12 * secondMs, Kind::Typing, index, live.handler);
        plan(m_now + dice.between(25, 60) * secondMs, Kind::ColleagueReply, index, live.handler);
    } else {
        plan(m_now + dice.between(2, 6) * minuteMs, Kind::ColleagueCloses, index);
    }
}

void Simulation::customerSays(int index, const QString &text)
{
    Conversation &c = m_lives[size_t(index)].conversation;
    const Message *last = lastPublicMessage(c);
    if (!last || last->from != Sender::Customer)
        c.waitingSince = m_now;
    say(c, Sender::Customer, {}, text, m_now);
    if (c.state == State::Closed && c.outcome)
        c.outcome->reopened = true;
    if (c.state == State::Closed || c.state == State::Snoozed) {
        c.state = c.owner ? State::Claimed : State::Waiting;
        c.snoozedUntil.reset();
    }
    changed(index);
}

/// Somebody who was promised an answer and has none.
void Simulation::asks(int index, int count)
{
    Live &live = m_lives[size_t(index)];
    const State state = live.conversation.state;
    if (live.replies > 0 || state == State::Closed || state == State::Bot)
        return;
    const QList<QString> &words = live.script.phrases.impatient;
    customerSays(index, words[std::min<qsizetype>(count, words.size() - 1)]);
    if (count < 2)
        plan(m_now + dice(index, 7 + count).between(12, 25) * minuteMs, Kind::CustomerAsks, index,
             -1, count + 1);
}

void Simulation::afterClose(int index, bool byAgent)
{
    const Live &live = m_lives[size_t(index)];
    Dice dice = this->dice(index, 10);
    if (live.script.csat && dice.chance(50))
        plan(m_now + dice.between(3, 30) * minuteMs, Kind::Rating, index);
    const bool unanswered = byAgent && live.replies == 0 && live.script.handsOff;
    if (unanswered)
        plan(m_now + dice.between(50, 240) * minuteMs, Kind::ComeBack, index);
    else if (live.script.comesBack && dice.chance(70))
        plan(m_now + live.script.comesBack->afterMs, Kind::ComeBack, index);
}

/// As the template has it; worse for who waited long for a person, worst for who had none.
void Simulation::rate(int index)
{
    Live &live = m_lives[size_t(index)];
    Conversation &c = live.conversation;
    if (c.state != State::Closed || !c.outcome || c.outcome->csat || !live.script.csat)
        return;
    int csat = *live.script.csat;
    if (c.handedOffAt && live.replies == 0) {
        csat = 1;
    } else if (c.handedOffAt && isSpoken(c.channel)) {
        for (const Message &message : c.messages) {
            if (message.from == Sender::Agent && message.visibility == Visibility::Public) {
                csat -= message.at - *c.handedOffAt > 30 * minuteMs ? 1 : 0;
                break;
            }
        }
    }
    ++c.version;
    c.outcome->csat = std::max(1, csat);
    changed(index);
}

void Simulation::comeBack(int index)
{
    const Live &live = m_lives[size_t(index)];
    if (live.conversation.state != State::Closed)
        return;
    Script script = scriptAgain(*m_stage, live.script,
                                m_history->conversations() + int(m_lives.size()), m_now);
    if (script.beats.first().text.isEmpty())
        script.beats.first().text = live.script.phrases.impatient.last();
    start(std::move(script), m_now);
}

} // namespace baton::sync::demo
