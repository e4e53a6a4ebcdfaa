#include "core/store/SignalTable.h"

#include "core/store/ConversationTable.h"

#include <QtCore/QtEndian>

#include <sqlite3.h>

#include <memory>

namespace baton::store {

namespace {

constexpr const char *saveSql = "INSERT OR REPLACE INTO cache.signal VALUES (?, ?, ?, ?)";
constexpr const char *removeSql = "DELETE FROM cache.signal WHERE row = ?";
constexpr const char *versionSql = "SELECT version FROM cache.conversation WHERE row = ?";
constexpr const char *columnsSql
    = "SELECT row, at, packed FROM cache.signal WHERE at >= ? AND at < ? ORDER BY row";
constexpr const char *namesSql = "SELECT code, name FROM cache.signal_name";
constexpr const char *findNameSql = "SELECT code FROM cache.signal_name WHERE name = ?";
constexpr const char *lastNameSql = "SELECT coalesce(max(code), 0) FROM cache.signal_name";
constexpr const char *addNameSql = "INSERT INTO cache.signal_name VALUES (?, ?)";
constexpr const char *unreadSignalsSql = R"(
    SELECT c.row FROM cache.conversation c LEFT JOIN cache.signal s ON s.row = c.row
    WHERE c.row > ? AND c.created_at >= ? AND c.created_at < ?
        AND (s.row IS NULL OR s.read_by <> ?)
    ORDER BY c.row LIMIT ?)";

constexpr qsizetype packedBytes = 36;
// Behind arrivedS, repliedS, workedS and agent; then queue, confidence, margin, phrases.
constexpr qsizetype intentAt = 12;
constexpr qsizetype confidenceAt = 16;
constexpr qsizetype phrasesAt = 20;
constexpr int mostNames = 0xFFFF;

/// Little-endian, in this order; what is read has to have been written so.
class Writer
{
public:
    template <class T>
    void put(T value)
    {
        qToLittleEndian(value, bytes.data() + m_at);
        m_at += qsizetype(sizeof(T));
    }
    QByteArray bytes = QByteArray(packedBytes, '\0');

private:
    qsizetype m_at = 0;
};

class Unpacker
{
public:
    explicit Unpacker(const char *bytes)
        : m_at(bytes)
    { }
    template <class T>
    T take()
    {
        const T value = qFromLittleEndian<T>(m_at);
        m_at += sizeof(T);
        return value;
    }

private:
    const char *m_at;
};

quint16 wordAt(const QByteArray &packed, qsizetype at)
{
    if (packed.size() != packedBytes)
        throw SQLite::Exception("stored signals do not read", SQLITE_CORRUPT);
    return qFromLittleEndian<quint16>(packed.constData() + at);
}

template <class Enum>
quint8 known(const std::optional<Enum> &value)
{
    return value ? quint8(1 + int(*value)) : quint8(0);
}

} // namespace

quint16 SignalTable::codeOf(const QString &name)
{
    if (name.isEmpty())
        return 0;
    if (const auto found = m_codes.constFind(name); found != m_codes.cend())
        return *found;
    qint64 code = 0;
    {
        Query query = m_connection.query(findNameSql);
        query.bind(name);
        if (query.step())
            code = query.integer(0);
    }
    if (code == 0) {
        Query query = m_connection.query(lastNameSql);
        query.step();
        code = query.integer(0) + 1;
        if (code > mostNames)
            return 0;
        m_connection.query(addNameSql).bind(code, name).run();
    }
    m_codes.insert(name, quint16(code));
    return quint16(code);
}

void SignalTable::save(qint64 row, const SignalRecord &record, qint64 readBy)
{
    Writer packed;
    packed.put(record.arrivedS);
    packed.put(record.repliedS);
    packed.put(record.workedS);
    packed.put(codeOf(record.agent.text()));
    packed.put(codeOf(record.intent));
    packed.put(codeOf(record.queue.text()));
    packed.put(record.confidence);
    packed.put(record.margin);
    packed.put(SignalColumns::packedPhrases(record));
    packed.put(record.failedTools);
    packed.put(record.sameAnswers);
    packed.put(record.contacts90d);
    packed.put(quint8(int(record.trend) << 4 | record.mood));
    packed.put(quint8(record.value));
    packed.put(quint8(record.channel));
    packed.put(known(record.taken));
    packed.put(known(record.outcome));
    packed.put(quint8((record.reopened ? 1 << 4 : 0) | record.csat));
    packed.put(record.lot);
    m_connection.query(saveSql).bind(row, record.at, readBy, packed.bytes).run();
}

