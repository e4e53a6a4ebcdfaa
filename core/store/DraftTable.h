#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// What was typed and not sent, in desk.sqlite.
class DraftTable
{
public:
    explicit DraftTable(Connection &connection)
        : m_connection(connection)
    { }

    void save(const TypedDraft &draft); ///< replaces
    void remove(const ConversationId &conversation, DraftKind kind);
    std::optional<TypedDraft> find(const ConversationId &conversation, DraftKind kind);
    QList<TypedDraft> of(const ConversationId &conversation);
    qint64 count();

    QList<Attachment> attached(const ConversationId &conversation); ///< in the order attached
    void saveAttached(const ConversationId &conversation, const QList<Attachment> &files);

private:
    Connection &m_connection;
};

/// The last message of each conversation that the agent has looked at, in desk.sqlite.
class SeenTable
{
public:
    explicit SeenTable(Connection &connection)
        : m_connection(connection)
    { }

    void save(const ConversationId &conversation, const MessageId &message, qint64 change);
    MessageId of(const ConversationId &conversation);

private:
    Connection &m_connection;
};

} // namespace baton::store
