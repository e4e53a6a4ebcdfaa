#pragma once

#include <QtCore/QMutex>
#include <QtCore/QString>

#include <array>

namespace baton::store {

/// Which search is still wanted. Another text makes all older searches stale; the same text again
/// makes stale only the older one that asked for the same. Any thread.
class SearchTurns
{
public:
    enum class Channel { Rows, Ids, Hits };
    struct Turn
    {
        Channel channel = Channel::Rows;
        quint64 text = 0;
        quint64 ticket = 0;
    };

    /// With the mutex held: otherText() is called when what runs now has become stale, then
    /// enqueue(turn), so that an interruption can only hit what is older.
    template <class Interrupt, class Enqueue>
    auto next(Channel channel, const QString &text, Interrupt otherText, Enqueue enqueue)
    {
        const QMutexLocker locker(&m_mutex);
        if (text != m_text || m_generation == 0) {
            m_text = text;
            ++m_generation;
            otherText();
        }
        return enqueue(Turn{channel, m_generation, ++m_tickets[static_cast<size_t>(channel)]});
    }

    bool isCurrent(const Turn &turn) const
    {
        const QMutexLocker locker(&m_mutex);
        return turn.text == m_generation
            && turn.ticket == m_tickets[static_cast<size_t>(turn.channel)];
    }

private:
    mutable QMutex m_mutex;
    QString m_text;
    quint64 m_generation = 0;
    std::array<quint64, 3> m_tickets{};
};

} // namespace baton::store
