// Inserts through Store against a plain writer on SQLite's C API: the same rows, schema and
// pragmas, in the same run.

#include "tests/bench/Bench.h"
#include "tests/bench/Made.h"

#include "core/desk/Profile.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <ctime>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int messagesInEach = 8;
constexpr int applied = 1000;          ///< packets in one apply()
constexpr int bulkTransaction = 10000; ///< conversations, as in a bulk load
constexpr int indexedAtOnce = 5000;
constexpr qint64 everydayMs = 12; ///< a transaction of everyday work ends after this, as Store's do

int conversations()
{
    return qEnvironmentVariable("BATON_BENCH_INSERTS", u"20000"_s).toInt();
}

const QList<store::Incoming> &input()
{
    static const QList<store::Incoming> all = [] {
        QList<store::Incoming> out;
        for (int i = 0; i < conversations(); ++i)
            out += {madePacket(i, messagesInEach), u"made"_s, i + 1};
        return out;
    }();
    return all;
}

void check(int code, sqlite3 *database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        qFatal("sqlite: %s", sqlite3_errmsg(database));
}

void execute(sqlite3 *database, const char *sql)
{
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

/// A table's rows, read from a cache that Store wrote: what the plain writer has to write.
struct Table
{
    QByteArray insert;
    std::vector<std::vector<sqlite3_value *>> rows;

    Table(sqlite3 *database, const QByteArray &name, const QByteArray &columns, int count)
    {
        QByteArray marks = "?";
        for (int i = 1; i < count; ++i)
            marks += ", ?";
        insert = "INSERT INTO " + name + " VALUES (" + marks + ")";
        sqlite3_stmt *statement = nullptr;
        const QByteArray sql = "SELECT " + columns + " FROM " + name + " ORDER BY row";
        check(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr), database);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            std::vector<sqlite3_value *> row;
            for (int i = 0; i < count; ++i)
                row.push_back(sqlite3_value_dup(sqlite3_column_value(statement, i)));
            rows.push_back(std::move(row));
        }
        sqlite3_finalize(statement);
    }
    ~Table()
    {
        for (const auto &row : rows) {
            for (sqlite3_value *value : row)
                sqlite3_value_free(value);
        }
    }
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;
};

struct Rows
{
    explicit Rows(sqlite3 *database)
        : conversation(database, "conversation", "*", 27)
        , packet(database, "packet", "*", 2)
        , document(database, "search_document", "*", 4)
    { }
    Table conversation;
    Table packet;
    Table document;
};

/// The statements of one connection, prepared once.
class PlainWriter
{
public:
    PlainWriter(const QString &file, const Rows &rows)
        : m_rows(rows)
    {
        check(sqlite3_open(file.toUtf8().constData(), &m_database), m_database);
        execute(m_database,
                "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 10000; PRAGMA synchronous "
                "= NORMAL;"
                "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY");
        QFile schema(u":/sql/cache/0001_start.sql"_s);
        if (!schema.open(QIODevice::ReadOnly))
            qFatal("no schema");
        execute(m_database, schema.readAll().constData());
        m_conversation = prepare(rows.conversation.insert);
        m_packet = prepare(rows.packet.insert);
        m_document = prepare(rows.document.insert);
        m_search
            = prepare("INSERT INTO search (rowid, customer, subject, body) VALUES (?, ?, ?, ?)");
        m_fill = prepare("INSERT INTO search (rowid, customer, subject, body) SELECT row, "
                         "customer, subject, body "
                         "FROM search_document WHERE row > ? AND row <= ? ORDER BY row");
    }
    ~PlainWriter()
    {
        for (sqlite3_stmt *statement : {m_conversation, m_packet, m_document, m_search, m_fill})
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    PlainWriter(const PlainWriter &) = delete;
    PlainWriter &operator=(const PlainWriter &) = delete;

    /// As a bulk load: large transactions, the index last.
    void writeInBulk()
    {
        const size_t count = m_rows.conversation.rows.size();
        for (size_t row = 0; row < count; ++row) {
            if (row % bulkTransaction == 0)
                execute(m_database, "BEGIN");
            writeRow(row);
            if ((row + 1) % bulkTransaction == 0 || row + 1 == count)
                execute(m_database, "COMMIT");
        }
        for (size_t row = 0; row < count; row += indexedAtOnce) {
            sqlite3_bind_int64(m_fill, 1, qint64(row));
            sqlite3_bind_int64(m_fill, 2, qint64(row + indexedAtOnce));
            check(sqlite3_step(m_fill), m_database);
            sqlite3_reset(m_fill);
        }
    }
    /// As everyday work: short transactions, the index kept level.
    void writeBySlices()
    {
        QElapsedTimer timer;
        const size_t count = m_rows.conversation.rows.size();
        for (size_t row = 0; row < count;) {
            execute(m_database, "BEGIN");
            timer.start();
            do {
                writeRow(row);
                run(m_search, m_rows.document.rows[row]);
                ++row;
            } while (row < count && row % applied != 0 && timer.elapsed() < everydayMs);
            execute(m_database, "COMMIT");
        }
    }

private:
    sqlite3_stmt *prepare(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr), m_database);
        return statement;
    }
    void writeRow(size_t row)
    {
        run(m_conversation, m_rows.conversation.rows[row]);
        run(m_packet, m_rows.packet.rows[row]);
        run(m_document, m_rows.document.rows[row]);
    }
    void run(sqlite3_stmt *statement, const std::vector<sqlite3_value *> &values)
    {
        for (size_t i = 0; i < values.size(); ++i)
            sqlite3_bind_value(statement, int(i) + 1, values[i]);
        check(sqlite3_step(statement), m_database);
        sqlite3_reset(statement);
    }

    const Rows &m_rows;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_conversation = nullptr;
    sqlite3_stmt *m_packet = nullptr;
    sqlite3_stmt *m_document = nullptr;
    sqlite3_stmt *m_search = nullptr;
    sqlite3_stmt *m_fill = nullptr;
};

