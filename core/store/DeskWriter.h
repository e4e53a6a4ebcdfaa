#pragma once

#include "core/store/ApprovalTable.h"
#include "core/store/AuditLog.h"
#include "core/store/CitationTable.h"
#include "core/store/CorrectionTable.h"
#include "core/store/DraftTable.h"
#include "core/store/FeedbackTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/PolicyTable.h"
#include "core/store/ReviewTable.h"
#include "core/store/StopTable.h"

#include <functional>

namespace baton::store {

/// Everything that is written to desk.sqlite; on the writer thread. Each call is one durable
/// transaction, rows and audit together. Nothing here touches the cache: CacheWriter::catchUp()
/// follows.
class DeskWriter
{
public:
    DeskWriter(Connection &connection, const Paths &paths, const Rules &rules, const Clock &clock);

    /// At open: puts on record what the head file knows and the log has not.
    Result<void> checkAudit();

    Result<QList<OutboxEntry>> record(QList<NewAct> acts);
    Result<OutboxEntry> undo(const ActKey &key);
    Result<void> discard(const ActKey &key);
    Result<bool> beginPush(const ActKey &key);
    Result<void> settle(const Settlement &settlement);
    Result<OutboxEntry> release(const ActKey &key, const QString &text, const Base &base);
    Result<QList<OutboxEntry>> outbox();
    Result<void> postponeWaiting(Instant notBefore);

    /// See Store.
    Result<Approval> askApproval(ApprovalRequest request);
    Result<QList<OutboxEntry>> approveReply(const ActKey &key, const Person &by,
                                            const std::optional<Base> &seen, Instant notBefore);
    Result<Approval> returnReply(const ActKey &key, const Person &by, const QString &note);
    Result<Approval> withdrawReply(const ActKey &key);
    Result<void> markReturnRead(const ActKey &key);

    /// Whether the conversation has a draft now that it had not before, or the reverse.
    Result<bool> saveDraft(const TypedDraft &draft);
    Result<QList<TypedDraft>> drafts(const ConversationId &conversation);
    Result<void> attach(const ConversationId &conversation, const QList<Attachment> &files);
    Result<void> detach(const ConversationId &conversation, const QString &sha256);
    /// False when nothing changed.
    Result<bool> markSeen(const ConversationId &conversation, const MessageId &message);
    /// Insert-only; the log says that there was some, not what.
    Result<void> addFeedback(const Feedback &feedback);
    /// The feedback, and the text to learn from where there is any.
    Result<void> correctIntent(const IntentCorrection &correction);
    Result<void> keepCorrection(const IntentCorrection &correction);
    Result<void> removeCorrection(const ConversationId &conversation);
    Result<void> recordFileChange(const FileChange &change);
    Result<void> addCitations(const QList<Citation> &citations);
    /// The conversations of those that are new.
    Result<QList<ConversationId>> addDraftUses(const QList<DraftUse> &uses);
    Result<int> addReviewItems(const QList<PickedReview> &picked);
    Result<int> addReviews(const QList<Review> &reviews);
    Result<void> markCoachingRead(const QList<qint64> &reviews);
    /// Conflict where its number is not above the newest.
    Result<void> addScorecard(const ScorecardVersion &version);
    /// Conflict where its number is not the one after the newest.
    Result<void> addPolicy(const PolicyVersion &version);
    /// And says that it follows from that event of the stop-loss; Conflict where another does.
    Result<void> addPolicyFor(const PolicyVersion &version, qint64 event);
    /// Their numbers, version and moments are given here. Conflict where `after` is not the newest
    /// event, or a week was looked at before. What is kept now.
    Result<StopRecord> addStopEvents(const QList<StopEvent> &events, const QList<int> &looked,
                                     qint64 after);
    Result<void> addStopStep(const StopStepDone &step); ///< again: nothing
    Result<void> recordImport(const ApplyReport &report);

private:
    void audit(const QString &kind, const QString &subject, const QString &detail = {});
    void auditAct(const QString &kind, const Act &act);
    void giveTextBack(const Act &act);
    void giveTextBack(const TypedDraft &draft);
    /// They are part of an act now, or again of what is written; without a limit: nothing is lost.
    void takeFiles(const ConversationId &conversation, const QList<Attachment> &files);
    void giveFilesBack(const ConversationId &conversation, const QList<Attachment> &files);
    template <class T, class Fn>
    Result<T> changeApproval(const ActKey &key, Fn fn);
    void giveReplyBack(Approval &approval, ApprovalStatus status, const Person &by,
                       const QString &kind); ///< and its text
    QString approvalDetail(const Approval &approval);
    Result<OutboxEntry> recordOne(NewAct act);
    Result<void> putPolicy(const PolicyVersion &version);

    const Rules &m_rules;
    const Clock &m_clock;
    OutboxTable m_outbox;
    ApprovalTable m_approvals;
    DraftTable m_drafts;
    SeenTable m_seen;
    FeedbackTable m_feedback;
    CitationTable m_citations;
    CorrectionTable m_corrections;
    ReviewTable m_reviews;
    PolicyTable m_policies;
    StopTable m_stops;
    AuditLog m_audit;
};

} // namespace baton::store
