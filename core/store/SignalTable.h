#pragma once

#include "core/store/Connection.h"
#include "core/store/SignalTypes.h"

namespace baton::store {

/// What policies need of conversations, in cache.sqlite: 34 bytes each beside the keys.
class SignalTable
{
public:
    explicit SignalTable(Connection &connection)
        : m_connection(connection)
    { }

    /// In place of what was known of the row.
    void save(qint64 row, const SignalRecord &record, qint64 readBy);
    /// Likewise, unless a newer version came since it was read.
    void save(const StoredSignals &read, qint64 readBy);
    /// What was read no longer holds.
    void remove(qint64 row);
    void forgetNames() { m_codes.clear(); } ///< after a roll-back
    /// What began in [from, to), by row. Written by whatever reader.
    SignalColumns columns(Instant from, Instant to);
    /// Bits 1 << Phrase of a stored record; throws where it is none.
    static quint32 phrasesIn(const QByteArray &packed);
    struct IntentRead
    {
        quint16 code = 0;       ///< of signal_name; 0: none of these
        quint16 confidence = 0; ///< in steps of 1e-4
    };
    static IntentRead intentIn(const QByteArray &packed); ///< likewise
    /// The first conversations after a row that began in [from, to) and were not read by it.
    QList<UnreadSignals> unread(const UnreadQuery &query);

private:
    quint16 codeOf(const QString &name);

    Connection &m_connection;
    QHash<QString, quint16> m_codes;
};

} // namespace baton::store