void SignalTable::save(const StoredSignals &read, qint64 readBy)
{
    {
        Query query = m_connection.query(versionSql);
        query.bind(read.row);
        if (query.step() && query.integer(0) != read.version)
            return;
    }
    save(read.row, read.record, readBy);
}

void SignalTable::remove(qint64 row)
{
    m_connection.query(removeSql).bind(row).run();
}

quint32 SignalTable::phrasesIn(const QByteArray &packed)
{
    return wordAt(packed, phrasesAt) & SignalColumns::phraseBits;
}

SignalTable::IntentRead SignalTable::intentIn(const QByteArray &packed)
{
    return {wordAt(packed, intentAt), wordAt(packed, confidenceAt)};
}

SignalColumns SignalTable::columns(Instant from, Instant to)
{
    SignalColumns columns;
    std::vector<quint16> places(1, 0);
    {
        Query query = m_connection.query(namesSql);
        while (query.step()) {
            const auto code = std::size_t(query.integer(0));
            if (code >= places.size())
                places.resize(code + 1, 0);
            places[code] = columns.place(query.text(1));
        }
    }
    const auto placeOf
        = [&places](quint16 code) { return code < places.size() ? places[code] : quint16(0); };
    // Past the wrapper: it makes an object a value, which a million rows feel.
    sqlite3 *database = m_connection.database().getHandle();
    sqlite3_stmt *prepared = nullptr;
    int code = sqlite3_prepare_v2(database, columnsSql, -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared,
                                                                               &sqlite3_finalize);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database, code);
    sqlite3_bind_int64(prepared, 1, from.ms);
    sqlite3_bind_int64(prepared, 2, to.ms);
    while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
        if (sqlite3_column_bytes(prepared, 2) != packedBytes)
            throw SQLite::Exception("stored signals do not read", SQLITE_CORRUPT);
        Unpacker packed(static_cast<const char *>(sqlite3_column_blob(prepared, 2)));
        columns.row.push_back(sqlite3_column_int64(prepared, 0));
        columns.startedMs.push_back(sqlite3_column_int64(prepared, 1));
        columns.arrivedS.push_back(packed.take<quint32>());
        columns.repliedS.push_back(packed.take<quint32>());
        columns.workedS.push_back(packed.take<quint16>());
        columns.agent.push_back(placeOf(packed.take<quint16>()));
        columns.intent.push_back(placeOf(packed.take<quint16>()));
        columns.queue.push_back(placeOf(packed.take<quint16>()));
        columns.confidence.push_back(packed.take<quint16>());
        columns.margin.push_back(packed.take<quint16>());
        columns.phrases.push_back(packed.take<quint16>());
        columns.failedTools.push_back(packed.take<quint16>());
        columns.sameAnswers.push_back(packed.take<quint16>());
        columns.contacts90d.push_back(packed.take<quint16>());
        columns.mood.push_back(packed.take<quint8>());
        columns.value.push_back(packed.take<quint8>());
        columns.channel.push_back(packed.take<quint8>());
        columns.taken.push_back(packed.take<quint8>());
        columns.outcome.push_back(packed.take<quint8>());
        columns.rated.push_back(packed.take<quint8>());
        columns.lot.push_back(packed.take<quint16>());
    }
    if (code != SQLITE_DONE)
        throw SQLite::Exception(database, code);
    return columns;
}

QList<UnreadSignals> SignalTable::unread(const UnreadQuery &asked)
{
    QList<qint64> rows;
    {
        Query query = m_connection.query(unreadSignalsSql);
        query.bind(asked.after, asked.from, asked.to, asked.readBy, asked.limit);
        while (query.step())
            rows.append(query.integer(0));
    }
    QList<UnreadSignals> found;
    ConversationTable conversations(m_connection);
    for (const qint64 row : rows)
        found.append({row, conversations.packet(row)});
    return found;
}

} // namespace baton::store
