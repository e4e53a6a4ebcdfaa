#pragma once

#include "core/store/ConversationRow.h"
#include "core/store/WordSplitter.h"

#include <functional>

namespace baton::store {

/// Searching, newest first; for the search reader. Each asks goOn() from time to time and ends
/// early, with what it has, when that says no: the caller then throws it away.
class SearchQueries
{
public:
    using GoOn = std::function<bool()>;
    SearchQueries(Connection &connection, AgentId me)
        : m_connection(connection)
        , m_words(connection)
        , m_me(std::move(me))
    { }

    /// "tag:name" in what is typed asks for a tag; alone, for all that have it.
    QList<QueueRow> rows(const QString &typed, const QueueFilter &filter, int limit,
                         const GoOn &goOn);
    std::vector<qint64> ids(const QString &typed, const QueueFilter &filter, const GoOn &goOn);
    QList<SearchHit> hits(const QString &typed, int limit, const GoOn &goOn);

private:
    struct Asked
    {
        QString match; ///< empty: no word
        QueueFilter filter;
        bool onlyTag = false;
        bool isFiltered() const { return filter != QueueFilter(); }
        bool isNothing() const { return match.isEmpty() && !onlyTag; }
    };
    Asked asked(const QString &typed, const QueueFilter &filter);
    static void bind(Query &query, const Asked &asked, int limit);
    /// Every word must occur, the last one at least as a beginning. Empty when nothing typed is a
    /// word.
    QString expression(const QString &typed);

    Connection &m_connection;
    WordSplitter m_words;
    AgentId m_me;
};

/// A piece of marked text (hits between U+0002 and U+0003) around its first hit, with the spans of
/// its hits.
struct Excerpt
{
    QString text;
    QList<Span> spans;
};
Excerpt excerptOf(const QString &marked, int length);

} // namespace baton::store
