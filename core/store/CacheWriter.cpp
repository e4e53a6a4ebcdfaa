#include "core/store/CacheWriter.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

// A write may take 20 ms. Much of it comes with the commit, when the search index is written, so
// that the number of packets is what can be steered.
constexpr qint64 longestTransactionMs = 14;
constexpr qint64 shortestTransactionMs = 7;
constexpr int fewestPackets = 4;
constexpr int mostPackets = 1000;
constexpr int judgedAtOnce = 32;

constexpr const char *deskSql = "SELECT value FROM meta WHERE name = 'desk'";

const QString cursorName = u"cursor"_s;
const QString foldedThrough = u"folded_through"_s;
const QString deskName = u"desk"_s;

/// How many packets the next transaction takes, after one with packets took that long.
int nextSlice(int packets, qint64 tookMs)
{
    if (tookMs > longestTransactionMs)
        return std::max<int>(fewestPackets,
                             static_cast<int>(packets * longestTransactionMs / (2 * tookMs)));
    return tookMs < shortestTransactionMs ? std::min(mostPackets, packets * 5 / 4 + 1) : packets;
}

QString intentOf(const ConversationRow &line)
{
    return line.row.judged ? line.row.judged->intent : QString();
}

packet::Rejection conflict(const Incoming &incoming)
{
    const int version = incoming.packet.conversation.version;
    return {incoming.file,
            incoming.line,
            u"version-conflict"_s,
            u"/version"_s,
            QString::number(version),
            u"a version above %1, since the content differs"_s.arg(version)};
}

} // namespace

CacheWriter::CacheWriter(Connection &connection, const Rules &rules, const Clock &clock,
                         Publish publish)
    : m_connection(connection)
    , m_rules(rules)
    , m_clock(clock)
    , m_publish(std::move(publish))
    , m_conversations(connection)
    , m_echoes(connection, rules.kinship)
    , m_contacts(connection, rules.measure)
    , m_index(connection)
    , m_state(connection)
    , m_outbox(connection)
    , m_seen(connection)
    , m_feedback(connection)
    , m_signals(connection)
{ }

Result<bool> CacheWriter::applySlice(ApplyJob &job)
{
    QElapsedTimer timer;
    timer.start();
    const Result<void> written = write([&] {
        lookAtDesk();
        qsizetype end = m_bulk ? job.packets.size() : job.next + m_slicePackets;
        for (; job.next < std::min(end, job.packets.size()); ++job.next) {
            applyOne(job.packets.at(job.next), job.origin, job.report);
            if (!m_bulk && timer.elapsed() >= longestTransactionMs)
                end = 0;
        }
    });
    if (!written)
        return written.error();
    if (!m_bulk)
        m_slicePackets = nextSlice(m_slicePackets, timer.elapsed());
    return job.next < job.packets.size();
}

void CacheWriter::applyOne(const Incoming &incoming, Origin origin, ApplyReport &report)
{
    const packet::Packet &packet = incoming.packet;
    const ConversationId &id = packet.conversation.id;
    const std::optional<ConversationTable::Head> head = m_conversations.find(id);
    const bool promoted = head && head->origin == Origin::Archive && origin == Origin::Upstream;
    switch (packet::decideMerge(head ? std::optional(head->stored) : std::nullopt,
                                packet.conversation.version, packet.hash)) {
    case packet::Merge::Add: {
        const Surroundings around = surroundings(packet.conversation, origin);
        Folded folded = fold(packet.conversation, around, m_rules, m_judge);
        ConversationRow &line = folded.row;
        line.row.row = m_conversations.insert(line, packet);
        m_index.insert(line.row.row, searchDocument(folded.conversation));
        const ConversationRow inserted = line;
        if (folded.signs)
            m_signals.save(line.row.row, *folded.signs, m_judge.readBy);
        link(line, packet.conversation);
        if (line != inserted)
            m_conversations.update(inserted, line);
        relateLater(line);
        count(folded, around.acts);
        changed(id, true);
        ++report.added;
        report.changed.append(id);
        return;
    }
    case packet::Merge::Replace:
        replace(*head, packet, promoted ? origin : head->origin);
        break;
    case packet::Merge::Conflict:
        report.rejected.append(conflict(incoming));
        return;
    case packet::Merge::Unchanged:
    case packet::Merge::Ignore:
        if (!promoted) {
            ++report.unchanged;
            return;
        }
        store(head->row, m_conversations.packet(head->row), origin, Packet::Same);
        break;
    }
    ++report.updated;
    report.changed.append(id);
}

void CacheWriter::replace(const ConversationTable::Head &head, const packet::Packet &packet,
                          Origin origin)
{
    QList<Message> withdrawn;
    const auto isBack = [&](const Message &message) {
        return std::any_of(packet.conversation.messages.begin(), packet.conversation.messages.end(),
                           [&](const Message &m) { return m.id == message.id; });
    };
    const QList<Message> before = m_conversations.withdrawn(head.row);
    std::remove_copy_if(before.begin(), before.end(), std::back_inserter(withdrawn), isBack);
    withdrawn += packet::vanished(m_conversations.packet(head.row), packet.conversation);
    if (withdrawn != before)
        m_conversations.saveWithdrawn(head.row, withdrawn);
    m_conversations.replacePacket(head.row, packet);
    store(head.row, packet.conversation, origin, Packet::New);
}

