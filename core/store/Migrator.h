#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace SQLite {
class Database;
}

namespace baton::store {

struct Migration
{
    int version = 0; ///< user_version once it has run; 1, 2, 3 … without a gap
    QByteArray sql;
};

/// The migrations in a folder of files 0001_name.sql …, in order.
QList<Migration> migrationsIn(const QString &folder);
QList<Migration> deskMigrations();
QList<Migration> cacheMigrations();

/// Brings the file to the newest version, one transaction a step. NewerVersion names the file and
/// both versions.
Result<void> migrate(SQLite::Database &database, const QString &file,
                     const QList<Migration> &migrations);

/// The schema as one text, by name: what the golden files hold.
Result<QByteArray> schemaText(SQLite::Database &database);

} // namespace baton::store
