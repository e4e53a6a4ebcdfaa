#include "core/store/TeamQueries.h"

#include "core/domain/Tags.h"
#include "core/store/ViewSql.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace baton::store {

namespace {

constexpr const char *teamOpenSql
    = "SELECT c.shelf, c.queue, c.owner_id, c.owner_name, c.sla_state, c.due, c.waiting_since "
      "FROM conversation AS c INDEXED BY conversation_queue WHERE c.shelf = 1" BATON_QUEUE_ORDER;
constexpr const char *snoozedSql
    = "SELECT c.shelf, c.queue, c.owner_id, c.owner_name, c.sla_state, c.due, c.waiting_since "
      "FROM conversation AS c INDEXED BY conversation_snoozed WHERE c.shelf = 2";
constexpr const char *touchedSql
    = "SELECT id FROM conversation INDEXED BY conversation_touched "
      "WHERE origin = 0 AND touched_at > ?1 AND shelf <> 0 ORDER BY touched_at DESC, row DESC";
constexpr const char *fellDueSql
    = "SELECT id FROM conversation AS c INDEXED BY conversation_queue "
      "WHERE c.shelf = 1 AND c.sla_state = 1 AND c.due > ?1 AND c.due <= ?2 AND c.touched_at <= ?1 "
      "AND c.origin = 0 ORDER BY c.due DESC";
constexpr const char *tagsSql = "SELECT tags FROM conversation INDEXED BY conversation_tagged "
                                "WHERE tag_keys <> '' ORDER BY row DESC LIMIT ?";
constexpr int tagsLookedAt = 20'000;

void earlier(std::optional<Instant> &known, Instant at)
{
    known = std::min(known.value_or(at), at);
}

/// Adds up lines; people and queues by their place.
class Sums
{
public:
    void add(const Query &line, Instant now)
    {
        const bool waits = line.integer(0) == 1 && line.number<SlaState>(4) == SlaState::Running;
        const std::optional<Instant> due = line.moment(5);
        const bool late = due && *due <= now;
        const Instant since{line.integer(6)};
        const int person = line.isNull(2) ? -1 : personAt(line);
        if (person >= 0) {
            PersonLoad &load = m_load.people[person];
            ++load.open;
            if (waits) {
                ++load.toAnswer;
                load.late += late ? 1 : 0;
                earlier(load.oldest, since);
            }
        }
        if (line.integer(0) != 1)
            return;
        const int at = queueAt(line.text(1));
        if (!waits)
            return;
        QueueLoad &queue = m_load.queues[at];
        ++queue.waiting;
        queue.unclaimed += person < 0 ? 1 : 0;
        earlier(queue.oldest, since);
        if (late)
            ++queue.breached;
        else if (due)
            earlier(queue.nextDue, *due);
        m_load.awaited.push_back({at, person, due ? due->ms : 0});
    }

    TeamLoad take()
    {
        const std::vector<int> people = order(m_load.people, [](const auto &a, const auto &b) {
            const int byName = a.person.name.localeAwareCompare(b.person.name);
            return byName != 0 ? byName < 0 : a.person.id < b.person.id;
        });
        const std::vector<int> queues = order(m_load.queues, [](const auto &a, const auto &b) {
            return std::tuple(-a.breached, -a.waiting, a.queue)
                < std::tuple(-b.breached, -b.waiting, b.queue);
        });
        for (AwaitedReply &one : m_load.awaited) {
            one.queue = queues[size_t(one.queue)];
            if (one.person >= 0)
                one.person = people[size_t(one.person)];
        }
        return std::move(m_load);
    }

private:
    int personAt(const Query &line)
    {
        const QString id = line.text(2);
        const auto [at, isNew] = m_people.try_emplace(id, int(m_load.people.size()));
        if (isNew)
            m_load.people.append({{id, line.text(3)}, 0, 0, 0, {}});
        return at->second;
    }

    int queueAt(const QString &id)
    {
        const auto [at, isNew] = m_queues.try_emplace(id, int(m_load.queues.size()));
        if (isNew)
            m_load.queues.append({QueueId(id), 0, 0, 0, {}, {}});
        return at->second;
    }

    /// Sorts; the answer is where each came to stand.
    template <class List, class Less>
    static std::vector<int> order(List &list, Less less)
    {
        std::vector<int> from(size_t(list.size()));
        std::iota(from.begin(), from.end(), 0);
        std::sort(from.begin(), from.end(), [&](int a, int b) { return less(list[a], list[b]); });
        List sorted;
        std::vector<int> to(from.size());
        for (const int at : from) {
            to[size_t(at)] = int(sorted.size());
            sorted.append(list[at]);
        }
        list = std::move(sorted);
        return to;
    }

    TeamLoad m_load;
    std::map<QString, int> m_people;
    std::map<QString, int> m_queues;
};

} // namespace

TeamLoad TeamQueries::load(Instant now)
{
    Sums sums;
    for (const char *sql : {teamOpenSql, snoozedSql}) {
        Query query = m_connection.query(sql);
        while (query.step())
            sums.add(query, now);
    }
    return sums.take();
}

QList<ConversationId> TeamQueries::touched(Instant since, Instant now)
{
    QList<ConversationId> ids;
    {
        Query query = m_connection.query(touchedSql);
        query.bind(since);
        while (query.step())
            ids.append(ConversationId(query.text(0)));
    }
    Query query = m_connection.query(fellDueSql);
    query.bind(since, now);
    while (query.step())
        ids.append(ConversationId(query.text(0)));
    return ids;
}

QStringList TeamQueries::tags(int limit)
{
    std::map<QString, std::pair<int, QString>> counts;
    Query query = m_connection.query(tagsSql);
    query.bind(tagsLookedAt);
    while (query.step()) {
        for (const QString &tag : tagsOf(query.text(0))) {
            auto &[count, name] = counts[tag.toCaseFolded()];
            if (count++ == 0)
                name = tag;
        }
    }
    std::vector<std::pair<int, QString>> sorted;
    sorted.reserve(counts.size());
    for (const auto &[key, one] : counts)
        sorted.emplace_back(-one.first, one.second);
    std::sort(sorted.begin(), sorted.end());
    QStringList tags;
    for (const auto &[count, name] : sorted) {
        if (tags.size() == limit)
            break;
        tags += name;
    }
    return tags;
}

} // namespace baton::store
