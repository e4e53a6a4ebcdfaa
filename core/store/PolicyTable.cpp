#include "core/store/PolicyTable.h"

namespace baton::store {

namespace {

constexpr const char *addPolicySql = "INSERT INTO policy VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr const char *policiesSql
    = "SELECT version, sha256, author_id, author_name, at, note, file "
      "FROM policy ORDER BY version DESC";

constexpr const char *newestVersionSql = "SELECT coalesce(max(version), 1) FROM policy";

} // namespace

int PolicyTable::newest()
{
    Query query = m_connection.query(newestVersionSql);
    query.step();
    return int(query.integer(0));
}

void PolicyTable::add(const PolicyVersion &version)
{
    m_connection.query(addPolicySql)
        .bind(version.version, QString::fromLatin1(version.sha256), version.author.id,
              version.author.name, version.at, version.note, version.file)
        .run();
}

QList<PolicyVersion> PolicyTable::all()
{
    QList<PolicyVersion> versions;
    Query query = m_connection.query(policiesSql);
    while (query.step())
        versions.append({int(query.integer(0)),
                         {query.text(2), query.text(3)},
                         {query.integer(4)},
                         query.text(5),
                         query.text(1).toLatin1(),
                         query.blob(6)});
    return versions;
}

} // namespace baton::store
