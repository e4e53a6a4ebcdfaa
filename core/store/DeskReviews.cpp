#include "core/store/DeskWriter.h"
#include "core/store/EnumNames.h"

using namespace Qt::StringLiterals;

namespace baton::store {

Result<QList<ConversationId>> DeskWriter::addDraftUses(const QList<DraftUse> &uses)
{
    return m_audit.transact(u"draft use"_s, [&]() -> Result<QList<ConversationId>> {
        QList<ConversationId> added;
        for (const DraftUse &use : uses) {
            if (m_reviews.add(use))
                added.append(use.conversation);
        }
        if (added.size() == 1)
            audit(u"feedback-draft"_s, added.first().text());
        else if (!added.isEmpty())
            audit(u"feedback-draft"_s, QString(), u"%1 told by upstream"_s.arg(added.size()));
        return added;
    });
}

Result<int> DeskWriter::addReviewItems(const QList<PickedReview> &picked)
{
    return m_audit.transact(u"review item"_s, [&]() -> Result<int> {
        int added = 0;
        for (const PickedReview &one : picked)
            added += m_reviews.add(one, m_rules.agent.id) ? 1 : 0;
        return added;
    });
}

Result<int> DeskWriter::addReviews(const QList<Review> &reviews)
{
    return m_audit.transact(u"review"_s, [&]() -> Result<int> {
        int added = 0;
        for (const Review &review : reviews) {
            if (!m_reviews.add(review, m_rules.agent.id))
                continue;
            ++added;
            if (review.reviewer.id == m_rules.agent.id.text())
                audit(u"review-"_s + nameOf(verdictNames, review.verdict),
                      review.conversation.text());
        }
        return added;
    });
}

Result<void> DeskWriter::markCoachingRead(const QList<qint64> &reviews)
{
    return m_audit.transact(u"review"_s, [&]() -> Result<void> {
        int read = 0;
        for (const qint64 review : reviews)
            read += m_reviews.markRead(review, m_clock.now()) ? 1 : 0;
        if (read > 0)
            audit(u"coaching-read"_s, QString(), u"%1 notes"_s.arg(read));
        return {};
    });
}

Result<void> DeskWriter::addScorecard(const ScorecardVersion &version)
{
    return m_audit.transact(u"scorecard"_s, [&]() -> Result<void> {
        const QList<ScorecardVersion> before = m_reviews.scorecards();
        if (!before.isEmpty() && version.version <= before.first().version)
            return Error{ErrorCode::Conflict, u"scorecard"_s,
                         u"version %1 does not follow %2"_s.arg(version.version)
                             .arg(before.first().version)};
        m_reviews.add(version);
        audit(u"scorecard-saved"_s, u"v%1"_s.arg(version.version));
        return {};
    });
}

} // namespace baton::store
