#include "core/sync/demo/Simulation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 arrivalStream = 0x6172726976616c;
constexpr quint64 extraStream = 0x6578747261;
constexpr quint64 liveStream = 0x6c697665;
constexpr int lately = 2500;     ///< conversations whose customers may be back
constexpr int latelyStride = 37; ///< no common divisor with lately

/// A wait that is as long as mean on average: 30 to 170 % of it, in whole seconds.
qint64 around(qint64 meanMs, Dice &dice)
{
    return meanMs * dice.between(30, 170) / 100 / secondMs * secondMs;
}

} // namespace

Simulation::Simulation(std::shared_ptr<const Stage> stage, std::shared_ptr<const History> history,
                       quint64 seed, Person agent)
    : m_stage(std::move(stage))
    , m_history(std::move(history))
    , m_seed(seed)
    , m_agent(std::move(agent))
    , m_now(scenarioStart)
{
    for (qsizetype i = 0; i < m_stage->cast.regions.size(); ++i)
        m_people.push_back(m_history->peopleOf(i));
    open();
    for (int who = 0; who < m_stage->cast.colleagues.size(); ++who)
        plan(scenarioStart + (60 + 35 * who) * secondMs, Kind::Look, -1, who);
    plan(scenarioStart + 40 * secondMs, Kind::Arrival);
}

void Simulation::advanceTo(Instant moment)
{
    while (!m_events.empty() && m_events.top().at <= moment) {
        const Event event = m_events.top();
        m_events.pop();
        m_now = std::max(m_now, event.at);
        happen(event);
    }
    m_now = std::max(m_now, moment);
}

void Simulation::plan(Instant at, Kind kind, int live, int who, int count)
{
    const int epoch = live >= 0 ? m_lives[size_t(live)].epoch : 0;
    m_events.push({std::max(at, m_now), ++m_order, kind, live, who, epoch, count});
}

void Simulation::happen(const Event &event)
{
    switch (event.kind) {
    case Kind::Arrival:
        return arrive(event.count);
    case Kind::ExtraArrival:
        return arriveExtra(event.count);
    case Kind::Look:
        return look(event.who);
    case Kind::SceneEnd:
        if (m_now >= m_sceneEnds)
            m_scene.reset();
        return;
    case Kind::ColleagueCutsIn:
        return cutIn();
    case Kind::CustomerAnswers:
        return customerAnswers(event.live, event.count);
    case Kind::CustomerThanks:
        return customerSays(
            event.live,
            dice(event.live, 20).pick(m_lives[size_t(event.live)].script.phrases.thanks));
    case Kind::CustomerAsks:
        return asks(event.live, event.count);
    case Kind::Rating:
        return rate(event.live);
    case Kind::ComeBack:
        return comeBack(event.live);
    default:
        if (event.epoch == m_lives[size_t(event.live)].epoch)
            happenToLive(event);
    }
}

/// What is void once the conversation has changed hands.
void Simulation::happenToLive(const Event &event)
{
    Live &live = m_lives[size_t(event.live)];
    switch (event.kind) {
    case Kind::Beat:
        return beat(event.live, event.count);
    case Kind::HandOff:
        return handOff(event.live);
    case Kind::EndWithBot:
        return endWithBot(event.live);
    case Kind::Typing:
        live.doing = Doing::Composing;
        return;
    case Kind::ColleagueNote:
        note(live.conversation, m_stage->cast.colleagues[event.who].person, live.script.note,
             m_now);
        return changed(event.live);
    case Kind::ColleagueReply:
        return colleagueReplies(event.live);
    case Kind::ColleagueCloses:
        close(live.conversation, live.script.outcome, m_now);
        live.handler = -1;
        changed(event.live);
        return afterClose(event.live, false);
    case Kind::Wake:
        return wake(event.live);
    default:
        return;
    }
}

/// A usual customer, and when the next one comes.
void Simulation::arrive(int count)
{
    Dice dice(m_seed, arrivalStream, quint64(count));
    const qint64 meanMs = 60 * minuteMs / m_hours.customersAnHour(m_now);
    plan(m_now + std::max(secondMs, around(std::min(meanMs, 40 * minuteMs), dice)), Kind::Arrival,
         -1, -1, count + 1);
    if (m_scene && dice.below(100) >= m_scene->arrivalsPercent)
        return;
    const bool follows = m_scene && m_scene->extraPerHour == 0 && dice.chance(80);
    welcome(draw(dice, follows ? m_scene->drawsFrom : QString()), dice);
}

void Simulation::arriveExtra(int count)
{
    if (!m_scene || m_scene->extraPerHour == 0)
        return;
    Dice dice(m_seed ^ quint64(m_sceneBegan.ms), extraStream, quint64(count));
    const qint64 meanMs = 60 * minuteMs / m_scene->extraPerHour;
    plan(m_now + std::max(secondMs, around(meanMs, dice)), Kind::ExtraArrival, -1, -1, count + 1);
    welcome(draw(dice, m_scene->drawsFrom), dice);
}

/// scene empty: any, those of the scenes less often than the rest.
const Template &Simulation::draw(Dice &dice, const QString &scene) const
{
    QList<int> weights;
    for (const Template &story : m_stage->templates) {
        int weight = story.scene == "any"_L1   ? 10
            : story.scene == "fraud_wave"_L1   ? 2
            : story.scene == "refund_storm"_L1 ? 5
                                               : 7;
        const bool spoken = story.channel == Channel::Chat || story.channel == Channel::Voice;
        if (story.fixed)
            weight = 0;
        else if (!scene.isEmpty())
            weight = story.scene == scene ? 10 : 0;
        else if (story.onlyInItsScene())
            weight = 0;
        else if (spoken && m_hours.isNight(m_now))
            weight /= 4;
        weights += weight;
    }
    return m_stage->templates[dice.weighted(weights)];
}

