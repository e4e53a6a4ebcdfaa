#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// What search sees of a conversation.
struct SearchDocument
{
    QString customer; ///< name, id, contact, order ids, short attributes, one a line
    QString subject;  ///< subject and need
    QString body;     ///< message texts, joined by messageSeparator
    bool operator==(const SearchDocument &) const = default;
};

constexpr char16_t messageSeparator = 0x1e;

SearchDocument searchDocument(const Conversation &conversation);

/// The full-text index in cache.sqlite; for the writer connection. While it is left behind,
/// documents are written but not indexed; fill() catches up in steps, each a transaction of the
/// caller's, and can go on after a crash.
class SearchIndex
{
public:
    explicit SearchIndex(Connection &connection)
        : m_connection(connection)
    { }

    void insert(qint64 row, const SearchDocument &document);
    void update(qint64 row,
                const SearchDocument &document); ///< touches nothing when it is the same

    bool isBehind();
    void leaveBehind(); ///< only while it holds nothing
    /// Indexes the next documents; false once all are, and the index is level again.
    bool fill(int documents);
    bool isUntidy() const { return m_untidy; }
    void tidy(); ///< merges a little of what small writes have left in pieces; a few milliseconds
    void forget() { m_behind.reset(); } ///< after a roll-back

private:
    std::optional<SearchDocument> find(qint64 row);

    Connection &m_connection;
    std::optional<bool> m_behind;
    bool m_untidy = false;
};

} // namespace baton::store