enum class Load { Bulk, Everyday };

/// What one run took: by the clock, and of the processor in all threads.
class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    double wallMs() const { return double(m_timer.nsecsElapsed()) / 1e6; }
    double cpuMs() const { return double(std::clock() - m_cpu) * 1000 / CLOCKS_PER_SEC; }

private:
    QElapsedTimer m_timer;
    std::clock_t m_cpu = std::clock();
};
struct Taken
{
    Samples wall;
    Samples cpu;

    void add(const Stopwatch &watch)
    {
        wall.add(watch.wallMs());
        cpu.add(watch.cpuMs());
    }
};

void throughStore(const QString &folder, Load load, Taken &taken)
{
    const Opened opened = openStore(folder, store::Access::ReadWrite);
    const Stopwatch watch;
    if (load == Load::Bulk && !opened.store->beginBulk().result())
        qFatal("beginBulk");
    QFuture<Result<store::ApplyReport>> last;
    for (qsizetype next = 0; next < input().size(); next += applied)
        last = opened.store->apply(input().mid(next, applied), Origin::Upstream);
    if (!last.result() || last.result()->added == 0)
        qFatal("apply");
    if (load == Load::Bulk && !opened.store->finishBulk().result())
        qFatal("finishBulk");
    taken.add(watch);
}

const Rows &rows()
{
    static const Rows all = [] {
        const QTemporaryDir folder;
        Taken taken;
        throughStore(folder.path(), Load::Bulk, taken);
        const QString file = profileFor(folder.path(), u"default"_s).paths.cacheFile();
        sqlite3 *database = nullptr;
        check(sqlite3_open(file.toUtf8().constData(), &database), database);
        struct Closing
        {
            sqlite3 *database;
            ~Closing() { sqlite3_close(database); }
        } closing{database};
        return Rows(database);
    }();
    return all;
}

void throughPlainWriter(const QString &folder, Load load, Taken &taken)
{
    PlainWriter writer(folder + u"/plain.sqlite"_s, rows());
    const Stopwatch watch;
    load == Load::Bulk ? writer.writeInBulk() : writer.writeBySlices();
    taken.add(watch);
}

/// Both by turns, so that what else the machine does hits both; ratio is that of the medians.
void inserts(benchmark::State &state, Load load)
{
    rows();
    Taken store;
    Taken plain;
    bool storeFirst = true;
    for (auto _ : state) {
        const QTemporaryDir folder;
        if (storeFirst)
            throughStore(folder.path(), load, store);
        throughPlainWriter(folder.path(), load, plain);
        if (!storeFirst)
            throughStore(folder.path(), load, store);
        storeFirst = !storeFirst;
    }
    state.counters["store_per_s"] = double(input().size()) / store.wall.at(50) * 1000;
    state.counters["plain_per_s"] = double(input().size()) / plain.wall.at(50) * 1000;
    state.counters["ratio"] = plain.wall.at(50) / store.wall.at(50);
    state.counters["cpu_ratio"] = plain.cpu.at(50) / store.cpu.at(50);
}

} // namespace

} // namespace baton::bench

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    using baton::bench::Load;
    for (const auto &[name, load] :
         {std::pair("inserts/bulk", Load::Bulk), std::pair("inserts/everyday", Load::Everyday)})
        benchmark::RegisterBenchmark(name, baton::bench::inserts, load)
            ->Iterations(5)
            ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
