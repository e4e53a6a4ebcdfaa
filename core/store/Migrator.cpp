#include "core/store/Migrator.h"

#include "core/store/Connection.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

// Tables that a virtual table makes for itself are not of our writing.
constexpr const char *schemaSql = R"(
    SELECT sql FROM sqlite_schema
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'search\_%' ESCAPE '\'
       OR name IN ('search_document', 'search_passage')
    ORDER BY tbl_name, type DESC, name)";

} // namespace

QList<Migration> migrationsIn(const QString &folder)
{
    QList<Migration> migrations;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.append({name.section(u'_', 0, 0).toInt(), file.readAll()});
    }
    return migrations;
}

QList<Migration> deskMigrations()
{
    return migrationsIn(u":/sql/desk"_s);
}

QList<Migration> cacheMigrations()
{
    return migrationsIn(u":/sql/cache"_s);
}

Result<void> migrate(SQLite::Database &database, const QString &file,
                     const QList<Migration> &migrations)
{
    return attempt(file, [&]() -> Result<void> {
        const int found = database.execAndGet("PRAGMA user_version").getInt();
        const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
        if (found > newest) {
            return Error{ErrorCode::NewerVersion, file,
                         u"file version %1, this Baton knows %2"_s.arg(found).arg(newest)};
        }
        for (const Migration &migration : migrations) {
            if (migration.version <= found)
                continue;
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            database.exec(migration.sql.toStdString());
            database.exec("PRAGMA user_version = " + std::to_string(migration.version));
            transaction.commit();
        }
        return {};
    });
}

Result<QByteArray> schemaText(SQLite::Database &database)
{
    return attempt(u"schema"_s, [&]() -> Result<QByteArray> {
        QByteArray text;
        SQLite::Statement statement(database, schemaSql);
        while (statement.executeStep())
            text += QByteArray(statement.getColumn(0).getText()) + ";\n\n";
        return text;
    });
}

} // namespace baton::store
