#include "core/store/ConversationTable.h"

#include "core/domain/Tags.h"
#include "core/store/MessageJson.h"

#include <sqlite3.h>

#include <algorithm>

namespace baton::store {

namespace {

constexpr const char *findConversationSql
    = "SELECT row, version, hash, origin FROM conversation WHERE id = ?";
constexpr const char *shownSql
    = "SELECT " BATON_ROW_COLUMNS
      ", c.shelf, c.customer_id, c.created_at, c.contact, c.ended_at, c.touched_at, "
      "c.says_back "
      "FROM conversation AS c WHERE c.row = ?";
constexpr const char *lineSql = "SELECT line FROM packet WHERE row = ?";
constexpr const char *withdrawnSql = "SELECT messages FROM withdrawn WHERE row = ?";
constexpr const char *allIdsSql = "SELECT id FROM conversation ORDER BY row";
constexpr const char *anySql = "SELECT 1 FROM conversation LIMIT 1";
constexpr const char *insertConversationSql = R"(
    INSERT INTO conversation VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr const char *updateConversationSql = R"(
    UPDATE conversation
    SET origin = ?, shelf = ?, state = ?, channel = ?, value = ?, owner_id = ?, owner_name = ?, customer_id = ?,
        name = ?, need = ?, queue = ?, sla_state = ?, sla_source = ?, sla_started = ?, due = ?, safety = ?,
        due_floor = ?, tier = ?, value_rank = ?, waiting_since = ?, snoozed_until = ?, created_at = ?, unseen = ?,
        judged_by = ?, route = ?, rules = ?, mood = ?, trend = ?, intent = ?, confidence = ?, back_ms = ?,
        contact = ?, ended_at = ?, says_back = ?, back_to = ?, duplicate_of = ?, incident = ?,
        tags = ?, tag_keys = ?, touched_at = ?
    WHERE row = ?)";
constexpr const char *insertPacketSql = "INSERT INTO packet VALUES (?, ?)";
constexpr const char *updatePacketSql = "UPDATE packet SET line = ? WHERE row = ?";
constexpr const char *updateVersionSql
    = "UPDATE conversation SET version = ?, hash = ? WHERE row = ?";
constexpr const char *saveWithdrawnSql = "INSERT OR REPLACE INTO withdrawn VALUES (?, ?)";
constexpr const char *dropWithdrawnSql = "DELETE FROM withdrawn WHERE row = ?";
constexpr const char *wokenSql = "SELECT id FROM conversation INDEXED BY conversation_snoozed "
                                 "WHERE shelf = 2 AND snoozed_until <= ?";
#define BATON_CONTACT                                                                              \
    "SELECT id, created_at, ended_at, shelf, intent, confidence, incident FROM conversation "
constexpr const char *beforeOfCustomerSql
    = BATON_CONTACT "INDEXED BY conversation_customer "
                    "WHERE customer_id = ?1 AND created_at <= ?2 AND id <> ?3 "
                    "ORDER BY created_at DESC LIMIT 8";
constexpr const char *beforeOfContactSql
    = BATON_CONTACT "INDEXED BY conversation_contact "
                    "WHERE contact <> '' AND contact = ?1 AND created_at <= ?2 AND id <> ?3 "
                    "AND customer_id <> ?4 ORDER BY created_at DESC LIMIT 8";
constexpr const char *afterOfCustomerSql
    = "SELECT row FROM conversation INDEXED BY conversation_customer "
      "WHERE customer_id = ?1 AND created_at >= ?2 AND id <> ?3 AND shelf <> 3 "
      "ORDER BY created_at LIMIT 8";
constexpr const char *afterOfContactSql
    = "SELECT row FROM conversation INDEXED BY conversation_contact "
      "WHERE contact <> '' AND contact = ?1 AND created_at >= ?2 AND id <> ?3 AND shelf <> 3 "
      "AND customer_id <> ?4 ORDER BY created_at LIMIT 8";
constexpr const char *setIncidentSql = "UPDATE conversation SET incident = ? WHERE row = ?";
constexpr const char *judgedBelowSql = "SELECT id FROM conversation INDEXED BY conversation_judged "
                                       "WHERE shelf <> 3 AND judged_by < ? LIMIT ?";
constexpr const char *judgedAboveSql = "SELECT id FROM conversation INDEXED BY conversation_judged "
                                       "WHERE shelf <> 3 AND judged_by > ? LIMIT ?";
constexpr const char *unreadSql = "SELECT id FROM conversation INDEXED BY conversation_unread "
                                  "WHERE shelf = 3 AND origin = 0 AND judged_by = 0 LIMIT ?";
constexpr const char *countShelvesSql
    = "UPDATE shelf_count SET conversations = conversations + ? WHERE shelf = ?";
constexpr const char *stateSql = "SELECT value FROM sync_state WHERE name = ?";
constexpr const char *saveStateSql = "INSERT OR REPLACE INTO sync_state VALUES (?, ?)";

std::optional<Instant> backOf(const QueueRow &row)
{
    return row.backMs ? std::optional(Instant{*row.backMs}) : std::nullopt;
}

std::optional<QString> ownerId(const QueueRow &row)
{
    return row.owner.id.isEmpty() ? std::nullopt : std::optional(row.owner.id);
}

QList<ConversationId> idsOf(Query &query)
{
    QList<ConversationId> ids;
    while (query.step())
        ids.append(ConversationId(query.text(0)));
    return ids;
}

} // namespace

