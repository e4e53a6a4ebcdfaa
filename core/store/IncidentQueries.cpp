#include "core/store/IncidentQueries.h"

#include "core/store/ConversationRow.h"

#include <QtCore/QSet>

#include <algorithm>

namespace baton::store {

namespace {

constexpr const char *incidentsSql
    = "SELECT incident FROM conversation INDEXED BY conversation_incident WHERE incident <> 0 "
      "AND incident IN (SELECT incident FROM conversation "
      "INDEXED BY conversation_incident_waiting WHERE incident <> 0 AND shelf = 1) "
      "GROUP BY incident HAVING count(*) >= ?"; // two who write the same are linked already
constexpr const char *membersSql
    = "SELECT row, customer_id, created_at, shelf, owner_id IS NULL AND safety <> 0, need "
      "FROM conversation INDEXED BY conversation_incident "
      "WHERE incident <> 0 AND incident = ? ORDER BY created_at";

struct Member
{
    CustomerId customer;
    Instant at;
};

/// The most different customers within one window; members by time.
int mostWithin(const std::vector<Member> &members, qint64 windowMs)
{
    QHash<CustomerId, int> inside;
    qsizetype most = 0;
    size_t first = 0;
    for (const Member &member : members) {
        ++inside[member.customer];
        while (member.at - members[first].at > windowMs) {
            if (--inside[members[first].customer] == 0)
                inside.remove(members[first].customer);
            ++first;
        }
        most = std::max(most, inside.size());
    }
    return static_cast<int>(most);
}

} // namespace

QList<Incident> incidentsIn(Connection &connection, const ArrivalLimits &limits)
{
    QList<qint64> ids;
    {
        Query query = connection.query(incidentsSql);
        query.bind(limits.incidentCustomers);
        while (query.step())
            ids.append(query.integer(0));
    }
    QList<Incident> incidents;
    for (const qint64 id : ids) {
        Incident incident;
        incident.id = id;
        std::vector<Member> members;
        QSet<CustomerId> customers;
        Query query = connection.query(membersSql);
        query.bind(id);
        while (query.step()) {
            members.push_back({CustomerId(query.text(1)), Instant{query.integer(2)}});
            customers.insert(members.back().customer);
            if (incident.words.isEmpty() || query.integer(0) == id)
                incident.words = query.text(5);
            if (query.number<Shelf>(3) != Shelf::Queue)
                continue;
            incident.waiting.append(query.integer(0));
            if (query.integer(4) != 0)
                incident.alike.append(query.integer(0));
        }
        if (members.empty()
            || mostWithin(members, limits.incidentWindowMs) < limits.incidentCustomers)
            continue;
        incident.customers = static_cast<int>(customers.size());
        incident.since = members.front().at;
        incident.newest = members.back().at;
        incidents.append(incident);
    }
    std::stable_sort(incidents.begin(), incidents.end(), [](const Incident &a, const Incident &b) {
        return a.waiting.size() > b.waiting.size();
    });
    return incidents;
}

} // namespace baton::store
