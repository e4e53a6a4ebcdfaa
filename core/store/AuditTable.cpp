#include "core/store/AuditTable.h"

#include <limits>

namespace baton::store {

namespace {

constexpr const char *auditPageSql = R"(
    SELECT seq, at, actor, kind, subject, detail, hash FROM audit
    WHERE seq < ?1 AND (?2 = '' OR actor = ?2) AND (?3 = '' OR kind = ?3)
        AND (?4 = '' OR instr(lower(subject), lower(?4)) > 0)
    ORDER BY seq DESC LIMIT ?5)";
constexpr const char *auditActorsSql = "SELECT DISTINCT actor FROM audit ORDER BY actor";
constexpr const char *auditKindsSql = "SELECT DISTINCT kind FROM audit ORDER BY kind";
constexpr const char *auditCountSql = "SELECT count(*) FROM audit";

} // namespace

AuditPage AuditTable::page(const AuditFilter &filter, qint64 before, int limit)
{
    AuditPage page;
    Query query = m_connection.query(auditPageSql);
    query.bind(before > 0 ? before : std::numeric_limits<qint64>::max(), filter.actor, filter.kind,
               filter.subject, limit + 1);
    while (query.step())
        page.rows.append({query.integer(0),
                          {query.integer(1)},
                          query.text(2),
                          query.text(3),
                          query.text(4),
                          query.text(5),
                          query.blob(6)});
    page.last = page.rows.size() <= limit;
    if (!page.last)
        page.rows.removeLast();
    return page;
}

AuditNames AuditTable::names()
{
    AuditNames names;
    Query actors = m_connection.query(auditActorsSql);
    while (actors.step())
        names.actors.append(actors.text(0));
    Query kinds = m_connection.query(auditKindsSql);
    while (kinds.step())
        names.kinds.append(kinds.text(0));
    Query count = m_connection.query(auditCountSql);
    if (count.step())
        names.entries = count.integer(0);
    return names;
}

} // namespace baton::store
