#include "core/store/ApprovalTable.h"

#include "core/store/EnumNames.h"
#include "core/store/MessageJson.h"

namespace baton::store {

namespace {

constexpr Names<ApprovalStatus, 4> approvalNames{{
    {ApprovalStatus::Asked, QLatin1StringView("asked")},
    {ApprovalStatus::Approved, QLatin1StringView("approved")},
    {ApprovalStatus::Returned, QLatin1StringView("returned")},
    {ApprovalStatus::Withdrawn, QLatin1StringView("withdrawn")},
}};

constexpr Names<ApprovalNeed::Why, 2> approvalWhyNames{{
    {ApprovalNeed::Why::Agent, QLatin1StringView("agent")},
    {ApprovalNeed::Why::Intent, QLatin1StringView("intent")},
}};

#define BATON_APPROVAL_COLUMNS                                                                     \
    "key, conversation, author_id, author_name, asked_at, text, base_version, base_last_public, "  \
    "base_owner, base_state, closes, why, intent, status, decided_id, decided_name, decided_at, "  \
    "note, read, attachments "
constexpr const char *insertApprovalSql = R"(
    INSERT INTO approval (key, conversation, author_id, author_name, asked_at, text, base_version,
                          base_last_public, base_owner, base_state, closes, why, intent, attachments,
                          status)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked'))";
constexpr const char *updateApprovalSql = R"(
    UPDATE approval SET status = ?, decided_id = ?, decided_name = ?, decided_at = ?, note = ?, read = ?
    WHERE key = ?)";
constexpr const char *findApprovalSql
    = "SELECT " BATON_APPROVAL_COLUMNS "FROM approval WHERE key = ?";
constexpr const char *askedApprovalSql
    = "SELECT " BATON_APPROVAL_COLUMNS "FROM approval WHERE conversation = ? AND status = 'asked'";
constexpr const char *openApprovalsSql
    = "SELECT " BATON_APPROVAL_COLUMNS "FROM approval "
      "WHERE status = 'asked' OR (status = 'returned' AND read = 0) ORDER BY sequence";

Approval approvalIn(const Query &query)
{
    Approval approval;
    ApprovalRequest &request = approval.request;
    request.key = ActKey(query.text(0));
    request.conversation = ConversationId(query.text(1));
    request.author = {query.text(2), query.text(3)};
    request.at = {query.integer(4)};
    request.text = query.text(5);
    request.base = {int(query.integer(6)), MessageId(query.text(7)), AgentId(query.text(8)),
                    fromName(stateNames, query.text(9))};
    request.closes = query.integer(10) != 0;
    request.need = {fromName(approvalWhyNames, query.text(11)), query.text(12)};
    approval.status = fromName(approvalNames, query.text(13));
    approval.decidedBy = {query.text(14), query.text(15)};
    approval.decidedAt = {query.integer(16)};
    approval.note = query.text(17);
    approval.read = query.integer(18) != 0;
    request.attachments = attachmentsFromLine(query.text(19));
    return approval;
}

} // namespace

void ApprovalTable::insert(const ApprovalRequest &request)
{
    const Base &base = request.base;
    m_connection.query(insertApprovalSql)
        .bind(request.key, request.conversation, request.author.id, request.author.name, request.at,
              request.text, base.version, base.lastPublic, base.owner,
              nameOf(stateNames, base.state), request.closes,
              nameOf(approvalWhyNames, request.need.why), request.need.intent,
              lineOfAttachments(request.attachments))
        .run();
}

void ApprovalTable::update(const Approval &approval)
{
    m_connection.query(updateApprovalSql)
        .bind(nameOf(approvalNames, approval.status), approval.decidedBy.id,
              approval.decidedBy.name, approval.decidedAt, approval.note, approval.read,
              approval.request.key)
        .run();
}

std::optional<Approval> ApprovalTable::find(const ActKey &key)
{
    Query query = m_connection.query(findApprovalSql);
    query.bind(key);
    if (!query.step())
        return {};
    return approvalIn(query);
}

std::optional<Approval> ApprovalTable::askedOf(const ConversationId &conversation)
{
    Query query = m_connection.query(askedApprovalSql);
    query.bind(conversation);
    if (!query.step())
        return {};
    return approvalIn(query);
}

QList<Approval> ApprovalTable::open()
{
    QList<Approval> all;
    Query query = m_connection.query(openApprovalsSql);
    while (query.step())
        all.append(approvalIn(query));
    return all;
}

} // namespace baton::store
