#include "core/store/CacheWriter.h"

/// What a conversation has to do with others: who wrote the same, and the customer's own contacts
/// about the same matter.
namespace baton::store {

namespace {

/// Written in the very words of one that is kept, a text needs no place of its own.
constexpr double verySame = 0.9;

constexpr double sure = 0.5; // of two readings that differ

/// Nothing is known of an intent that was not read, or not surely, or is none of the catalogue.
enum class Matter { Same, Another, Unknown };
Matter matterOf(const ConversationRow &line, const ConversationTable::Contact &other)
{
    if (line.row.incident != 0 && line.row.incident == other.incident)
        return Matter::Same;
    const QString intent = line.row.judged ? line.row.judged->intent : QString();
    if (!intent.isEmpty() && intent == other.intent)
        return Matter::Same;
    const bool differs = !intent.isEmpty() && !other.intent.isEmpty() && !line.saysBack
        && line.row.judged->confidence >= sure && other.confidence >= sure;
    return differs ? Matter::Another : Matter::Unknown;
}

} // namespace

void CacheWriter::link(ConversationRow &line, const Conversation &upstream)
{
    if (line.row.origin != Origin::Upstream)
        return;
    meet(line, upstream);
    relate(line);
}

/// Leads to whoever wrote the same lately. What is older than the window is no incident of now.
void CacheWriter::meet(ConversationRow &line, const Conversation &upstream)
{
    const Kinship &kinship = m_rules.kinship;
    const Instant at = line.createdAt;
    if (!kinship.sketch || line.row.incident != 0
        || std::abs(m_clock.now() - at) > kinship.limits.incidentWindowMs)
        return;
    const Sketch sketch = kinship.sketch(upstream);
    if (sketch.words.isEmpty())
        return;
    const QString intent = line.row.judged ? line.row.judged->intent : QString();
    const auto first = m_echoes.find(line.row.row, at, intent, sketch);
    if (first) {
        line.row.incident = first->incident != 0 ? first->incident : first->row;
        m_echoes.heardAgain(first->row, at);
        if (first->incident == 0) {
            m_conversations.setIncident(first->row, line.row.incident);
            changed(first->id, true);
        }
    }
    if (!first || first->likeness < verySame)
        m_echoes.keep(line.row.row, at, sketch);
}

void CacheWriter::relate(ConversationRow &line)
{
    QueueRow &row = line.row;
    row.backMs.reset();
    row.backTo = {};
    row.duplicateOf = {};
    if (row.origin != Origin::Upstream)
        return;
    for (const ConversationTable::Contact &other : m_conversations.contactsBefore(line)) {
        const Matter matter = matterOf(line, other);
        if (other.shelf != Shelf::Archive) {
            // The oldest of them is the one that the others repeat.
            if (matter == Matter::Same && line.shelf != Shelf::Archive)
                row.duplicateOf = other.id;
            continue;
        }
        const qint64 since = line.createdAt - std::max(other.createdAt, other.endedAt);
        if (!row.backMs && matter != Matter::Another
            && since <= m_rules.kinship.limits.recontactMs) {
            row.backMs = std::max<qint64>(since, 0);
            row.backTo = other.id;
        }
    }
}

/// The customer's later contacts stand to this one as it stands now.
void CacheWriter::relateLater(const ConversationRow &line)
{
    if (line.row.origin != Origin::Upstream)
        return;
    for (const qint64 later : m_conversations.openAfter(line)) {
        const ConversationRow before = m_conversations.shown(later);
        ConversationRow now = before;
        relate(now);
        if (now == before)
            continue;
        m_conversations.update(before, now);
        changed(now.row.id, movesInViews(before, now));
    }
}

} // namespace baton::store
