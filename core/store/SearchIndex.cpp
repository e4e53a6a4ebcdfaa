#include "core/store/SearchIndex.h"

#include "core/store/ConversationTable.h"

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qsizetype longestAttribute = 80;

constexpr const char *insertSearchDocumentSql = "INSERT INTO search_document VALUES (?, ?, ?, ?)";
constexpr const char *updateDocumentSql
    = "UPDATE search_document SET customer = ?, subject = ?, body = ? WHERE row = ?";
constexpr const char *findDocumentSql
    = "SELECT customer, subject, body FROM search_document WHERE row = ?";
constexpr const char *insertWordsSql
    = "INSERT INTO search (rowid, customer, subject, body) VALUES (?, ?, ?, ?)";
// An index over outside content must be told what it had.
constexpr const char *removeWordsSql
    = "INSERT INTO search (search, rowid, customer, subject, body) VALUES ('delete', ?, ?, ?, ?)";
constexpr const char *mergeSql = "INSERT INTO search (search, rank) VALUES ('merge', 32)"; // pages
constexpr const char *automergeSql = "INSERT INTO search (search, rank) VALUES ('automerge', ?)";
constexpr const char *nextSql = R"(
    SELECT max(row) FROM (SELECT row FROM search_document WHERE row > ? ORDER BY row LIMIT ?))";
constexpr const char *fillSql = R"(
    INSERT INTO search (rowid, customer, subject, body)
    SELECT row, customer, subject, body FROM search_document WHERE row > ? AND row <= ? ORDER BY row)";

/// sync_state: the last row indexed while the index is behind, levelMark otherwise.
const QString indexedThrough = u"indexed_through"_s;
constexpr qint64 levelMark = -1;
constexpr int automergeWhileFilling = 8;

void addLine(QString &text, const QString &line)
{
    if (line.isEmpty())
        return;
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

} // namespace

SearchDocument searchDocument(const Conversation &conversation)
{
    SearchDocument document;
    const Customer &customer = conversation.customer;
    for (const QString &line :
         {customer.name, customer.id.text(), customer.contact, conversation.id.text()})
        addLine(document.customer, line);
    for (const Order &order : customer.orders)
        addLine(document.customer, order.id);
    for (const Attribute &attribute : customer.attributes) {
        if (attribute.value.size() <= longestAttribute)
            addLine(document.customer, attribute.value);
    }
    document.subject = conversation.subject;
    if (conversation.handoff)
        addLine(document.subject, conversation.handoff->need);
    qsizetype length = 0;
    for (const Message &message : conversation.messages)
        length += message.text.size() + 1;
    document.body.reserve(length);
    for (const Message &message : conversation.messages) {
        if (!document.body.isEmpty())
            document.body += QChar(messageSeparator);
        document.body += message.text;
    }
    return document;
}

void SearchIndex::insert(qint64 row, const SearchDocument &document)
{
    m_connection.query(insertSearchDocumentSql)
        .bind(row, document.customer, document.subject, document.body)
        .run();
    if (isBehind())
        return;
    m_untidy = true;
    m_connection.query(insertWordsSql)
        .bind(row, document.customer, document.subject, document.body)
        .run();
}

void SearchIndex::update(qint64 row, const SearchDocument &document)
{
    const std::optional<SearchDocument> before = find(row);
    if (!before)
        return insert(row, document);
    if (*before == document)
        return;
    const qint64 indexed = isBehind() ? SyncState(m_connection).number(indexedThrough).value_or(0)
                                      : std::numeric_limits<qint64>::max();
    m_untidy = m_untidy || row <= indexed;
    if (row <= indexed)
        m_connection.query(removeWordsSql)
            .bind(row, before->customer, before->subject, before->body)
            .run();
    m_connection.query(updateDocumentSql)
        .bind(document.customer, document.subject, document.body, row)
        .run();
    if (row <= indexed)
        m_connection.query(insertWordsSql)
            .bind(row, document.customer, document.subject, document.body)
            .run();
}

std::optional<SearchDocument> SearchIndex::find(qint64 row)
{
    Query query = m_connection.query(findDocumentSql);
    query.bind(row);
    if (!query.step())
        return {};
    return SearchDocument{query.text(0), query.text(1), query.text(2)};
}

void SearchIndex::tidy()
{
    m_untidy = false;
    m_connection.query(mergeSql).run();
}

bool SearchIndex::isBehind()
{
    if (!m_behind)
        m_behind = SyncState(m_connection).number(indexedThrough).value_or(levelMark) != levelMark;
    return *m_behind;
}

void SearchIndex::leaveBehind()
{
    SyncState(m_connection).save(indexedThrough, qint64(0));
    m_behind = true;
}

bool SearchIndex::fill(int documents)
{
    if (!isBehind())
        return false;
    SyncState state(m_connection);
    const qint64 after = state.number(indexedThrough).value_or(0);
    qint64 through = levelMark;
    {
        Query next = m_connection.query(nextSql);
        next.bind(after, documents);
        if (next.step() && !next.isNull(0))
            through = next.integer(0);
    }
    if (after == 0)
        m_connection.query(automergeSql).bind(automergeWhileFilling).run();
    if (through != levelMark) {
        m_connection.query(fillSql).bind(after, through).run();
    } else {
        m_connection.query(automergeSql).bind(0).run();
        m_behind = false;
    }
    state.save(indexedThrough, through);
    return through != levelMark;
}

} // namespace baton::store
