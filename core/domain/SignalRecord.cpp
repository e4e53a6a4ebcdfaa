#include "core/domain/SignalRecord.h"

namespace baton {

namespace {

template <class Enum>
quint8 orUnknown(const std::optional<Enum> &value)
{
    return value ? quint8(1 + int(*value)) : quint8(0);
}

template <class Enum>
std::optional<Enum> knownOf(quint8 value)
{
    return value == 0 ? std::nullopt : std::optional(static_cast<Enum>(value - 1));
}

} // namespace

void SignalColumns::reserve(std::size_t count)
{
    for (auto *column : {&row, &startedMs})
        column->reserve(count);
    for (auto *column : {&arrivedS, &repliedS})
        column->reserve(count);
    for (auto *column : {&workedS, &agent, &intent, &queue, &confidence, &margin, &phrases,
                         &failedTools, &sameAnswers, &contacts90d, &lot})
        column->reserve(count);
    for (auto *column : {&mood, &value, &channel, &taken, &outcome, &rated})
        column->reserve(count);
}

quint16 SignalColumns::place(const QString &name)
{
    if (const auto known = m_places.constFind(name); known != m_places.cend())
        return *known;
    if (m_names.size() > 0xFFFF)
        return 0;
    const auto next = quint16(m_names.size());
    m_names.append(name);
    m_places.insert(name, next);
    return next;
}

quint16 SignalColumns::packedPhrases(const SignalRecord &record)
{
    return quint16(record.phrases | (record.botDisagrees ? disagreesBit : 0)
                   | (record.botNamed ? namedBit : 0));
}

void SignalColumns::append(qint64 inStore, const SignalRecord &record)
{
    row.push_back(inStore);
    startedMs.push_back(record.at.ms);
    arrivedS.push_back(record.arrivedS);
    repliedS.push_back(record.repliedS);
    workedS.push_back(record.workedS);
    agent.push_back(place(record.agent.text()));
    intent.push_back(place(record.intent));
    queue.push_back(place(record.queue.text()));
    confidence.push_back(record.confidence);
    margin.push_back(record.margin);
    phrases.push_back(packedPhrases(record));
    failedTools.push_back(record.failedTools);
    sameAnswers.push_back(record.sameAnswers);
    contacts90d.push_back(record.contacts90d);
    lot.push_back(record.lot);
    mood.push_back(quint8(int(record.trend) << 4 | record.mood));
    value.push_back(quint8(record.value));
    channel.push_back(quint8(record.channel));
    taken.push_back(orUnknown(record.taken));
    outcome.push_back(orUnknown(record.outcome));
    rated.push_back(quint8((record.reopened ? 1 << 4 : 0) | record.csat));
}

SignalRecord SignalColumns::at(std::size_t i) const
{
    SignalRecord record;
    record.at = {startedMs[i]};
    record.arrivedS = arrivedS[i];
    record.repliedS = repliedS[i];
    record.workedS = workedS[i];
    record.agent = AgentId(m_names[agent[i]]);
    record.intent = m_names[intent[i]];
    record.queue = QueueId(m_names[queue[i]]);
    record.confidence = confidence[i];
    record.margin = margin[i];
    record.phrases = phrases[i] & phraseBits;
    record.botNamed = (phrases[i] & namedBit) != 0;
    record.botDisagrees = (phrases[i] & disagreesBit) != 0;
    record.failedTools = failedTools[i];
    record.sameAnswers = sameAnswers[i];
    record.contacts90d = contacts90d[i];
    record.lot = lot[i];
    record.mood = mood[i] & 0xF;
    record.trend = static_cast<Trend>(mood[i] >> 4);
    record.value = static_cast<ValueTier>(value[i]);
    record.channel = static_cast<Channel>(channel[i]);
    record.taken = knownOf<Route>(taken[i]);
    record.outcome = knownOf<OutcomeKind>(outcome[i]);
    record.csat = rated[i] & 0xF;
    record.reopened = (rated[i] >> 4) != 0;
    return record;
}

} // namespace baton
