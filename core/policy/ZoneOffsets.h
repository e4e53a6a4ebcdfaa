#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QTimeZone>

#include <vector>

namespace baton::policy {

/// A zone's offsets from UTC between 1970 and 2200 as plain numbers: QTimeZone answers in
/// microseconds, a binary search over its transitions in nanoseconds, and a place is computed for
/// every conversation.
class ZoneOffsets
{
public:
    /// A zone the system does not know is UTC.
    explicit ZoneOffsets(const QByteArray &zone);

    /// A stretch of time [begin, end) with one offset; all in milliseconds, local = UTC + offset.
    struct Stretch
    {
        qint64 begin = 0;
        qint64 end = 0;
        qint64 offset = 0;
    };
    Stretch at(qint64 utcMs);

    /// Read once a thread; the reference holds until the thread ends.
    static ZoneOffsets &of(const QByteArray &zone);

private:
    void append(qint64 at, qint64 offset);
    /// Qt 6.4 lists only what a zone's table holds (to 2037 for most). The rule that goes on after
    /// it is found by asking every few weeks, as far as it is needed.
    void probeUntil(qint64 utcMs);

    QTimeZone m_rules;
    std::vector<Stretch> m_stretches;
    qint64 m_listed = 0; ///< stretches are known before this time
};

} // namespace baton::policy
