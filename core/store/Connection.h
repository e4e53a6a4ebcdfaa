#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/store/StoreTypes.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <deque>
#include <unordered_map>

/// Inside this folder SQLite::Exception may fly; attempt() turns it into a Result where the folder
/// is entered.
namespace baton::store {

inline constexpr int busyMs = 5000; ///< for which a locked file is tried again

/// A statement and the texts bound to it, whose buffers are used again.
struct Prepared
{
    Prepared(SQLite::Database &database, const char *sql)
        : statement(database, sql)
    { }
    SQLite::Statement statement;
    std::deque<std::string> texts;
};

/// One use of a prepared statement: bind from the first parameter on, then step or run. The
/// destructor makes it ready for the next. The same statement is not used twice at once.
class Query
{
public:
    explicit Query(Prepared &prepared)
        : m_prepared(prepared)
    { }
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    template <class... Values>
    Query &bind(const Values &...values)
    {
        (put(++m_bound, values), ...);
        return *this;
    }
    bool step() { return m_prepared.statement.executeStep(); }
    int run() { return m_prepared.statement.exec(); } ///< rows altered

    bool isNull(int column) const { return m_prepared.statement.isColumnNull(column); }
    qint64 integer(int column) const { return m_prepared.statement.getColumn(column).getInt64(); }
    double real(int column) const { return m_prepared.statement.getColumn(column).getDouble(); }
    QString text(int column) const;
    QByteArray blob(int column) const;
    std::optional<Instant> moment(int column) const;
    template <class Enum>
    Enum number(int column) const
    {
        return static_cast<Enum>(integer(column));
    }

private:
    void put(int index, qint64 value)
    {
        m_prepared.statement.bind(index, static_cast<int64_t>(value));
    }
    void put(int index, int value) { m_prepared.statement.bind(index, value); }
    void put(int index, double value) { m_prepared.statement.bind(index, value); }
    void put(int index, bool value) { m_prepared.statement.bind(index, value ? 1 : 0); }
    void put(int index, const QString &text);
    void put(int index, const QByteArray &bytes); ///< not copied: must outlive this use
    void put(int index, Instant instant) { put(index, instant.ms); }
    void put(int index, std::nullopt_t) { m_prepared.statement.bind(index); }
    template <class Tag>
    void put(int index, const Id<Tag> &id)
    {
        put(index, id.text());
    }
    template <class T>
    void put(int index, const std::optional<T> &value)
    {
        value ? put(index, *value) : put(index, std::nullopt);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void put(int index, Enum value) { put(index, static_cast<int>(value)); }

    Prepared &m_prepared;
    int m_bound = 0;
};

/// desk.sqlite with cache.sqlite attached as "cache"; used by one thread at a time.
class Connection
{
public:
    enum class Mode { Reader, Writer };
    /// The files must exist and be migrated.
    static Result<std::unique_ptr<Connection>> open(const Paths &paths, Mode mode);

    /// sql is a constant: it is prepared once and found again by its address.
    Query query(const char *sql);
    /// The same for a use that outlives the call.
    Query &start(std::optional<Query> &use, const char *sql) { return use.emplace(prepared(sql)); }
    SQLite::Database &database() { return m_database; }
    /// May be called from any thread: what runs now ends with SQLITE_INTERRUPT.
    void interrupt() noexcept;

private:
    Connection(const Paths &paths, Mode mode);
    Prepared &prepared(const char *sql);

    SQLite::Database m_database;
    std::unordered_map<const void *, Prepared> m_statements;
};

Error errorOf(const SQLite::Exception &exception, const QString &subject);
bool isDamage(const Error &error);

/// Runs fn, which returns a Result, and makes an error of what SQLite throws. subject names the
/// file or thing.
template <class Fn>
auto attempt(const QString &subject, Fn fn) -> std::invoke_result_t<Fn>
{
    try {
        return fn();
    } catch (const SQLite::Exception &exception) {
        return errorOf(exception, subject);
    }
}

} // namespace baton::store
