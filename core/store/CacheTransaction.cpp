#include "core/store/CacheWriter.h"

using namespace Qt::StringLiterals;

/// How CacheWriter's writes become transactions, in everyday work and in a bulk load.
namespace baton::store {

namespace {

constexpr int bulkPackets = 10000; // in one transaction of a bulk load
constexpr int fillDocuments = 5000;
// A bulk load keeps a whole transaction in memory and writes the database file less often;
// afterwards its log is emptied and cut.
constexpr const char *bulkPragmas
    = "PRAGMA wal_autocheckpoint = 10000; PRAGMA cache.cache_size = -64000";
constexpr const char *everydayPragmas
    = "PRAGMA wal_autocheckpoint = 1000; PRAGMA cache.cache_size = -8000; "
      "PRAGMA cache.wal_checkpoint(TRUNCATE)";
constexpr qsizetype listedChanges = 500; // beyond, "everything" is cheaper for who listens

} // namespace

Result<void> CacheWriter::write(const std::function<void()> &statements)
{
    return attempt(u"cache"_s, [&]() -> Result<void> {
        begin();
        m_deskIsEmpty = false;
        m_tiersAreCorrected = true;
        try {
            statements();
            if (!m_bulk || m_uncommitted >= bulkPackets)
                commit();
        } catch (const SQLite::Exception &) {
            rollBack();
            throw;
        }
        return {};
    });
}

void CacheWriter::begin()
{
    if (!m_transaction)
        m_transaction.emplace(m_connection.database());
}

void CacheWriter::commit()
{
    m_conversations.saveCounts();
    m_contacts.saveTallies();
    m_transaction->commit();
    m_transaction.reset();
    m_uncommitted = 0;
    const ChangeSet changes = std::exchange(m_changes, ChangeSet{{}, false, false, false});
    if (changes.everything || !changes.conversations.isEmpty())
        m_publish(changes);
}

void CacheWriter::rollBack()
{
    m_transaction.reset();
    m_conversations.dropCounts();
    m_contacts.dropTallies();
    m_index.forget();
    m_signals.forgetNames();
    m_changes = {{}, false, false, false};
    m_uncommitted = 0;
}

void CacheWriter::changed(const ConversationId &id, bool order)
{
    ++m_uncommitted;
    m_changes.order = m_changes.order || order;
    if (m_changes.everything)
        return;
    m_changes.conversations.append(id);
    if (m_changes.conversations.size() > listedChanges) {
        m_changes.conversations.clear();
        m_changes.everything = true;
    }
}

Result<void> CacheWriter::beginBulk()
{
    if (const Result<void> paused = pauseBulk(); !paused)
        return paused;
    const Result<void> written = write([&] {
        if (m_conversations.isEmpty())
            m_index.leaveBehind();
    });
    m_bulk = written.has_value();
    return m_bulk ? pragma(bulkPragmas) : written;
}

Result<void> CacheWriter::pragma(const char *sql)
{
    return attempt(u"cache"_s, [&]() -> Result<void> {
        m_connection.database().exec(sql);
        return {};
    });
}

Result<void> CacheWriter::pauseBulk()
{
    if (!m_transaction)
        return {};
    return attempt(u"cache"_s, [&]() -> Result<void> {
        try {
            commit();
        } catch (const SQLite::Exception &) {
            rollBack();
            throw;
        }
        return {};
    });
}

Result<void> CacheWriter::finishBulk()
{
    const Result<void> paused = pauseBulk();
    m_bulk = false;
    if (!paused)
        return paused;
    if (const Result<void> filled = fillIndex(); !filled)
        return filled;
    return pragma(everydayPragmas);
}

Result<void> CacheWriter::tidy()
{
    return write([&] { m_index.tidy(); });
}

Result<void> CacheWriter::fillIndex()
{
    for (bool more = true; more;) {
        const Result<void> written = write([&] { more = m_index.fill(fillDocuments); });
        if (!written)
            return written;
    }
    return {};
}

} // namespace baton::store
