#include "core/store/OutboxTable.h"

#include "core/domain/Tags.h"
#include "core/store/EnumNames.h"
#include "core/store/MessageJson.h"

namespace baton::store {

namespace {

#define COLUMNS                                                                                    \
    "sequence, key, conversation, kind, agent_id, agent_name, at, base_version, "                  \
    "base_last_public, "                                                                           \
    "base_owner, base_state, text, until, to_queue, to_agent_id, to_agent_name, outcome, status, " \
    "hold, not_before, attempts, last_error, begun, tags_added, tags_removed, "                    \
    "attachments"

constexpr const char *insertActSql = R"(
    INSERT INTO outbox (key, conversation, kind, agent_id, agent_name, at, base_version, base_last_public,
                        base_owner, base_state, text, until, to_queue, to_agent_id, to_agent_name, outcome,
                        tags_added, tags_removed, attachments, status, hold, not_before, change)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 'none', ?, ?))";
constexpr const char *updateActSql = R"(
    UPDATE outbox SET base_version = ?, base_last_public = ?, base_owner = ?, base_state = ?, text = ?, status = ?,
                      hold = ?, not_before = ?, attempts = ?, last_error = ?, begun = ?, change = ?
    WHERE key = ?)";
constexpr const char *findActSql = "SELECT " COLUMNS " FROM outbox WHERE key = ?";
constexpr const char *openSql
    = "SELECT " COLUMNS
      " FROM outbox WHERE status IN ('waiting', 'held', 'refused') ORDER BY sequence";
constexpr const char *ofSql = "SELECT " COLUMNS " FROM outbox WHERE conversation = ? "
                              "AND status NOT IN ('undone', 'discarded') ORDER BY sequence";
constexpr const char *postponeSql = R"(
    UPDATE outbox SET not_before = max(not_before, ?1)
    WHERE status = 'waiting' AND EXISTS (
        SELECT 1 FROM outbox AS reply
        WHERE reply.conversation = outbox.conversation AND reply.sequence <= outbox.sequence
          AND reply.status = 'waiting' AND reply.kind = 'reply'))";
constexpr const char *countActsSql = "SELECT count(*) FROM outbox WHERE status = ? "
                                     "AND status IN ('waiting', 'held', 'refused')";
constexpr const char *newestActChangeSql = R"(
    SELECT max(ifnull((SELECT max(change) FROM outbox), 0), ifnull((SELECT max(change) FROM seen), 0)))";
constexpr const char *changedSinceSql = R"(
    SELECT conversation FROM outbox WHERE change > ?1
    UNION
    SELECT conversation FROM seen WHERE change > ?1)";

StoredAct read(const Query &query)
{
    StoredAct stored;
    OutboxEntry &entry = stored.entry;
    Act &act = entry.act;
    entry.sequence = query.integer(0);
    act.key = ActKey(query.text(1));
    act.conversation = ConversationId(query.text(2));
    act.kind = fromName(actKindNames, query.text(3));
    act.agent = {query.text(4), query.text(5)};
    act.at = {query.integer(6)};
    act.base = {static_cast<int>(query.integer(7)), MessageId(query.text(8)),
                AgentId(query.text(9)), fromName(stateNames, query.text(10))};
    act.text = query.text(11);
    act.until = query.moment(12);
    act.toQueue = QueueId(query.text(13));
    if (!query.isNull(14))
        act.toAgent = Person{query.text(14), query.text(15)};
    if (!query.isNull(16))
        act.outcome = fromName(outcomeNames, query.text(16));
    entry.status = fromName(actStatusNames, query.text(17));
    entry.hold = fromName(holdReasonNames, query.text(18));
    entry.notBefore = {query.integer(19)};
    entry.attempts = static_cast<int>(query.integer(20));
    entry.lastError = query.text(21);
    stored.begun = query.integer(22) != 0;
    act.tagsAdded = tagsOf(query.text(23));
    act.tagsRemoved = tagsOf(query.text(24));
    act.attachments = attachmentsFromLine(query.text(25));
    return stored;
}

} // namespace

OutboxEntry OutboxTable::insert(const NewAct &made)
{
    const Act &act = made.act;
    const auto toAgent = [&](QString Person::*member) {
        return act.toAgent ? std::optional(*act.toAgent.*member) : std::nullopt;
    };
    m_connection.query(insertActSql)
        .bind(act.key, act.conversation, nameOf(actKindNames, act.kind), act.agent.id,
              act.agent.name, act.at, act.base.version, act.base.lastPublic, act.base.owner,
              nameOf(stateNames, act.base.state), act.text, act.until, act.toQueue,
              toAgent(&Person::id), toAgent(&Person::name),
              act.outcome ? std::optional(nameOf(outcomeNames, *act.outcome)) : std::nullopt,
              lineOf(act.tagsAdded), lineOf(act.tagsRemoved), lineOfAttachments(act.attachments),
              made.notBefore, nextChange())
        .run();
    OutboxEntry entry;
    entry.act = act;
    entry.notBefore = made.notBefore;
    entry.sequence = m_connection.database().getLastInsertRowid();
    return entry;
}

void OutboxTable::update(const StoredAct &stored)
{
    const OutboxEntry &entry = stored.entry;
    const Base &base = entry.act.base;
    m_connection.query(updateActSql)
        .bind(base.version, base.lastPublic, base.owner, nameOf(stateNames, base.state),
              entry.act.text, nameOf(actStatusNames, entry.status),
              nameOf(holdReasonNames, entry.hold), entry.notBefore, entry.attempts, entry.lastError,
              stored.begun, nextChange(), entry.act.key)
        .run();
}

std::optional<StoredAct> OutboxTable::find(const ActKey &key)
{
    Query query = m_connection.query(findActSql);
    query.bind(key);
    if (!query.step())
        return {};
    return read(query);
}

QList<OutboxEntry> OutboxTable::open()
{
    QList<OutboxEntry> entries;
    Query query = m_connection.query(openSql);
    while (query.step())
        entries.append(read(query).entry);
    return entries;
}

QList<OutboxEntry> OutboxTable::of(const ConversationId &conversation)
{
    QList<OutboxEntry> entries;
    Query query = m_connection.query(ofSql);
    query.bind(conversation);
    while (query.step())
        entries.append(read(query).entry);
    return entries;
}

void OutboxTable::postpone(Instant notBefore)
{
    m_connection.query(postponeSql).bind(notBefore).run();
}

qint64 OutboxTable::count(ActStatus status)
{
    Query query = m_connection.query(countActsSql);
    query.bind(nameOf(actStatusNames, status));
    query.step();
    return query.integer(0);
}

qint64 OutboxTable::nextChange()
{
    return newestChange() + 1;
}

qint64 OutboxTable::newestChange()
{
    Query query = m_connection.query(newestActChangeSql);
    query.step();
    return query.integer(0);
}

QList<ConversationId> OutboxTable::changedSince(qint64 change)
{
    QList<ConversationId> conversations;
    Query query = m_connection.query(changedSinceSql);
    query.bind(change);
    while (query.step())
        conversations.append(ConversationId(query.text(0)));
    return conversations;
}

} // namespace baton::store
