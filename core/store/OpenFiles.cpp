#include "core/store/OpenFiles.h"

#include "core/base/Log.h"
#include "core/store/Migrator.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qint64 checkedWhole = 64
    << 20; // bytes; a larger desk.sqlite is not read through at each start

// Only a new file takes them. Two packets to a page, and a third fewer reads for all row numbers of
// a view.
constexpr const char *deskPages = "PRAGMA page_size = 4096";
constexpr const char *cachePages = "PRAGMA page_size = 8192";

// One touch of each table and index that the desk cannot do without.
constexpr const char *cacheProbes[] = {
    "SELECT count(*) FROM sync_state",
    "SELECT count(*) FROM shelf_count",
    "SELECT * FROM conversation ORDER BY row DESC LIMIT 1",
    "SELECT id FROM conversation ORDER BY id LIMIT 1",
    "SELECT line FROM packet ORDER BY row DESC LIMIT 1",
    "SELECT messages FROM withdrawn LIMIT 1",
    "SELECT body FROM search_document ORDER BY row DESC LIMIT 1",
    "SELECT rowid FROM search WHERE search MATCH '\"a\" *' ORDER BY rowid DESC LIMIT 1",
    "SELECT text FROM passage ORDER BY document, place LIMIT 1",
    "SELECT rowid FROM search_passage WHERE search_passage MATCH '\"a\"' LIMIT 1",
};

Result<void> prepare(const QString &file, const QList<Migration> &migrations, const char *pageSize)
{
    return attempt(file, [&]() -> Result<void> {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE, busyMs);
        database.exec(pageSize);
        database.exec("PRAGMA journal_mode = WAL");
        return migrate(database, file, migrations);
    });
}

Result<void> checkDesk(const QString &file)
{
    if (QFileInfo(file).size() > checkedWhole)
        return {};
    return attempt(file, [&]() -> Result<void> {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE, busyMs);
        SQLite::Statement check(database, "PRAGMA quick_check(1)");
        check.executeStep();
        const QString found = QString::fromUtf8(check.getColumn(0).getText());
        if (found != "ok"_L1)
            return Error{ErrorCode::Corrupt, file, found};
        return {};
    });
}

Result<void> probeCache(const QString &file)
{
    return attempt(file, [&]() -> Result<void> {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE, busyMs);
        for (const char *probe : cacheProbes)
            SQLite::Statement(database, probe).executeStep();
        return {};
    });
}

Result<void> prepareDesk(const QString &file)
{
    if (const Result<void> touched = touchDatabase(file); !touched)
        return touched;
    if (const Result<void> prepared = prepare(file, deskMigrations(), deskPages); !prepared)
        return prepared;
    return checkDesk(file);
}

/// What a cache that can be used must get through.
Result<void> tryCache(const Paths &paths)
{
    QFile marker(damageMarker(paths));
    if (marker.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Corrupt, paths.cacheFile(), QString::fromUtf8(marker.readAll())};
    if (const Result<void> prepared = prepare(paths.cacheFile(), cacheMigrations(), cachePages);
        !prepared)
        return prepared;
    return probeCache(paths.cacheFile());
}

/// Internal is what SQLite says of a missing table: to a cache that is damage too.
bool meansDamage(const Error &error)
{
    return error.code == ErrorCode::Corrupt || error.code == ErrorCode::Internal;
}

/// Migrating is writing: a read-only store takes the files as they are, or not at all.
Result<void> checkVersion(const QString &file, const QList<Migration> &migrations)
{
    if (!QFile::exists(file))
        return Error{ErrorCode::NotFound, file, u"no such file"_s};
    return attempt(file, [&]() -> Result<void> {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READONLY, busyMs);
        const int found = database.execAndGet("PRAGMA user_version").getInt();
        const int newest = migrations.last().version;
        const QString versions = u"file version %1, this Baton knows %2"_s.arg(found).arg(newest);
        if (found > newest)
            return Error{ErrorCode::NewerVersion, file, versions};
        if (found < newest)
            return Error{ErrorCode::Conflict, file,
                         versions + u": must be opened for writing once"_s};
        return {};
    });
}

} // namespace

Result<void> prepareCache(const Paths &paths, const Clock &clock, OpenReport &report)
{
    const bool existed = QFileInfo(paths.cacheFile()).size() > 0;
    report.cacheIsNew = report.cacheIsNew || !existed;
    if (const Result<void> touched = touchDatabase(paths.cacheFile()); !touched)
        return touched;
    const Result<void> tried = tryCache(paths);
    if (tried || !meansDamage(tried.error()))
        return tried;
    const Result<QString> aside = setCacheAside(paths, clock.now());
    if (!aside)
        return aside.error();
    report.cacheSetAside = *aside;
    report.cacheProblem = tried.error().detail;
    report.cacheIsNew = true;
    log::warn("store", u"damaged cache set aside: "_s + report.cacheProblem);
    if (const Result<void> touched = touchDatabase(paths.cacheFile()); !touched)
        return touched;
    return tryCache(paths);
}

Result<OpenFiles> openFiles(const Paths &paths, Access access, const Clock &clock)
{
    OpenFiles files;
    if (access == Access::ReadOnly) {
        if (const Result<void> desk = checkVersion(paths.deskFile(), deskMigrations()); !desk)
            return desk.error();
        if (const Result<void> cache = checkVersion(paths.cacheFile(), cacheMigrations()); !cache)
            return cache.error();
        return files;
    }
    if (const Result<void> made = makeFolders(paths); !made)
        return made.error();
    Result<std::unique_ptr<FileLock>> lock = FileLock::take(paths.lockFile());
    if (!lock)
        return lock.error();
    files.lock = *std::move(lock);
    removeLeftovers(paths);
    if (const Result<void> desk = prepareDesk(paths.deskFile()); !desk)
        return desk.error();
    if (const Result<void> cache = prepareCache(paths, clock, files.report); !cache)
        return cache.error();
    return files;
}

} // namespace baton::store