std::optional<ConversationTable::Head> ConversationTable::find(const ConversationId &id)
{
    Query query = m_connection.query(findConversationSql);
    query.bind(id);
    if (!query.step())
        return {};
    return Head{query.integer(0),
                {static_cast<int>(query.integer(1)), query.blob(2)},
                query.number<Origin>(3)};
}

ConversationRow ConversationTable::shown(qint64 row)
{
    Query query = m_connection.query(shownSql);
    query.bind(row);
    if (!query.step())
        return {};
    return {readQueueRow(query),
            query.number<Shelf>(rowColumns),
            CustomerId(query.text(rowColumns + 1)),
            Instant{query.integer(rowColumns + 2)},
            query.text(rowColumns + 3),
            Instant{query.integer(rowColumns + 4)},
            Instant{query.integer(rowColumns + 5)},
            query.integer(rowColumns + 6) != 0,
            query.integer(rowColumns - 1) != 0};
}

Conversation ConversationTable::packet(qint64 row)
{
    Query query = m_connection.query(lineSql);
    query.bind(row);
    if (query.step()) {
        if (Result<Conversation> conversation = packet::parseTrusted(query.blob(0)))
            return *std::move(conversation);
    }
    throw SQLite::Exception("a stored packet does not read", SQLITE_CORRUPT);
}

QList<Message> ConversationTable::withdrawn(qint64 row)
{
    Query query = m_connection.query(withdrawnSql);
    query.bind(row);
    return query.step() ? messagesFromJson(query.blob(0)) : QList<Message>();
}

QList<ConversationId> ConversationTable::allIds()
{
    Query query = m_connection.query(allIdsSql);
    return idsOf(query);
}

bool ConversationTable::isEmpty()
{
    return !m_connection.query(anySql).step();
}

qint64 ConversationTable::insert(const ConversationRow &shown, const packet::Packet &packet)
{
    const QueueRow &r = shown.row;
    const JudgedLine j = r.judged.value_or(JudgedLine());
    m_connection.query(insertConversationSql)
        .bind(r.id, packet.conversation.version, packet.hash, r.origin, shown.shelf, r.state,
              r.channel, r.value, ownerId(r), r.owner.name, shown.customer, r.name, r.need, r.queue,
              r.sla.state, r.sla.source, r.sla.started, r.sla.due, r.place.safety, r.place.dueFloor,
              r.place.tier, r.place.value, r.place.waitingSince, r.snoozedUntil, shown.createdAt,
              shown.unseen, j.by, j.route, static_cast<qint64>(j.rules), j.mood, j.trend, j.intent,
              j.confidence, backOf(r), shown.contact, shown.endedAt, shown.saysBack, r.backTo,
              r.duplicateOf, r.incident, lineOf(r.tags), tagKeys(r.tags), shown.touchedAt)
        .run();
    const qint64 row = m_connection.database().getLastInsertRowid();
    m_connection.query(insertPacketSql).bind(row, packet.line).run();
    tally(shown, 1);
    return row;
}

void ConversationTable::update(const ConversationRow &before, const ConversationRow &now)
{
    const QueueRow &r = now.row;
    const JudgedLine j = r.judged.value_or(JudgedLine());
    m_connection.query(updateConversationSql)
        .bind(r.origin, now.shelf, r.state, r.channel, r.value, ownerId(r), r.owner.name,
              now.customer, r.name, r.need, r.queue, r.sla.state, r.sla.source, r.sla.started,
              r.sla.due, r.place.safety, r.place.dueFloor, r.place.tier, r.place.value,
              r.place.waitingSince, r.snoozedUntil, now.createdAt, now.unseen, j.by, j.route,
              static_cast<qint64>(j.rules), j.mood, j.trend, j.intent, j.confidence, backOf(r),
              now.contact, now.endedAt, now.saysBack, r.backTo, r.duplicateOf, r.incident,
              lineOf(r.tags), tagKeys(r.tags), now.touchedAt, r.row)
        .run();
    tally(before, -1);
    tally(now, 1);
}

