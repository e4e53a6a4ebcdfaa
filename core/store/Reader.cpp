#include "core/store/Reader.h"

#include "core/store/AuditLog.h"
#include "core/store/ConversationTable.h"
#include "core/store/DraftTable.h"
#include "core/store/FeedbackTable.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr const char *exportSql = "SELECT row, line FROM packet WHERE row > ? ORDER BY row LIMIT ?";
constexpr const char *conversationsSql = "SELECT sum(conversations) FROM shelf_count";

qint64 bytesOf(const QString &file)
{
    return QFileInfo(file).size() + QFileInfo(file + u"-wal"_s).size();
}

QString problemOf(SQLite::Database &database, const std::string &schema)
{
    const Result<QString> found = attempt({}, [&]() -> Result<QString> {
        SQLite::Statement check(database, "PRAGMA " + schema + ".quick_check(1)");
        return check.executeStep() ? QString::fromUtf8(check.getColumn(0).getText()) : QString();
    });
    if (!found)
        return found.error().detail;
    return *found == "ok"_L1 ? QString() : *found;
}

} // namespace

Result<ConversationRecord> Reader::conversation(const ConversationId &id)
{
    const std::optional<QueueRow> row = m_queue.row(id);
    if (!row)
        return Error{ErrorCode::NotFound, id.text(), u"no such conversation"_s};
    ConversationRecord record;
    record.row = *row;
    ConversationTable conversations(m_connection);
    record.upstream = conversations.packet(row->row);
    record.acts = OutboxTable(m_connection).of(id);
    record.drafts = DraftTable(m_connection).of(id);
    record.attached = DraftTable(m_connection).attached(id);
    record.seen = SeenTable(m_connection).of(id);
    record.feedback = FeedbackTable(m_connection).of(id);
    Conversation united = record.upstream;
    packet::unite(united, conversations.withdrawn(row->row));
    record.conversation = m_rules.reconcile(united, record.acts);
    return record;
}

ExportPage Reader::exportLines(qint64 afterRow, int limit)
{
    ExportPage page;
    Query query = m_connection.query(exportSql);
    query.bind(afterRow, limit);
    while (query.step())
        page.lines.append({query.integer(0), query.blob(1)});
    page.last = page.lines.size() < limit;
    return page;
}

Result<Health> checkHealth(const Paths &paths)
{
    return attempt(paths.data, [&]() -> Result<Health> {
        Result<std::unique_ptr<Connection>> connection
            = Connection::open(paths, Connection::Mode::Reader);
        if (!connection)
            return connection.error();
        SQLite::Database &database = (*connection)->database();
        Health health;
        health.deskProblem = problemOf(database, "main");
        health.cacheProblem = problemOf(database, "cache");
        health.deskBytes = bytesOf(paths.deskFile());
        health.cacheBytes = bytesOf(paths.cacheFile());
        health.deskVersion = database.execAndGet("PRAGMA main.user_version").getInt();
        health.cacheVersion = database.execAndGet("PRAGMA cache.user_version").getInt();
        OutboxTable outbox(**connection);
        health.waitingActs = outbox.count(ActStatus::Waiting);
        health.heldActs = outbox.count(ActStatus::Held);
        health.drafts = DraftTable(**connection).count();
        Query conversations = (*connection)->query(conversationsSql);
        if (conversations.step())
            health.conversations = conversations.integer(0);
        return health;
    });
}

Result<AuditReport> checkAudit(const Paths &paths)
{
    return attempt(paths.deskFile(), [&]() -> Result<AuditReport> {
        Result<std::unique_ptr<Connection>> connection
            = Connection::open(paths, Connection::Mode::Reader);
        if (!connection)
            return connection.error();
        return AuditLog(**connection, paths.auditHeadFile()).verify();
    });
}

} // namespace baton::store
