#pragma once

#include "core/domain/Act.h"
#include "core/sync/Upstream.h"
#include "core/sync/demo/DemoControl.h"
#include "core/sync/demo/History.h"

#include <QtCore/QSet>

#include <deque>
#include <queue>
#include <set>

namespace baton::sync::demo {

/// Customers, the bot and six colleagues from scenarioStart on: a function of the seed, the moment
/// it is advanced to, and what the console's agent and the presenter did when. In how many steps it
/// is advanced makes no difference. One thread.
class Simulation
{
public:
    Simulation(std::shared_ptr<const Stage> stage, std::shared_ptr<const History> history,
               quint64 seed, Person agent);

    /// Everything up to and at this moment happens. Never goes back.
    void advanceTo(Instant moment);
    Instant now() const { return m_now; }

    // At now().
    void begin(const Scene &scene);
    /// What the agent did takes effect, once a key. Refused: a colleague has taken the conversation
    /// meanwhile, or there is none such.
    Result<PushOutcome> take(const Act &act);

    bool knows(const ConversationId &id) const { return m_byId.contains(id); }
    bool hasTaken(const ActKey &key) const { return m_taken.contains(key); }
    Network network() const;
    const Scene *scene() const { return m_scene ? &*m_scene : nullptr; }
    Instant sceneEnds() const { return m_sceneEnds; }
    QList<ColleagueAt> presence() const;
    QList<PersonDuty> duties() const; ///< of all colleagues, by their shifts

    /// A conversation's newest version and the number of the change that made it.
    struct Change
    {
        qint64 number = 0; ///< from 1
        const Conversation *conversation = nullptr;
    };
    /// Changed after that number, oldest change first; each conversation once.
    QList<Change> changedAfter(qint64 number) const;
    qint64 lastChange() const { return m_lastChange; }

private:
    enum class Kind {
        Arrival,
        ExtraArrival,
        Beat,
        HandOff,
        EndWithBot,
        Look,
        Typing,
        ColleagueNote,
        ColleagueReply,
        CustomerAnswers,
        CustomerThanks,
        CustomerAsks,
        ColleagueCloses,
        Rating,
        ComeBack,
        Wake,
        SceneEnd,
        ColleagueCutsIn
    };
    struct Event
    {
        Instant at;
        qint64 order = 0;
        Kind kind = Kind::Arrival;
        int live = -1; ///< index into m_lives
        int who = -1;  ///< index of the colleague
        int epoch = 0; ///< of the conversation, when it was planned
        int count = 0;
        bool operator>(const Event &other) const
        {
            return std::pair(at, order) > std::pair(other.at, other.order);
        }
    };
    struct Live
    {
        Script script;
        Conversation conversation;
        qint64 change = 0;
        int handler = -1; ///< the colleague who has it
        Doing doing = Doing::Viewing;
        bool answered = false; ///< the customer has reacted to a first reply
        int replies = 0;       ///< public, by people
        int epoch = 0;         ///< grows when it changes hands: plans of before are void
    };

    // Simulation.cpp: time, arrivals, the bot.
    void plan(Instant at, Kind kind, int live = -1, int who = -1, int count = 0);
    void happen(const Event &event);
    void happenToLive(const Event &event);
    void arrive(int count);
    void arriveExtra(int count);
    const Template &draw(Dice &dice, const QString &scene) const;
    void welcome(const Template &story, Dice &dice);
    int start(Script script, Instant at);
    void beat(int live, int index);
    void handOff(int live);
    void mayAsk(int live, Instant handedOff);
    void endWithBot(int live);
    void changed(int live);
    Dice dice(int live, int topic) const;

    // SimulationOpening.cpp
    void open();
    int openOne(const OpeningEntry &entry, qint64 agoMs);

    // SimulationPeople.cpp: customers and colleagues.
    void look(int who);
    Instant takeUp(int live, int who); ///< gives when the colleague will have replied
    void colleagueReplies(int live);
    void cutIn();
    void customerAnswers(int live, int index);
    void customerSays(int live, const QString &text);
    void asks(int live, int count);
    void afterClose(int live, bool byAgent);
    void rate(int live);
    void comeBack(int live);
    bool isMine(const Conversation &conversation) const;

    // SimulationActs.cpp: the console's agent.
    int find(const ConversationId &id);
    void apply(const Act &act, int live);
    void agentReplies(const Act &act, int live);
    void transfer(const Act &act, int live);
    void wake(int live);

    std::shared_ptr<const Stage> m_stage;
    std::shared_ptr<const History> m_history;
    quint64 m_seed;
    Person m_agent;
    Hours m_hours;
    Instant m_now;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    qint64 m_order = 0;
    std::deque<Live> m_lives;
    std::set<int> m_waiting; ///< for anybody
    QHash<ConversationId, int> m_byId;
    QSet<ActKey> m_taken;
    qint64 m_lastChange = 0;
    std::vector<int> m_people; ///< next number by region
    int m_returning = 0;
    std::optional<Scene> m_scene;
    Instant m_sceneBegan;
    Instant m_sceneEnds;
    static constexpr int cutsIn = 1; ///< the colleague who answers while the network is away
    int m_cutInto = -1;              ///< where a colleague answered while this desk was offline
    int m_lastTouched = -1;          ///< what the agent last did something to
};

} // namespace baton::sync::demo
