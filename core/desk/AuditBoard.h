#pragma once

#include "core/base/Async.h"
#include "core/domain/Audit.h"

#include <QtCore/QObject>

#include <atomic>
#include <optional>

namespace baton::store {
class Store;
}

namespace baton {

/// The log of what was done, as it is looked through.
struct AuditSnapshot
{
    AuditFilter filter;
    AuditNames names;
    QList<AuditRow> rows; ///< those read so far, the newest first
    bool complete = true; ///< there are no older ones that fit
    bool reading = false;
    bool verifying = false;
    std::optional<bool> intact; ///< nothing until it was verified
    std::optional<qint64> firstBad;
    qint64 verified = 0; ///< entries that were looked at
    bool operator==(const AuditSnapshot &) const = default;
};

/// Reads the audit log in pages, verifies its chain, writes it out. GUI thread, waits for nothing;
/// late answers for another filter are dropped.
class AuditBoard : public QObject
{
    Q_OBJECT

public:
    explicit AuditBoard(store::Store &store);
    ~AuditBoard() override; ///< a file that is being written ends at once, and is not kept

    const AuditSnapshot &snapshot() const { return m_snapshot; }
    void setFilter(const AuditFilter &filter); ///< from the newest again, the same filter too
    void readMore();                           ///< older ones that fit
    void verify();
    /// All that fits the filter, the oldest last, one JSON object a line, through a temporary file.
    void writeTo(const QString &path);

Q_SIGNALS:
    void changed(const baton::AuditSnapshot &snapshot);
    void written(const QString &path, qint64 entries);
    void failed(const baton::Error &error);

private:
    void read();
    void readNames();

    store::Store &m_store;
    AuditSnapshot m_snapshot;
    quint64 m_asked = 0; ///< grows with each filter
    std::atomic<bool> m_stopping = false;
    SerialExecutor m_files; ///< last: ends before the rest
};

} // namespace baton
