#include "core/desk/LoadBoard.h"

#include "core/policy/Replay.h"
#include "core/policy/Targets.h"
#include "core/store/Store.h"

#include <algorithm>
#include <chrono>

namespace baton {

namespace {

using namespace std::chrono_literals;
constexpr auto teamLookAgain = 2s;
constexpr auto teamClock = 60s;
constexpr qint64 weekMs = 7 * dayMs;
constexpr qint64 historyHoldsMs = 10 * minuteMs;
constexpr qint64 unreadQuarterMs = 15 * minuteMs;

int dutyRank(Duty duty)
{
    return duty == Duty::On ? 0 : duty == Duty::Unknown ? 1 : 2;
}

quint32 middleOf(std::vector<quint16> worked)
{
    const auto middle = worked.begin() + qsizetype(worked.size() / 2);
    std::nth_element(worked.begin(), middle, worked.end());
    return *middle;
}

} // namespace

PastHours pastHours(const SignalColumns &history, const policy::Policy &policy, Instant now)
{
    PastHours past;
    if (history.size() == 0)
        return past;
    const qint64 earliest = *std::min_element(history.startedMs.begin(), history.startedMs.end());
    // The first quarter of an hour of a store is as good as the whole of it.
    const qint64 reaches = (now.ms - earliest + unreadQuarterMs) / weekMs;
    past.weeks.resize(size_t(std::clamp<qint64>(reaches, 0, policy::weeksPlayed)));
    std::vector<quint16> worked;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history.workedS[i] > 0)
            worked.push_back(history.workedS[i]);
        const bool reachedPerson
            = history.taken[i] != 0 && static_cast<Route>(history.taken[i] - 1) != Route::Contain;
        const qint64 at = history.startedMs[i] + history.arrivedS[i] * 1000LL;
        const qint64 ago = (now.ms - at + weekMs - 1) / weekMs; // weeks back, rounded up
        if (!reachedPerson || ago < 1 || ago > qint64(past.weeks.size()))
            continue;
        const qint64 moved = at + ago * weekMs;
        if (moved >= now.ms + policy::nextHoursMs)
            continue;
        QueueId queue(history.names().at(history.queue[i]));
        if (queue.isEmpty())
            queue = policy.defaultQueue;
        qsizetype place = past.queues.indexOf(queue);
        if (place < 0) {
            place = past.queues.size();
            past.queues += queue;
        }
        const auto minutes = policy::targetMinutes(
            policy, queue, static_cast<Channel>(history.channel[i]),
            static_cast<ValueTier>(history.value[i]), static_cast<Route>(history.taken[i] - 1));
        const qint64 due = minutes
            ? policy::addOpenMinutes(policy::calendarOf(queue, policy), {moved}, *minutes).ms
            : 0;
        past.weeks[size_t(ago - 1)].push_back({int(place), -1, false, moved, due});
    }
    past.handled = qint64(worked.size());
    if (!worked.empty())
        past.takesMs = middleOf(std::move(worked)) * 1000LL;
    for (auto &week : past.weeks)
        std::sort(week.begin(), week.end(), [](const auto &a, const auto &b) {
            return std::tuple(a.arrivesMs, a.queue, a.dueMs)
                < std::tuple(b.arrivesMs, b.queue, b.dueMs);
        });
    return past;
}

LoadSnapshot makeLoad(const TeamLoad &load, const QList<PersonDuty> &duties,
                      const QList<ColleagueAt> &colleagues, Instant now)
{
    LoadSnapshot made;
    made.isRead = true;
    made.at = now;
    made.queues = load.queues;
    made.dutyKnown = !duties.isEmpty();
    for (const PersonLoad &one : load.people)
        made.people += {one, Duty::Unknown, {}, {}};
    const auto personOf = [&made](const Person &person) -> LoadPerson & {
        const auto known
            = std::find_if(made.people.begin(), made.people.end(),
                           [&](const LoadPerson &one) { return one.load.person.id == person.id; });
        if (known != made.people.end())
            return *known;
        made.people += {{person, 0, 0, 0, {}}, Duty::Unknown, {}, {}};
        return made.people.last();
    };
    for (const PersonDuty &one : duties) {
        LoadPerson &person = personOf(one.person);
        person.duty = one.duty;
        person.since = one.since;
    }
    for (const ColleagueAt &one : colleagues) {
        LoadPerson &person = personOf(one.person);
        if (person.doing != Doing::Composing)
            person.doing = one.doing;
    }
    std::stable_sort(made.people.begin(), made.people.end(),
                     [](const LoadPerson &a, const LoadPerson &b) {
                         if (a.duty != b.duty)
                             return dutyRank(a.duty) < dutyRank(b.duty);
                         return a.load.person.name.localeAwareCompare(b.load.person.name) < 0;
                     });
    QList<LoadPerson> away;
    for (const LoadPerson &one : std::as_const(made.people)) {
        if (one.duty == Duty::Away)
            away += one;
    }
    std::stable_sort(away.begin(), away.end(), [](const LoadPerson &a, const LoadPerson &b) {
        return a.since.value_or(Instant()) < b.since.value_or(Instant());
    });
    for (const LoadPerson &one : std::as_const(away))
        made.pullIn += one.load.person;
    return made;
}

