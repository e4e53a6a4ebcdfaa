#include "core/store/Connection.h"

#include <QtCore/QStringEncoder>

#include <sqlite3.h>

namespace baton::store {

namespace {

constexpr size_t keptBuffer = 1 << 20; // bytes of a bound text that are kept for the next use

constexpr const char *commonPragmas = R"(
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA main.cache_size = -2000;
)";
constexpr const char *writerPragmas = R"(
    PRAGMA main.synchronous = FULL;
    PRAGMA cache.synchronous = NORMAL;
    PRAGMA cache.secure_delete = FAST;
    PRAGMA cache.cache_size = -8000;
)";
constexpr const char *readerPragmas = R"(
    PRAGMA query_only = ON;
    PRAGMA cache.cache_size = -12000;
)";

void assignUtf8(std::string &target, QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8);
    target.resize(static_cast<size_t>(encoder.requiredSpace(text.size())));
    const char *end = encoder.appendToBuffer(target.data(), text);
    target.resize(static_cast<size_t>(end - target.data()));
}

} // namespace

Query::~Query()
{
    m_prepared.statement.tryReset();
    // No clearBindings(): each use binds every parameter, and what was bound is not read in
    // between.
    for (std::string &text : m_prepared.texts) {
        if (text.capacity() > keptBuffer)
            text = {};
    }
}

void Query::put(int index, const QString &text)
{
    if (m_prepared.texts.size() < static_cast<size_t>(index))
        m_prepared.texts.resize(static_cast<size_t>(index));
    std::string &kept = m_prepared.texts[static_cast<size_t>(index) - 1];
    assignUtf8(kept, text);
    m_prepared.statement.bindNoCopy(index, kept);
}

void Query::put(int index, const QByteArray &bytes)
{
    const char *data = bytes.isNull() ? "" : bytes.constData();
    m_prepared.statement.bindNoCopy(index, data, static_cast<int>(bytes.size()));
}

QString Query::text(int column) const
{
    const SQLite::Column value = m_prepared.statement.getColumn(column);
    const char *text = value.getText();
    return QString::fromUtf8(text, value.getBytes());
}

QByteArray Query::blob(int column) const
{
    const SQLite::Column value = m_prepared.statement.getColumn(column);
    const void *bytes = value.getBlob();
    return QByteArray(static_cast<const char *>(bytes), value.getBytes());
}

std::optional<Instant> Query::moment(int column) const
{
    if (isNull(column))
        return {};
    return Instant{integer(column)};
}

Result<std::unique_ptr<Connection>> Connection::open(const Paths &paths, Mode mode)
{
    return attempt(paths.data, [&]() -> Result<std::unique_ptr<Connection>> {
        return std::unique_ptr<Connection>(new Connection(paths, mode));
    });
}

Connection::Connection(const Paths &paths, Mode mode)
    : m_database(paths.deskFile().toStdString(),
                 (mode == Mode::Writer ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY)
                     | SQLite::OPEN_NOMUTEX,
                 busyMs)
{
    SQLite::Statement attach(m_database, "ATTACH ? AS cache");
    attach.bind(1, paths.cacheFile().toStdString());
    attach.exec();
    m_database.exec(commonPragmas);
    m_database.exec(mode == Mode::Writer ? writerPragmas : readerPragmas);
}

Query Connection::query(const char *sql)
{
    return Query(prepared(sql));
}

Prepared &Connection::prepared(const char *sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.try_emplace(sql, m_database, sql).first;
    return found->second;
}

void Connection::interrupt() noexcept
{
    sqlite3_interrupt(m_database.getHandle());
}

Error errorOf(const SQLite::Exception &exception, const QString &subject)
{
    const auto code = [&] {
        switch (exception.getErrorCode() & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorCode::Corrupt;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::Locked;
        case SQLITE_IOERR:
        case SQLITE_FULL:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorCode::Io;
        case SQLITE_INTERRUPT:
            return ErrorCode::Cancelled;
        case SQLITE_TOOBIG:
            return ErrorCode::TooLarge;
        default:
            return ErrorCode::Internal;
        }
    }();
    return {code, subject, QString::fromUtf8(exception.what())};
}

bool isDamage(const Error &error)
{
    return error.code == ErrorCode::Corrupt;
}

} // namespace baton::store