/// Somebody new, or one in five times somebody who wrote lately.
void Simulation::welcome(const Template &story, Dice &dice)
{
    const bool pounds = story.countsInPounds;
    Contact contact;
    contact.number = m_history->conversations() + int(m_lives.size());
    contact.start = m_now;
    bool known = false;
    if (!pounds && m_returning < lately && dice.chance(20)) {
        contact.who = m_history->lately(m_returning++ * latelyStride % lately);
        known = story.language == "en"_L1
            || m_stage->cast.regions[contact.who.region].language() == story.language;
        contact.contacts90d = dice.between(2, 4);
    }
    if (!known) {
        const QList<qsizetype> regions = m_stage->cast.regionsOf(story.language);
        QList<int> weights;
        for (const qsizetype region : regions)
            weights += m_stage->cast.regions[region].weight;
        const qsizetype region = pounds ? regions.first() : regions[dice.weighted(weights)];
        contact.who = somebody(m_stage->cast, m_seed, region, m_people[size_t(region)]++);
        contact.contacts90d = 1;
    }
    start(scriptFor(*m_stage, m_seed, story, contact), m_now);
}

int Simulation::start(Script script, Instant at)
{
    const int index = int(m_lives.size());
    Live &live = m_lives.emplace_back();
    live.script = std::move(script);
    demo::begin(live.conversation, live.script);
    m_byId.insert(live.conversation.id, index);
    plan(at, Kind::Beat, index);
    return index;
}

void Simulation::beat(int index, int number)
{
    Live &live = m_lives[size_t(index)];
    play(live.conversation, live.script, number, m_now);
    changed(index);
    const int next = number + 1;
    if (next < live.script.beats.size())
        return plan(m_now + live.script.beats[next].afterMs, Kind::Beat, index, -1, next);
    if (live.script.handsOff)
        return plan(m_now + 5 * secondMs, Kind::HandOff, index);
    plan(m_now + dice(index, 1).between(90, 400) * secondMs, Kind::EndWithBot, index);
}

void Simulation::handOff(int index)
{
    Live &live = m_lives[size_t(index)];
    demo::handOff(live.conversation, live.script, m_now);
    changed(index);
    mayAsk(index, m_now);
}

/// Some of those who wait in a chat ask where the person is.
void Simulation::mayAsk(int index, Instant handedOff)
{
    const Channel channel = m_lives[size_t(index)].conversation.channel;
    const bool spoken = channel == Channel::Chat || channel == Channel::Social;
    if (spoken && dice(index, 2).chance(40))
        plan(handedOff + dice(index, 3).between(14, 35) * minuteMs, Kind::CustomerAsks, index);
}

void Simulation::endWithBot(int index)
{
    Live &live = m_lives[size_t(index)];
    close(live.conversation, live.script.outcome, m_now);
    changed(index);
    afterClose(index, false);
}

/// To be called after each new version.
void Simulation::changed(int live)
{
    Live &it = m_lives[size_t(live)];
    it.change = ++m_lastChange;
    if (it.conversation.state == State::Waiting && !it.conversation.owner)
        m_waiting.insert(live);
    else
        m_waiting.erase(live);
}

/// Of one conversation and topic: nothing else shifts it.
Dice Simulation::dice(int live, int topic) const
{
    const Live &it = m_lives[size_t(live)];
    return Dice(m_seed, liveStream + quint64(topic),
                quint64(it.script.number) * 64 + quint64(std::min(it.replies, 63)));
}

void Simulation::begin(const Scene &scene)
{
    m_scene = scene;
    m_sceneBegan = m_now;
    m_sceneEnds = m_now + scene.minutes * minuteMs;
    plan(m_sceneEnds, Kind::SceneEnd);
    if (scene.extraPerHour > 0)
        plan(m_now + 10 * secondMs, Kind::ExtraArrival);
    if (scene.network == Network::Down)
        plan(m_now + scene.minutes * minuteMs / 3, Kind::ColleagueCutsIn);
}

Network Simulation::network() const
{
    return m_scene && m_now < m_sceneEnds ? m_scene->network : Network::Up;
}

QList<ColleagueAt> Simulation::presence() const
{
    QList<ColleagueAt> list;
    for (const Live &live : m_lives) {
        if (live.handler >= 0 && live.conversation.state != State::Closed)
            list += {live.conversation.id, m_stage->cast.colleagues[live.handler].person,
                     live.doing};
    }
    if (m_cutInto >= 0) {
        const Conversation &conversation = m_lives[size_t(m_cutInto)].conversation;
        if (conversation.state != State::Closed)
            list += {conversation.id, m_stage->cast.colleagues[cutsIn].person, Doing::Viewing};
    }
    return list;
}

QList<Simulation::Change> Simulation::changedAfter(qint64 number) const
{
    QList<Change> changes;
    for (const Live &live : m_lives) {
        if (live.change > number)
            changes += {live.change, &live.conversation};
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change &a, const Change &b) { return a.number < b.number; });
    return changes;
}

} // namespace baton::sync::demo
