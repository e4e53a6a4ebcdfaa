#include "core/store/SearchQueries.h"

#include "core/store/SearchIndex.h"
#include "core/store/ViewSql.h"

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qsizetype longestQuery = 512; // UTF-16 units of typed text that are looked at
constexpr int mostWords = 24;
constexpr int excerptLength = 160;
constexpr size_t askEvery = 4096;
constexpr int noLimit = -1;

constexpr const char *rowsSql
    = "SELECT " BATON_SHOWN_COLUMNS " FROM search JOIN conversation AS c ON c.row = search.rowid "
      "WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?";
constexpr const char *idsSql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC";
// The same with a filter; the limit is ?2.
#define BATON_MATCHES                                                                              \
    " FROM search JOIN conversation AS c ON c.row = search.rowid "                                 \
    "WHERE search MATCH ?1" BATON_FILTER " ORDER BY search.rowid DESC LIMIT ?2"
constexpr const char *filteredRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_MATCHES;
constexpr const char *filteredIdsSql = "SELECT c.row" BATON_MATCHES;
// A tag and no word: ?1 is nothing.
#define BATON_TAGGED                                                                               \
    " FROM conversation AS c INDEXED BY conversation_tagged "                                      \
    "WHERE c.tag_keys <> ''" BATON_FILTER " ORDER BY c.row DESC LIMIT ?2"
constexpr const char *taggedRowsSql = "SELECT " BATON_SHOWN_COLUMNS BATON_TAGGED;
constexpr const char *taggedIdsSql = "SELECT c.row" BATON_TAGGED;
constexpr const char *hitsSql
    = "SELECT " BATON_SHOWN_COLUMNS ", highlight(search, 0, char(2), char(3)), "
      "highlight(search, 1, char(2), char(3)), highlight(search, 2, char(2), char(3)) "
      "FROM search JOIN conversation AS c ON c.row = search.rowid "
      "WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?";

constexpr QChar hitBegin(0x2);
constexpr QChar hitEnd(0x3);

/// Where the row's own line does not show it already: words of messages before subject and
/// customer.
SearchHit hitOf(const Query &query, const AgentId &me)
{
    SearchHit hit{readShownRow(query, me), {}, {}, {}};
    const std::pair<int, QString> places[]
        = {{2, u"message"_s}, {1, u"subject"_s}, {0, u"customer"_s}};
    for (const auto &[column, name] : places) {
        QString marked = query.text(rowColumns + 1 + column);
        if (!marked.contains(hitBegin))
            continue;
        if (column == 2) {
            // Only the message in which the first hit stands.
            const qsizetype first = marked.indexOf(hitBegin);
            const qsizetype begin = marked.lastIndexOf(QChar(messageSeparator), first) + 1;
            const qsizetype end = marked.indexOf(QChar(messageSeparator), first);
            marked = marked.sliced(begin, (end < 0 ? marked.size() : end) - begin);
        }
        const Excerpt excerpt = excerptOf(marked, excerptLength);
        hit.where = name;
        hit.excerpt = excerpt.text;
        hit.spans = excerpt.spans;
        break;
    }
    return hit;
}

} // namespace

QString SearchQueries::expression(const QString &typed)
{
    // The words hold no quotes: they are what the tokenizer makes of text.
    QStringList words = m_words.wordsOf(typed.left(longestQuery));
    if (words.isEmpty())
        return {};
    words = words.mid(0, mostWords);
    return u'"' + words.join(u"\" \""_s) + u"\" *"_s;
}

/// "tag:name" among the words stands for the filter's tag.
SearchQueries::Asked SearchQueries::asked(const QString &typed, const QueueFilter &filter)
{
    const TagSearch search = tagSearch(typed.left(longestQuery));
    Asked asked{expression(search.words), filter};
    if (!search.tag.isEmpty())
        asked.filter.tag = search.tag;
    asked.onlyTag = !search.tag.isEmpty() && search.words.isEmpty();
    return asked;
}

