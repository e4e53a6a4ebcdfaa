#include "core/desk/Measures.h"

#include "core/quality/ContactFacts.h"
#include "core/quality/Metrics.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QDate>
#include <QtCore/QIODevice>
#include <QtCore/QtEndian>

#include <algorithm>

namespace baton {

namespace {

bool firstReplyIsLate(const Conversation &conversation, const policy::Policy &policy,
                      const std::optional<JudgedLine> &judged)
{
    const auto &messages = conversation.messages;
    const auto first
        = std::find_if(messages.cbegin(), messages.cend(), [&](const Message &message) {
              return quality::isReply(message) && message.at >= conversation.handedOffAt;
          });
    if (first == messages.cend() || !conversation.handedOffAt)
        return false;
    Conversation until = conversation;
    until.messages = messages.sliced(0, first - messages.cbegin() + 1);
    const auto replies
        = policy::repliesSince(first->at, AgentId(first->author.id), until, policy, judged);
    return !replies.isEmpty() && replies.last().late;
}

/// Never 0. Not for storing beyond the cache.
qint64 fingerprint(const policy::Policy &policy)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << policy.arrivals.recontactMs << policy.defaultQueue.text();
    for (const policy::Queue &queue : policy.queues)
        out << queue.id.text() << queue.calendar;
    for (const policy::Calendar &calendar : policy.calendars) {
        out << calendar.id << calendar.zone << calendar.holidays;
        for (const QList<policy::Span> &day : calendar.week) {
            out << qint64(day.size());
            for (const policy::Span &span : day)
                out << span.begin << span.end;
        }
    }
    for (const policy::Target &target : policy.targets)
        out << target.queue.value_or(QueueId()).text()
            << int(target.channel ? 1 + int(*target.channel) : 0)
            << int(target.tier ? 1 + int(*target.tier) : 0)
            << int(target.value ? 1 + int(*target.value) : 0) << target.minutes;
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return qFromLittleEndian<qint64>(hash.constData()) | 1;
}

} // namespace

store::Measure measureBy(const policy::Policy &policy)
{
    store::Measure measure;
    measure.windowMs = policy.arrivals.recontactMs;
    measure.by = fingerprint(policy);
    measure.facts = [policy](const Conversation &conversation, const store::MeasuredBy &by) {
        return quality::factsOf(conversation,
                                {by.judged, by.endedAt, by.closes, by.passedOn,
                                 firstReplyIsLate(conversation, policy, by.judged), by.drafts});
    };
    measure.drafts = &quality::setDrafts;
    measure.counts = &quality::countsOf;
    return measure;
}

} // namespace baton