void addNextHours(LoadSnapshot &snapshot, const TeamLoad &load, const PastHours &past)
{
    snapshot.nextQueues = past.queues;
    const auto placeOf = [&snapshot](const QueueId &queue) {
        const qsizetype known = snapshot.nextQueues.indexOf(queue);
        if (known >= 0)
            return int(known);
        snapshot.nextQueues += queue;
        return int(snapshot.nextQueues.size()) - 1;
    };
    QList<int> queues;
    for (const QueueLoad &queue : load.queues)
        queues += placeOf(queue.queue);
    // Who works: a place each.
    QHash<QString, int> works;
    for (const LoadPerson &one : std::as_const(snapshot.people)) {
        const bool counts = snapshot.dutyKnown ? one.duty != Duty::Away : one.load.open > 0;
        if (counts)
            works.insert(one.load.person.id, int(works.size()));
    }
    std::vector<policy::AwaitedJob> waiting;
    waiting.reserve(load.awaited.size());
    for (const AwaitedReply &one : load.awaited) {
        const int person = one.person < 0 ? -1 : works.value(load.people[one.person].person.id, -1);
        waiting.push_back(
            {queues[one.queue], person, one.person >= 0 && person < 0, snapshot.at.ms, one.dueMs});
    }
    snapshot.next = policy::nextHours(waiting, past.weeks, int(snapshot.nextQueues.size()),
                                      int(works.size()), past.takesMs, past.handled, snapshot.at);
    snapshot.whatIfReady = true;
}

LoadBoard::LoadBoard(store::Store &store, const Clock &clock, const policy::Policy &policy)
    : m_store(store)
    , m_clock(clock)
    , m_policy(policy)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(teamLookAgain);
    m_minute.setInterval(teamClock);
    connect(&m_soon, &QTimer::timeout, this, &LoadBoard::refresh);
    connect(&m_minute, &QTimer::timeout, this, &LoadBoard::refresh);
}

LoadBoard::~LoadBoard() = default;

void LoadBoard::watch(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (!watched) {
        m_soon.stop();
        m_minute.stop();
        return;
    }
    m_minute.start();
    refresh();
}

void LoadBoard::refreshLater()
{
    if (m_watched && !m_soon.isActive())
        m_soon.start();
}

void LoadBoard::setStatus(const StatusSnapshot &status)
{
    if (status.people == m_duties && status.colleagues == m_colleagues)
        return;
    m_duties = status.people;
    m_colleagues = status.colleagues;
    refreshLater();
}

void LoadBoard::refresh()
{
    m_soon.stop();
    const quint64 asked = ++m_asked;
    onFinished(m_store.teamLoad(m_clock.now()), this, [this, asked](const Result<TeamLoad> &load) {
        if (asked != m_asked)
            return;
        if (!load) {
            if (load.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(load.error());
            return;
        }
        m_load = std::make_shared<const TeamLoad>(*load);
        make();
        readHistory();
    });
}

/// The same hours, so the same history does for some minutes.
void LoadBoard::readHistory()
{
    const Instant now = m_clock.now();
    if (m_readingHistory || (m_past && std::abs(now - m_pastAt) < historyHoldsMs))
        return;
    m_readingHistory = true;
    const Instant from = now + -(policy::weeksPlayed + 1) * weekMs;
    onFinished(m_store.signalColumns(from, now), this,
               [this, now](const Result<SignalColumns> &columns) {
                   if (!columns) {
                       m_readingHistory = false;
                       if (columns.error().code != ErrorCode::Cancelled)
                           Q_EMIT failed(columns.error());
                       return;
                   }
                   const auto history = std::make_shared<const SignalColumns>(*columns);
                   onFinished(m_work.run([history, policy = m_policy, now] {
                       return pastHours(*history, policy, now);
                   }),
                              this, [this, now](const PastHours &past) {
                                  m_readingHistory = false;
                                  m_past = std::make_shared<const PastHours>(past);
                                  m_pastAt = now;
                                  make();
                              });
               });
}

void LoadBoard::make()
{
    const quint64 asked = m_asked;
    onFinished(m_work.run([load = m_load, past = m_past, duties = m_duties,
                           colleagues = m_colleagues, now = m_clock.now()] {
        LoadSnapshot made = makeLoad(*load, duties, colleagues, now);
        if (past)
            addNextHours(made, *load, *past);
        return made;
    }),
               this, [this, asked](const LoadSnapshot &made) {
                   if (asked != m_asked)
                       return;
                   const quint64 before = m_snapshot.generation;
                   m_snapshot = made;
                   m_snapshot.generation = before + 1;
                   Q_EMIT changed(m_snapshot);
               });
}

} // namespace baton
