#pragma once

#include "core/base/Async.h"
#include "core/desk/DeskTypes.h"
#include "core/domain/SignalRecord.h"
#include "core/domain/TeamLoad.h"
#include "core/policy/NextHours.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton::store {
class Store;
}
namespace baton::policy {
struct Policy;
}

namespace baton {

/// One of the team. Without word from upstream nobody is said to be on or away.
struct LoadPerson
{
    PersonLoad load;
    Duty duty = Duty::Unknown;
    std::optional<Instant> since; ///< of duty
    std::optional<Doing> doing;   ///< at a conversation now
    bool operator==(const LoadPerson &) const = default;
};

/// What history says of the same hours of this weekday.
struct PastHours
{
    std::vector<std::vector<policy::AwaitedJob>> weeks; ///< queues by their place in queues
    QList<QueueId> queues;
    qint64 takesMs = 0;
    qint64 handled = 0;
};
/// Of the weeks before now that history reaches back to, at most policy::weeksPlayed: what arrived
/// within policy::nextHoursMs of the same moment of the week, moved to now. Pure.
PastHours pastHours(const SignalColumns &history, const policy::Policy &policy, Instant now);

struct LoadSnapshot
{
    quint64 generation = 0;
    bool isRead = false; ///< else it is being read
    Instant at;
    QList<LoadPerson> people; ///< those who are on first, by name
    QList<QueueLoad> queues;
    bool dutyKnown = false; ///< upstream tells who is on
    bool whatIfReady = false;
    policy::NextHours next;
    QList<QueueId> nextQueues; ///< of next.queues
    QList<Person> pullIn;      ///< who is away, the longest away first
};

/// Puts what is stored and what upstream tells together, and asks what the next hours bring: who
/// works are the people that are on; where upstream does not tell, whoever has a conversation.
/// Pure.
LoadSnapshot makeLoad(const TeamLoad &load, const QList<PersonDuty> &duties,
                      const QList<ColleagueAt> &colleagues, Instant now);
void addNextHours(LoadSnapshot &snapshot, const TeamLoad &load, const PastHours &past);

/// Who has how much, what waits, and what would be late soon. GUI thread; reads and simulates on
/// others, while somebody watches.
class LoadBoard : public QObject
{
    Q_OBJECT

public:
    LoadBoard(store::Store &store, const Clock &clock, const policy::Policy &policy);
    ~LoadBoard() override;

    void refresh();
    void refreshLater(); ///< something was stored: once for many, where somebody looks
    void watch(bool watched);
    void setStatus(const StatusSnapshot &status);
    const LoadSnapshot &snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void changed(const baton::LoadSnapshot &snapshot);
    void failed(const baton::Error &error);

private:
    void readHistory();
    void make();

    store::Store &m_store;
    const Clock &m_clock;
    const policy::Policy &m_policy;
    std::shared_ptr<const TeamLoad> m_load;
    std::shared_ptr<const PastHours> m_past;
    Instant m_pastAt;
    bool m_readingHistory = false;
    QList<PersonDuty> m_duties;
    QList<ColleagueAt> m_colleagues;
    LoadSnapshot m_snapshot;
    quint64 m_asked = 0;
    bool m_watched = false;
    QTimer m_soon;
    QTimer m_minute;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton

Q_DECLARE_METATYPE(baton::LoadSnapshot)
