#pragma once

#include "core/domain/Signal.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <vector>

/// What a policy needs of a conversation, without its text: what was observed, and what became of
/// it. core/policy makes it, core/store keeps it, replay reads it. Plain values.
namespace baton {

struct SignalRecord
{
    Instant at;                ///< when the conversation began
    quint32 arrivedS = 0;      ///< seconds from then until a person could take it
    quint32 repliedS = 0;      ///< until a person first replied in public; 0: nobody did
    quint16 workedS = 0;       ///< seconds that people worked on it, as its messages show
    AgentId agent;             ///< who replied last; empty: nobody
    QString intent;            ///< empty: none of these
    quint16 confidence = 0;    ///< in steps of 1e-4
    quint16 margin = 0;        ///< above the runner-up; likewise
    quint16 phrases = 0;       ///< bit 1 << Phrase
    bool botNamed = false;     ///< the bot named an intent
    bool botDisagrees = false; ///< the bot named another intent
    quint8 mood = 3;           ///< 1 … 5
    Trend trend = Trend::Level;
    ValueTier value = ValueTier::Absent;
    quint16 failedTools = 0;
    quint16 sameAnswers = 0;
    quint16 contacts90d = 0;
    quint16 lot = 0; ///< lotOf() its id
    Channel channel = Channel::Chat;
    QueueId queue;              ///< empty: the policy's default
    std::optional<Route> taken; ///< what was really done, as the packet says
    std::optional<OutcomeKind> outcome;
    quint8 csat = 0; ///< 1 … 5; 0: not rated
    bool reopened = false;
    bool operator==(const SignalRecord &) const = default;
};

/// Many records, a column each; names are kept once, and a record holds their places.
class SignalColumns
{
public:
    SignalColumns() { place(QString()); }

    void reserve(std::size_t count);
    /// row is the conversation's in the store.
    void append(qint64 row, const SignalRecord &record);
    SignalRecord at(std::size_t i) const;
    std::size_t size() const { return row.size(); }
    /// The place of a name, which is added where it is not there; 0 is the empty one, and the
    /// place of whatever is one too many.
    quint16 place(const QString &name);
    const QStringList &names() const { return m_names; }

    /// Of each record, in the columns below.
    static constexpr std::size_t bytesEach = 2 * 8 + 2 * 4 + 11 * 2 + 6;

    std::vector<qint64> row;
    std::vector<qint64> startedMs;
    std::vector<quint32> arrivedS;
    std::vector<quint32> repliedS;
    std::vector<quint16> workedS;
    std::vector<quint16> agent;  ///< a name's place
    std::vector<quint16> intent; ///< likewise
    std::vector<quint16> queue;  ///< likewise
    std::vector<quint16> confidence;
    std::vector<quint16> margin;
    std::vector<quint16> phrases; ///< with the two bits below
    std::vector<quint16> failedTools;
    std::vector<quint16> sameAnswers;
    std::vector<quint16> contacts90d;
    std::vector<quint16> lot;
    std::vector<quint8> mood; ///< trend << 4 | level
    std::vector<quint8> value;
    std::vector<quint8> channel;
    std::vector<quint8> taken;   ///< 0 unknown, else 1 + Route
    std::vector<quint8> outcome; ///< 0 unknown, else 1 + OutcomeKind
    std::vector<quint8> rated;   ///< reopened << 4 | csat

    static constexpr quint16 disagreesBit = 1U << 15U;
    static constexpr quint16 namedBit = 1U << 14U;
    static constexpr quint16 phraseBits = namedBit - 1U;
    static quint16 packedPhrases(const SignalRecord &record);

private:
    QStringList m_names;
    QHash<QString, quint16> m_places;
};

} // namespace baton