void CacheWriter::refold(const ConversationId &id)
{
    const std::optional<ConversationTable::Head> head = m_conversations.find(id);
    if (head)
        store(head->row, m_conversations.packet(head->row), head->origin, Packet::Same);
}

void CacheWriter::store(qint64 row, const Conversation &upstream, Origin origin, Packet packet)
{
    Conversation united = upstream;
    packet::unite(united, m_conversations.withdrawn(row));
    const ConversationRow before = m_conversations.shown(row);
    Surroundings around = surroundings(upstream, origin);
    const auto &judged = before.row.judged;
    if (packet == Packet::Same && judged && (judged->by == m_judge.by || !m_judge.read))
        around.judged = judged;
    Folded folded = fold(united, around, m_rules, m_judge);
    ConversationRow &line = folded.row;
    line.row.row = row;
    line.row.incident = before.row.incident;
    if (packet == Packet::New || !around.judged)
        link(line, upstream);
    else
        relate(line);
    if (folded.signs)
        m_signals.save(row, *folded.signs, m_judge.readBy);
    else if (packet == Packet::New)
        m_signals.remove(row);
    if (before != line)
        m_conversations.update(before, line);
    if (before.shelf != line.shelf || intentOf(before) != intentOf(line)
        || before.row.incident != line.row.incident)
        relateLater(line);
    count(folded, around.acts);
    m_index.update(row, searchDocument(folded.conversation));
    changed(upstream.id, movesInViews(before, line));
}

/// So that a long list does not ask for each what is there for none.
void CacheWriter::lookAtDesk()
{
    m_deskIsEmpty = m_outbox.newestChange() == 0;
    m_tiersAreCorrected = m_feedback.correctsTiers();
    m_echoes.forget(m_clock.now() + -m_rules.kinship.limits.incidentWindowMs);
}

Surroundings CacheWriter::surroundings(const Conversation &conversation, Origin origin)
{
    Surroundings around{origin, {}, {}, m_clock.now(), {}, {}};
    if (!m_deskIsEmpty) {
        around.acts = m_outbox.of(conversation.id);
        around.seen = m_seen.of(conversation.id);
    }
    if (m_tiersAreCorrected)
        around.corrected = m_feedback.correctedTier(conversation.id);
    return around;
}

Result<int> CacheWriter::judgeSlice()
{
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    const Result<void> written = write([&] {
        lookAtDesk();
        for (const ConversationId &id : m_conversations.judgedByOthers(m_judge.by, judgedAtOnce)) {
            refold(id);
            ++count;
            if (timer.elapsed() >= shortestTransactionMs)
                break;
        }
    });
    if (!written)
        return written.error();
    return count;
}

Result<void> CacheWriter::saveSignals(const QList<StoredSignals> &signs, qint64 readBy)
{
    return write([&] {
        for (const StoredSignals &one : signs)
            m_signals.save(one, readBy);
    });
}

Result<int> CacheWriter::catchUp()
{
    int count = 0;
    const Result<void> written = write([&] {
        const qint64 newest = m_outbox.newestChange();
        const qint64 followed = m_state.number(foldedThrough).value_or(0);
        if (newest == followed)
            return;
        const QList<ConversationId> behind = m_outbox.changedSince(followed);
        for (const ConversationId &id : behind)
            refold(id);
        m_state.save(foldedThrough, newest);
        count = static_cast<int>(behind.size());
    });
    if (!written)
        return written.error();
    return count;
}

Result<void> CacheWriter::follow(const ConversationId &id)
{
    return write([&] { refold(id); });
}

Result<int> CacheWriter::wakeSnoozed()
{
    int count = 0;
    const Result<void> written = write([&] {
        const QList<ConversationId> woken = m_conversations.snoozedUntil(m_clock.now());
        for (const ConversationId &id : woken)
            refold(id);
        count = static_cast<int>(woken.size());
    });
    if (!written)
        return written.error();
    return count;
}

Result<void> CacheWriter::adoptDesk()
{
    return write([&] {
        QByteArray desk;
        {
            Query query = m_connection.query(deskSql);
            if (query.step())
                desk = query.blob(0);
        }
        const QByteArray followed = m_state.bytes(deskName);
        if (followed == desk
            && m_state.number(foldedThrough).value_or(0) <= m_outbox.newestChange())
            return;
        m_state.save(deskName, desk);
        m_state.save(foldedThrough, m_outbox.newestChange());
        for (const ConversationId &id : m_conversations.allIds())
            refold(id);
    });
}

Result<void> CacheWriter::saveCursor(const QByteArray &cursor)
{
    return write([&] { m_state.save(cursorName, cursor); });
}

Result<QByteArray> CacheWriter::loadCursor()
{
    return attempt(u"cursor"_s, [&]() -> Result<QByteArray> { return m_state.bytes(cursorName); });
}

} // namespace baton::store
