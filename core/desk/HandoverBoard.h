#pragma once

#include "core/base/Async.h"
#include "core/desk/ShiftHandover.h"

#include <QtCore/QObject>

namespace baton::store {
class Store;
}

namespace baton {

/// What changed since the agent left, or since a moment of their choice. GUI thread; reads on
/// others.
class HandoverBoard : public QObject
{
    Q_OBJECT

public:
    HandoverBoard(store::Store &store, const Clock &clock, AgentId me);
    ~HandoverBoard() override;

    /// When the agent was here last, before this absence; nothing where that is not known.
    void setLeft(const std::optional<Instant> &left) { m_left = left; }
    const std::optional<Instant> &left() const { return m_left; }
    /// Answered by changed(). Without a moment since they left, else for shiftMs back.
    void read(std::optional<Instant> since = {});
    const ShiftHandover &snapshot() const { return m_snapshot; }
    /// Into a file of the agent's choice; failed() where that does not do.
    void save(const QString &file, const QByteArray &bytes);

    static constexpr qint64 shiftMs = 8 * 3'600'000LL;
    static constexpr qint64 longAbsenceMs = 3'600'000LL;

Q_SIGNALS:
    void changed(const baton::ShiftHandover &handover);
    void failed(const baton::Error &error);

private:
    void readAudit(quint64 asked, Instant since, Instant now, qint64 before,
                   std::shared_ptr<QList<AuditRow>> rows,
                   std::shared_ptr<const store::ShiftRows> changes);

    store::Store &m_store;
    const Clock &m_clock;
    AgentId m_me;
    std::optional<Instant> m_left;
    ShiftHandover m_snapshot;
    quint64 m_asked = 0;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton

Q_DECLARE_METATYPE(baton::ShiftHandover)