void SearchQueries::bind(Query &query, const Asked &asked, int limit)
{
    if (asked.match.isEmpty())
        bindFilter(query, asked.filter, std::nullopt, limit);
    else if (asked.isFiltered())
        bindFilter(query, asked.filter, asked.match, limit);
    else
        query.bind(asked.match, limit);
}

Excerpt excerptOf(const QString &marked, int length)
{
    const qsizetype first = marked.indexOf(hitBegin);
    qsizetype begin = std::max<qsizetype>(0, first - length / 3);
    if (begin > 0) {
        const qsizetype space = marked.indexOf(u' ', begin);
        begin = space >= 0 && space < first ? space + 1 : first;
    }
    Excerpt excerpt;
    if (begin > 0)
        excerpt.text = u"…"_s;
    int open = -1;
    qsizetype at = begin;
    for (; at < marked.size() && excerpt.text.size() < length; ++at) {
        const QChar c = marked.at(at);
        if (c == hitBegin)
            open = static_cast<int>(excerpt.text.size());
        else if (c == hitEnd && open >= 0)
            excerpt.spans.append({std::exchange(open, -1), static_cast<int>(excerpt.text.size())});
        else if (c != hitEnd)
            excerpt.text += c.isSpace() ? u' ' : c;
    }
    if (open >= 0 && open < excerpt.text.size())
        excerpt.spans.append({open, static_cast<int>(excerpt.text.size())});
    if (!excerpt.text.isEmpty() && excerpt.text.back().isHighSurrogate() && at < marked.size())
        excerpt.text += marked.at(at++);
    if (at < marked.size())
        excerpt.text += u'…';
    return excerpt;
}

QList<QueueRow> SearchQueries::rows(const QString &typed, const QueueFilter &filter, int limit,
                                    const GoOn &goOn)
{
    QList<QueueRow> rows;
    const Asked asked = this->asked(typed, filter);
    if (asked.isNothing())
        return rows;
    Query query = m_connection.query(asked.match.isEmpty()    ? taggedRowsSql
                                         : asked.isFiltered() ? filteredRowsSql
                                                              : rowsSql);
    bind(query, asked, limit);
    while (query.step() && goOn())
        rows.append(readShownRow(query, m_me));
    return rows;
}

std::vector<qint64> SearchQueries::ids(const QString &typed, const QueueFilter &filter,
                                       const GoOn &goOn)
{
    std::vector<qint64> ids;
    const Asked asked = this->asked(typed, filter);
    if (asked.isNothing())
        return ids;
    Query query = m_connection.query(asked.match.isEmpty()    ? taggedIdsSql
                                         : asked.isFiltered() ? filteredIdsSql
                                                              : idsSql);
    if (asked.match.isEmpty() || asked.isFiltered())
        bind(query, asked, noLimit);
    else
        query.bind(asked.match);
    while (query.step()) {
        ids.push_back(query.integer(0));
        if (ids.size() % askEvery == 0 && !goOn())
            break;
    }
    return ids;
}

QList<SearchHit> SearchQueries::hits(const QString &typed, int limit, const GoOn &goOn)
{
    QList<SearchHit> hits;
    const TagSearch search = tagSearch(typed.left(longestQuery));
    const QString match = expression(search.words);
    if (match.isEmpty()) {
        for (const QueueRow &row : rows(typed, {}, limit, goOn))
            hits.append({row, {}, {}, {}});
        return hits;
    }
    Query query = m_connection.query(hitsSql);
    query.bind(match, search.tag.isEmpty() ? limit : noLimit);
    while (hits.size() < limit && query.step() && goOn()) {
        SearchHit hit = hitOf(query, m_me);
        if (search.tag.isEmpty() || hasTag(hit.row.tags, search.tag))
            hits.append(std::move(hit));
    }
    return hits;
}

} // namespace baton::store
