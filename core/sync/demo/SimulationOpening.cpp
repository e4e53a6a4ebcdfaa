#include "core/sync/demo/Simulation.h"

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 openingStream = 0x6f70656e;

} // namespace

/// The first screen: what waits, what somebody has, and who still talks to the bot.
void Simulation::open()
{
    for (const OpeningEntry &entry : m_stage->waiting) {
        const Template &story = m_stage->templates[entry.story];
        const qint64 agoMs = entry.minutesAgo * minuteMs + 12 * secondMs;
        const int index = openOne(entry, agoMs + 5 * secondMs + story.lengthMs());
        demo::handOff(m_lives[size_t(index)].conversation, m_lives[size_t(index)].script,
                      scenarioStart + (-agoMs));
        if (const Colleague *colleague = m_stage->cast.colleague(entry.noteBy)) {
            Live &live = m_lives[size_t(index)];
            note(live.conversation, colleague->person, live.script.note,
                 scenarioStart + (minuteMs - agoMs));
            live.script.note.clear(); // it is written once
        }
        for (int who = 0; who < m_stage->cast.colleagues.size(); ++who) {
            if (m_stage->cast.colleagues[who].person.id == entry.owner)
                takeUp(index, who);
        }
        if (entry.owner == "me"_L1) {
            Conversation &mine = m_lives[size_t(index)].conversation;
            ++mine.version;
            mine.state = State::Claimed;
            mine.owner = m_agent;
        }
        changed(index);
        mayAsk(index, scenarioStart);
    }
    for (const OpeningEntry &entry : m_stage->withTheBot)
        openOne(entry, entry.minutesAgo * minuteMs);
}

/// Plays what is past and plans what is not.
int Simulation::openOne(const OpeningEntry &entry, qint64 agoMs)
{
    const Template &story = m_stage->templates[entry.story];
    const int index = int(m_lives.size());
    Dice dice(m_seed, openingStream, quint64(index));
    Contact contact;
    contact.number = m_history->conversations() + index;
    contact.start = scenarioStart + (-agoMs);
    const QList<qsizetype> regions = m_stage->cast.regionsOf(story.language);
    const qsizetype region = dice.pick(regions);
    contact.who = somebody(m_stage->cast, m_seed, region, m_people[size_t(region)]++);
    contact.contacts90d = dice.between(1, 2);
    contact.name = entry.customer;
    contact.value = entry.value;

    Live &live = m_lives.emplace_back();
    live.script = scriptFor(*m_stage, m_seed, story, contact);
    demo::begin(live.conversation, live.script);
    m_byId.insert(live.conversation.id, index);
    Instant at = contact.start;
    for (int i = 0; i < live.script.beats.size(); ++i) {
        at = at + live.script.beats[i].afterMs;
        if (at > scenarioStart) {
            plan(at, Kind::Beat, index, -1, i);
            break;
        }
        play(live.conversation, live.script, i, at);
    }
    changed(index);
    return index;
}

} // namespace baton::sync::demo
