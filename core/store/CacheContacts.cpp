#include "core/store/CacheWriter.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

/// How contacts come to be counted.
namespace baton::store {

namespace {

constexpr qint64 countingMs = 7; // of a transaction, its end apart
constexpr int countedAtOnce = 32;

constexpr const char *newestRowSql = "SELECT coalesce(max(row), 0) FROM conversation";
constexpr const char *uncountedRowsSql
    = "SELECT row, id FROM conversation WHERE row <= ? ORDER BY row DESC LIMIT ?";

const QString uncountedName = u"uncounted"_s;
const QString measuredByName = u"measured_by"_s;
const QString draftsThrough = u"drafts_through"_s;

} // namespace

void CacheWriter::count(const Folded &folded, const QList<OutboxEntry> &acts)
{
    if (!m_contacts.isOn())
        return;
    if (!std::exchange(m_measureIsKept, true) && m_contacts.isEmpty())
        m_state.save(measuredByName, m_rules.measure.by);
    const Conversation &conversation = folded.conversation;
    const ConversationRow &line = folded.row;
    MeasuredBy by;
    by.judged = line.row.judged;
    // Of what was imported some was open still.
    if (line.shelf == Shelf::Archive
        && (conversation.state == State::Closed || conversation.outcome))
        by.endedAt = line.endedAt;
    by.passedOn = std::any_of(acts.begin(), acts.end(), [](const OutboxEntry &entry) {
        return entry.act.kind == ActKind::Transfer && !entry.act.toQueue.isEmpty();
    });
    by.closes = int(std::count_if(acts.begin(), acts.end(), [](const OutboxEntry &entry) {
        return entry.act.kind == ActKind::Close
            && (entry.status == ActStatus::Waiting || entry.status == ActStatus::Acknowledged);
    }));
    by.drafts = m_contacts.drafts(conversation.id);
    m_contacts.count(line.row.row, m_rules.measure.facts(conversation, by));
}

/// Sums of another measure say nothing beside those of this one.
void CacheWriter::startCounting()
{
    const std::optional<qint64> before = m_state.number(measuredByName);
    if (before == m_rules.measure.by)
        return;
    m_state.save(measuredByName, m_rules.measure.by);
    if (!before && m_contacts.isEmpty()) // a new cache, or one that is counted anew as it is
        return;
    m_contacts.clear();
    Query query = m_connection.query(newestRowSql);
    query.step();
    m_state.save(uncountedName, query.integer(0));
}

Result<int> CacheWriter::countSlice()
{
    if (!m_contacts.isOn())
        return 0;
    QElapsedTimer timer;
    timer.start();
    int counted = 0;
    const Result<void> written = write([&] {
        startCounting();
        qint64 left = m_state.number(uncountedName).value_or(0);
        if (left == 0)
            return;
        QList<std::pair<qint64, ConversationId>> rows;
        {
            Query query = m_connection.query(uncountedRowsSql);
            query.bind(left, countedAtOnce);
            while (query.step())
                rows.append({query.integer(0), ConversationId(query.text(1))});
        }
        left = 0;
        for (const auto &[row, id] : rows) {
            refold(id);
            left = row - 1;
            ++counted;
            if (timer.elapsed() >= countingMs)
                break;
        }
        m_state.save(uncountedName, left);
    });
    if (!written)
        return written.error();
    return counted;
}

Result<int> CacheWriter::followDrafts()
{
    if (!m_contacts.isOn())
        return 0;
    int count = 0;
    const Result<void> written = write([&] {
        const qint64 newest = m_contacts.newestDraft();
        const qint64 followed = m_state.number(draftsThrough).value_or(0);
        if (newest == followed)
            return;
        for (const ConversationId &id : m_contacts.draftsSince(followed)) {
            m_contacts.countDrafts(id);
            ++count;
        }
        m_state.save(draftsThrough, newest);
    });
    if (!written)
        return written.error();
    return count;
}

} // namespace baton::store
