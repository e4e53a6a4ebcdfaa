#pragma once

#include "core/domain/Feedback.h"
#include "core/store/Connection.h"

namespace baton::store {

/// What agents make of what the machine made, in desk.sqlite; insert-only.
class FeedbackTable
{
public:
    explicit FeedbackTable(Connection &connection)
        : m_connection(connection)
    { }

    void add(const Feedback &feedback);
    QList<Feedback> of(const ConversationId &conversation); ///< in the order given

private:
    Connection &m_connection;
};

} // namespace baton::store