void ConversationTable::tally(const ConversationRow &row, int by)
{
    for (int i = 0; i < tallies; ++i) {
        if (counts(row, static_cast<Tally>(i)))
            m_moved[static_cast<size_t>(i)] += by;
    }
}

QList<ConversationTable::Contact> ConversationTable::contactsBefore(const ConversationRow &line)
{
    QList<Contact> contacts;
    const auto read = [&](Query &query) {
        while (query.step()) {
            const Contact one{ConversationId(query.text(0)),
                              Instant{query.integer(1)},
                              Instant{query.integer(2)},
                              query.number<Shelf>(3),
                              query.text(4),
                              query.real(5),
                              query.integer(6)};
            // Of two that began at one moment the ids say which comes first.
            if (one.createdAt < line.createdAt || one.id < line.row.id)
                contacts.append(one);
        }
    };
    if (!line.customer.isEmpty())
        read(m_connection.query(beforeOfCustomerSql)
                 .bind(line.customer, line.createdAt, line.row.id));
    if (line.contact.isEmpty())
        return contacts;
    read(m_connection.query(beforeOfContactSql)
             .bind(line.contact, line.createdAt, line.row.id, line.customer));
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact &a, const Contact &b) { return a.createdAt > b.createdAt; });
    return contacts;
}

QList<qint64> ConversationTable::openAfter(const ConversationRow &line)
{
    QList<qint64> rows;
    const auto read = [&rows](Query &query) {
        while (query.step())
            rows.append(query.integer(0));
    };
    if (!line.customer.isEmpty())
        read(m_connection.query(afterOfCustomerSql)
                 .bind(line.customer, line.createdAt, line.row.id));
    if (!line.contact.isEmpty())
        read(m_connection.query(afterOfContactSql)
                 .bind(line.contact, line.createdAt, line.row.id, line.customer));
    return rows;
}

void ConversationTable::setIncident(qint64 row, qint64 incident)
{
    m_connection.query(setIncidentSql).bind(incident, row).run();
}

QList<ConversationId> ConversationTable::judgedByOthers(qint64 by, int limit)
{
    QList<ConversationId> ids;
    for (const char *sql : {judgedBelowSql, judgedAboveSql}) {
        Query query = m_connection.query(sql);
        query.bind(by, limit - static_cast<int>(ids.size()));
        ids += idsOf(query);
    }
    if (ids.isEmpty()) {
        Query query = m_connection.query(unreadSql);
        query.bind(limit);
        ids = idsOf(query);
    }
    return ids;
}

void ConversationTable::replacePacket(qint64 row, const packet::Packet &packet)
{
    m_connection.query(updatePacketSql).bind(packet.line, row).run();
    m_connection.query(updateVersionSql).bind(packet.conversation.version, packet.hash, row).run();
}

void ConversationTable::saveWithdrawn(qint64 row, const QList<Message> &messages)
{
    if (messages.isEmpty()) {
        m_connection.query(dropWithdrawnSql).bind(row).run();
        return;
    }
    const QByteArray json = messagesToJson(messages);
    m_connection.query(saveWithdrawnSql).bind(row, json).run();
}

QList<ConversationId> ConversationTable::snoozedUntil(Instant now)
{
    Query query = m_connection.query(wokenSql);
    query.bind(now);
    return idsOf(query);
}

void ConversationTable::saveCounts()
{
    for (size_t shelf = 0; shelf < m_moved.size(); ++shelf) {
        if (m_moved[shelf] != 0)
            m_connection.query(countShelvesSql)
                .bind(m_moved[shelf], static_cast<qint64>(shelf))
                .run();
    }
    m_moved = {};
}

void ConversationTable::dropCounts()
{
    m_moved = {};
}

QByteArray SyncState::bytes(const QString &name)
{
    Query query = m_connection.query(stateSql);
    query.bind(name);
    return query.step() ? query.blob(0) : QByteArray();
}

std::optional<qint64> SyncState::number(const QString &name)
{
    Query query = m_connection.query(stateSql);
    query.bind(name);
    if (!query.step())
        return {};
    return query.integer(0);
}

void SyncState::save(const QString &name, const QByteArray &value)
{
    m_connection.query(saveStateSql).bind(name, value).run();
}

void SyncState::save(const QString &name, qint64 value)
{
    m_connection.query(saveStateSql).bind(name, value).run();
}

} // namespace baton::store
