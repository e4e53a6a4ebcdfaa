#include "core/store/DraftTable.h"

#include "core/store/EnumNames.h"
#include "core/store/MessageJson.h"

namespace baton::store {

namespace {

constexpr const char *saveDraftSql = "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char *removeDraftSql = "DELETE FROM draft WHERE conversation = ? AND kind = ?";
constexpr const char *findDraftSql = R"(
    SELECT kind, text, base_version, base_last_public, base_owner, base_state, saved_at
    FROM draft WHERE conversation = ? ORDER BY kind DESC)";
constexpr const char *countDraftsSql = "SELECT count(*) FROM draft";
constexpr const char *saveAttachedSql = "INSERT OR REPLACE INTO attached VALUES (?, ?)";
constexpr const char *removeAttachedSql = "DELETE FROM attached WHERE conversation = ?";
constexpr const char *findAttachedSql = "SELECT attachments FROM attached WHERE conversation = ?";
constexpr const char *saveSeenSql = "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)";
constexpr const char *findSeenSql = "SELECT message FROM seen WHERE conversation = ?";

} // namespace

void DraftTable::save(const TypedDraft &draft)
{
    m_connection.query(saveDraftSql)
        .bind(draft.conversation, nameOf(draftKindNames, draft.kind), draft.text,
              draft.base.version, draft.base.lastPublic, draft.base.owner,
              nameOf(stateNames, draft.base.state), draft.savedAt)
        .run();
}

void DraftTable::remove(const ConversationId &conversation, DraftKind kind)
{
    m_connection.query(removeDraftSql).bind(conversation, nameOf(draftKindNames, kind)).run();
}

std::optional<TypedDraft> DraftTable::find(const ConversationId &conversation, DraftKind kind)
{
    for (TypedDraft &draft : of(conversation)) {
        if (draft.kind == kind)
            return std::move(draft);
    }
    return {};
}

QList<TypedDraft> DraftTable::of(const ConversationId &conversation)
{
    QList<TypedDraft> drafts;
    Query query = m_connection.query(findDraftSql);
    query.bind(conversation);
    while (query.step()) {
        drafts.append({conversation, fromName(draftKindNames, query.text(0)), query.text(1),
                       Base{static_cast<int>(query.integer(2)), MessageId(query.text(3)),
                            AgentId(query.text(4)), fromName(stateNames, query.text(5))},
                       Instant{query.integer(6)}});
    }
    return drafts;
}

qint64 DraftTable::count()
{
    Query query = m_connection.query(countDraftsSql);
    query.step();
    return query.integer(0);
}

QList<Attachment> DraftTable::attached(const ConversationId &conversation)
{
    Query query = m_connection.query(findAttachedSql);
    query.bind(conversation);
    return query.step() ? attachmentsFromLine(query.text(0)) : QList<Attachment>();
}

void DraftTable::saveAttached(const ConversationId &conversation, const QList<Attachment> &files)
{
    if (files.isEmpty())
        m_connection.query(removeAttachedSql).bind(conversation).run();
    else
        m_connection.query(saveAttachedSql).bind(conversation, lineOfAttachments(files)).run();
}

void SeenTable::save(const ConversationId &conversation, const MessageId &message, qint64 change)
{
    m_connection.query(saveSeenSql).bind(conversation, message, change).run();
}

MessageId SeenTable::of(const ConversationId &conversation)
{
    Query query = m_connection.query(findSeenSql);
    query.bind(conversation);
    return query.step() ? MessageId(query.text(0)) : MessageId();
}

} // namespace baton::store
