#pragma once

#include "core/store/Connection.h"
#include "core/store/FeedbackTable.h"
#include "core/store/ReviewTypes.h"

namespace baton::store {

/// What became of drafts, what is reviewed and what was found, in desk.sqlite; all but the list of
/// what is to do is insert-only.
class ReviewTable
{
public:
    explicit ReviewTable(Connection &connection)
        : m_connection(connection)
    { }

    /// False where the same one (conversation, agent and moment) is there already.
    bool add(const DraftUse &use);
    /// False where it was picked before; then it stays as it was picked first.
    bool add(const PickedReview &picked, const AgentId &me);
    /// With a comment, on that person's work, by others; the newest first.
    QList<CoachingNote> coaching(const AgentId &agent, int limit);
    bool markRead(qint64 review, Instant at); ///< false where it was, or is no review
    void add(const ScorecardVersion &version);
    QList<ScorecardVersion> scorecards(); ///< the newest first
    /// False where this reviewer has reviewed the conversation before: the first one stands.
    bool add(const Review &review, const AgentId &me);

    std::optional<DraftUse> draftUse(const ConversationId &conversation); ///< the newest
    QList<Review> reviews(const ConversationId &conversation);            ///< by time
    ReviewIds ids(Instant from, Instant since);
    QList<ReviewRow> rows(const QList<qint64> &rows, const AgentId &me);
    std::optional<ReviewRow> row(const ConversationId &conversation, const AgentId &me);
    Catches catches(const AgentId &reviewer); ///< an empty id: everybody's
    std::optional<qint64> medianMs(const AgentId &reviewer);
    /// The first two verdicts on each conversation that two people have reviewed.
    QList<std::pair<Verdict, Verdict>> doubleVerdicts();

private:
    void settleTodo(const ConversationId &conversation, const AgentId &me);
    ReviewRow readRow(const Query &query) const;

    Connection &m_connection;
};

/// What monitors look at, from both files; for a reader's connection.
class ReviewFactsReader
{
public:
    explicit ReviewFactsReader(Connection &connection)
        : m_connection(connection)
    { }

    /// Of conversations closed since then that were read or will never be, by row.
    FactsPage page(const FactsQuery &asked);
    /// When the customer was back about the same.
    std::optional<Instant> cameBack(const ConversationId &conversation);

private:
    Connection &m_connection;
};

} // namespace baton::store
