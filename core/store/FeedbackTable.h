#pragma once

#include "core/domain/Decision.h"
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
    QList<Gap> gaps(int limit);                             ///< the newest first
    bool correctsTiers();                                   ///< at least one
    /// What the newest correction made of its tier.
    std::optional<Route> correctedTier(const ConversationId &conversation);

private:
    Connection &m_connection;
};

} // namespace baton::store
