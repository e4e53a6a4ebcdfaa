#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/domain/Approval.h"
#include "core/domain/Day.h"
#include "core/domain/Live.h"
#include "core/domain/PassageQuery.h"
#include "core/domain/PolicyVersion.h"
#include "core/domain/Queue.h"
#include "core/domain/StopEvent.h"
#include "core/domain/Teaching.h"
#include "core/packet/Packet.h"
#include "core/store/AttachmentStore.h"
#include "core/store/ReviewTypes.h"
#include "core/store/StoreTypes.h"
#include "core/store/TallyTypes.h"

#include <QtCore/QObject>

namespace baton::store {

/// The desk's memory on disk: desk.sqlite holds what exists nowhere else, cache.sqlite what can be
/// pulled or imported again (DESIGN §8). Every call returns at once; work runs on the writer thread
/// or on one of two readers (pages; search), in the order given for each. Results arrive through
/// futures, which are ready when the transaction is durable (desk.sqlite) or committed
/// (cache.sqlite). Call from any thread.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens or creates the profile's files, migrates them, takes the lock (ReadWrite), sets a
    /// damaged cache aside, discards half-written imports, and folds acts the cache has missed.
    /// Blocking. Errors: Locked, NewerVersion (which file, which version), Corrupt (desk.sqlite
    /// only), Io.
    static Result<std::unique_ptr<Store>> open(const Paths &paths, Access access, Rules rules,
                                               const Clock &clock);
    ~Store() override; ///< waits for what was asked

    const OpenReport &openReport() const;
    const Paths &paths() const;

    // Conversations in. A packet that does not fit (version conflict) costs only itself. A long
    // list takes several transactions of at most 20 ms, between which drafts and acts get their
    // turn; apply, cursor and bulk calls keep their order among themselves.
    QFuture<Result<ApplyReport>> apply(QList<Incoming> packets, Origin origin);
    /// The upstream cursor; it lies in the cache, so that a rebuilt cache is pulled anew.
    QFuture<Result<void>> saveCursor(QByteArray cursor);
    QFuture<Result<QByteArray>> loadCursor();
    /// A bulk load commits every few thousand packets and once more at its end; into an empty cache
    /// it leaves the search index behind, which finishing (or the next open) fills. Only batonctl
    /// uses it.
    QFuture<Result<void>> beginBulk();
    QFuture<Result<void>> finishBulk();

    /// Conversations that come in are judged from now on, in the transaction that stores them; what
    /// the queue holds already and another judge (or none) has read is read anew, in slices. Counts
    /// how many. The archive keeps what was read when it stood in the queue; what came closed
    /// already is read once, after the queue.
    QFuture<Result<int>> setJudge(Judge judge);
    /// Another policy's: what comes in is counted by them at once, and all else anew where they
    /// count otherwise. Ready when that is done.
    QFuture<Result<void>> setMeasure(Kinship kinship, Measure measure);

    // What the agent does. record() writes outbox rows and audit in one durable transaction, drops
    // the typed draft that became the act, then folds the acts into the cache.
    QFuture<Result<QList<OutboxEntry>>> record(QList<NewAct> acts);
    /// Only while the entry is Waiting and no push was begun (else Conflict): marks it Undone and
    /// gives a reply's or note's text back as a draft, above what has been typed since.
    QFuture<Result<OutboxEntry>> undo(ActKey key);
    QFuture<Result<void>> discard(
        ActKey key); ///< a held or refused act is given up; its text becomes a draft again
    /// To be asked right before a push: true if the entry is Waiting still. From then on, durably,
    /// it counts as attempted and undo() refuses, until settle() says what became of it.
    QFuture<Result<bool>> beginPush(ActKey key);
    /// What became of a push; idempotent. attempted = false says that it never left, and takes
    /// beginPush() back.
    QFuture<Result<void>> settle(Settlement settlement);
    /// Held → Waiting, with the text and base that the agent has chosen now.
    QFuture<Result<OutboxEntry>> release(ActKey key, QString text, Base base);
    QFuture<Result<QList<OutboxEntry>>> outbox(); ///< not yet acknowledged, undone or discarded; by
                                                  ///< sequence
    /// After a crash: Waiting replies, and acts that wait behind one on its conversation, go no
    /// earlier.
    QFuture<Result<void>> postponeWaiting(Instant notBefore);

    // Replies that a lead approves. Each is one durable transaction, row and audit together, and
    // may be repeated.
    /// In the place of what was typed. Errors: Conflict: one of this conversation waits already.
    QFuture<Result<Approval>> askApproval(ApprovalRequest request);
    /// Asked → Approved, and into the outbox, as one: the reply under its key, and the close where
    /// it closes. seen: what the lead saw, in place of what the author did. Errors: Conflict: it
    /// was returned or withdrawn.
    QFuture<Result<QList<OutboxEntry>>> approveReply(ActKey key, Person by,
                                                     std::optional<Base> seen, Instant notBefore);
    /// Asked → Returned or Withdrawn; the text is a draft again, above what was typed since.
    QFuture<Result<Approval>> returnReply(ActKey key, Person by, QString note);
    QFuture<Result<Approval>> withdrawReply(ActKey key);
    QFuture<Result<void>> markReturnRead(ActKey key);
    QFuture<Result<QList<Approval>>> openApprovals(); ///< asked, and returned but not read; the
                                                      ///< oldest first

    // What live systems are to do. Each is one durable transaction, row and audit together, and may
    // be repeated.
    /// Waiting where somebody has approved it, else Asked. Errors: Conflict: another has its key.
    QFuture<Result<ActionEntry>> recordAction(ActionRequest request,
                                              std::optional<Person> approved);
    QFuture<Result<ActionEntry>> approveAction(ActKey key, Person by); ///< Asked → Waiting
    QFuture<Result<void>> withdrawAction(ActKey key);                  ///< Asked → Withdrawn
    QFuture<Result<void>> dismissAction(ActKey key); ///< of one that failed: it was seen
    /// To be asked right before it is sent: true if it is Waiting still. From then on it counts as
    /// begun, until settleAction() says what became of it.
    QFuture<Result<bool>> beginAction(ActKey key);
    QFuture<Result<ActionEntry>> settleAction(ActionSettlement settlement);
    /// Asked, Waiting, and what failed and was not dismissed; the oldest first.
    QFuture<Result<QList<ActionEntry>>> openActions();
    QFuture<Result<QList<ActionEntry>>> actionsOf(ConversationId id); ///< all; likewise

    QFuture<Result<void>> saveDraft(TypedDraft draft); ///< an empty text removes it
    QFuture<Result<QList<TypedDraft>>> drafts(ConversationId id);
    /// What is to go with the conversation's next reply, whether a text is there or not. A file
    /// that is there already stays as it is. Errors: InvalidArgument (subject: its name) where
    /// there were more than mostAttachments; then none is taken.
    QFuture<Result<void>> attach(ConversationId id, QList<Attachment> files);
    QFuture<Result<void>> detach(ConversationId id, QString sha256);
    AttachmentStore attachments() const; ///< the bytes of all of them
    QFuture<Result<void>> addFeedback(Feedback feedback);
    QFuture<Result<void>> recordFileChange(FileChange change); ///< in the audit log, no more
    /// Feedback of kind Intent, and its text as an example to learn from in place of an earlier one
    /// of the conversation; without a text only the feedback.
    QFuture<Result<void>> correctIntent(IntentCorrection correction);
    /// As it is now: used or not, or there again; never in place of a newer one.
    QFuture<Result<void>> keepCorrection(IntentCorrection correction);
    QFuture<Result<void>> removeCorrection(ConversationId id); ///< the feedback stays
    QFuture<Result<QList<IntentCorrection>>> corrections();    ///< the newest first
    QFuture<Result<std::vector<LookedLine>>> looked();         ///< those in the cache, by row
    QFuture<Result<void>> markSeen(ConversationId id, MessageId last);
    /// Brings conversations whose snooze has ended by the clock's now() back among those waiting;
    /// how many.
    QFuture<Result<int>> wakeSnoozed();

    // Pages reader. ids() and counts() take turns of a few milliseconds, with pages in between.
    /// The first limit rows of a view in its own order, for a first paint before ids() is there;
    /// query's filter and sort are ignored.
    QFuture<Result<QList<QueueRow>>> firstRows(QueueQuery query, int limit);
    QFuture<Result<QueueIds>> ids(
        const QueueQuery &query); ///< every row number of the view, in order
    QFuture<Result<QList<QueueRow>>> rows(
        QList<qint64> rows); ///< in the order asked; vanished ones left out
    QFuture<Result<QList<QueueRow>>> rows(QList<ConversationId> ids); ///< likewise, by id
    /// Of whole views: query's view, filter and sort are ignored.
    QFuture<Result<ViewCounts>> counts(QueueQuery query);
    QFuture<Result<ConversationRecord>> conversation(ConversationId id);
    QFuture<Result<QList<QueueRow>>> earlierContacts(CustomerId customer, ConversationId except,
                                                     int limit);

    /// What so many customers write that it has one cause; that with most in the queue first.
    QFuture<Result<QList<Incident>>> incidents();

    /// Conversations that this desk's agent replied in since a moment, by the newest few thousand
    /// acts, in the order of the first reply.
    QFuture<Result<QList<RepliedTo>>> repliedSince(Instant since);

    /// Closed conversations in which this intent was read, of other customers, newest first.
    QFuture<Result<QList<QueueRow>>> closedOfIntent(QString intent, CustomerId except, int limit);

    // Search reader. A newer search on the same channel interrupts the older one, which ends in
    // Cancelled.
    /// Newest first, one row a conversation.
    QFuture<Result<QList<QueueRow>>> searchRows(QString text, int limit, QueueFilter filter = {});
    /// All of them: the exact count.
    QFuture<Result<QueueIds>> searchIds(QString text, QueueFilter filter = {});
    QFuture<Result<QList<SearchHit>>> search(QString text,
                                             int limit); ///< newest first, with the words around

    // Knowledge. Documents are kept for good in desk.sqlite, each version as it came; the passages
    // of the current ones are in the cache, and made again where they are missing.
    /// A version that is known with another hash is refused (Conflict), and costs only itself; a
    /// lower one than the newest is kept as history. A document with version 0 has none of its own:
    /// it is unchanged where the newest version has its hash and is not retired, else it becomes
    /// the next version. What was added is found once this is ready. A long list takes several
    /// transactions, with other writes between.
    QFuture<Result<DocumentsReport>> addDocuments(QList<Document> documents);
    /// A few MiB at once at most: they are one transaction. What a hash is known to be stays.
    QFuture<Result<void>> saveDocumentSources(DocumentSources sources);
    /// What the document with that hash was read from; null where that is not known.
    QFuture<Result<QByteArray>> documentSource(QByteArray sha256);
    /// Takes a document out of the search until a higher version comes. Idempotent. Errors:
    /// NotFound.
    QFuture<Result<void>> retireDocument(DocumentId id);
    /// Where documents were last read from, by path.
    QFuture<Result<QList<KnowledgeFile>>> knowledgeFiles();
    /// Each in place of what was known of its path; a document comes from one path, the last. A
    /// file with no document is forgotten.
    QFuture<Result<void>> saveKnowledgeFiles(QList<KnowledgeFile> files);
    /// Which documents were last brought along with the program; null where none were.
    QFuture<Result<QByteArray>> knowledgeSeed();
    QFuture<Result<void>> saveKnowledgeSeed(QByteArray fingerprint);
    QFuture<Result<QList<KnownDocument>>> documents(); ///< the newest version of each, by id
    /// With the newest so many gaps.
    QFuture<Result<KnowledgeOverview>> knowledgeOverview(int gaps);
    /// A version with its passages, retired or not. Errors: NotFound.
    QFuture<Result<Document>> document(DocumentId id, int version);
    /// The newest version of each that is not retired, with its passages, by id.
    QFuture<Result<QList<Document>>> currentDocuments();
    /// The same, with where their passages lie.
    QFuture<Result<QList<IndexedDocument>>> indexedDocuments();
    /// What each text says about the current passages, in no order; a list a text. Words are asked
    /// for as by findPassages(). Nothing is read of the passages: fast.
    QFuture<Result<QList<QList<PassageScore>>>> scorePassages(QStringList texts, Searched searched);
    /// What this model made of texts before, where it has this dimension.
    QFuture<Result<TextVectors>> vectors(QString model, int dimension);
    /// A few hundred at once at most: they are one transaction.
    QFuture<Result<void>> saveVectors(QString model, int dimension, TextVectors vectors);
    /// Forgets these of the model's, and some of what others made; gives how many went, 0 once
    /// there is nothing left to forget.
    QFuture<Result<int>> forgetVectors(QString exceptModel, QList<QByteArray> texts);
    /// In the order asked; what is gone is left out. Scores are 0.
    QFuture<Result<QList<FoundPassage>>> passagesAt(QList<qint64> rows);
    /// What the newest so many closed conversations were about, each text once.
    QFuture<Result<QStringList>> closedNeeds(int limit);
    /// Durable once ready, all or none.
    QFuture<Result<void>> addCitations(QList<Citation> citations);
    QFuture<Result<QList<Citation>>> citations(int limit);                  ///< the newest first
    QFuture<Result<QList<Citation>>> citationsOf(DocumentId id, int limit); ///< likewise
    /// Best first: by the weighted sum of the parts' BM25 over current documents, in steps of
    /// 1e-6, then by document and place. Function words are left out where a part has others.
    QFuture<Result<QList<FoundPassage>>> findPassages(PassageQuery query);
    /// What stands under a heading of a version, as it was; several passages where it was long.
    /// Errors: NotFound.
    QFuture<Result<QList<Passage>>> passages(DocumentId id, int version, QString heading);

    // Reviews. All of it lies in desk.sqlite.
    /// What became of drafts, beside the feedback of kind Draft that each of them is. One that is
    /// there already (conversation, agent, moment) is left out. All or none.
    QFuture<Result<void>> addDraftUses(QList<DraftUse> uses);
    /// Those that were not picked before; how many.
    QFuture<Result<int>> addReviewItems(QList<PickedReview> picked);
    /// Insert-only, the first of a reviewer on a conversation stands; how many are new. All or
    /// none.
    QFuture<Result<int>> addReviews(QList<Review> reviews);
    /// What reviewers wrote to this desk's agent; the newest first.
    QFuture<Result<QList<CoachingNote>>> coachingNotes(int limit);
    QFuture<Result<void>> markCoachingRead(QList<qint64> reviews); ///< by their numbers
    QFuture<Result<void>> addScorecard(ScorecardVersion version);  ///< as the one that holds
    QFuture<Result<QList<ScorecardVersion>>> scorecards();         ///< the newest first
    /// Of conversations that were closed since then, in pages by row. ReviewFacts::ordinal is
    /// firstOf or 0.
    QFuture<Result<FactsPage>> reviewFacts(FactsQuery query);
    /// Those closed from then on; what was closed since is counted apart.
    QFuture<Result<ReviewIds>> reviewIds(Instant from, Instant since);
    QFuture<Result<QList<ReviewRow>>> reviewRows(
        QList<qint64> rows); ///< in the order asked; vanished ones left out
    QFuture<Result<ReviewRecord>> reviewRecord(ConversationId id);
    QFuture<Result<ReviewSums>> reviewSums(AgentId reviewer);

    // What policies are tried on, and the versions there are of ours.
    /// Of what began in [from, to), where it was read; a million take a second or two.
    QFuture<Result<SignalColumns>> signalColumns(Instant from, Instant to);
    /// Conversations that began then and were not read by that reader, by row, imported ones too.
    QFuture<Result<QList<UnreadSignals>>> unreadSignals(UnreadQuery query);
    /// A few hundred at once at most: they are one transaction.
    QFuture<Result<void>> saveSignals(QList<StoredSignals> signs, qint64 readBy);
    /// Durable once ready. Its number must be the one after the newest (Conflict); what is known of
    /// it is never altered.
    QFuture<Result<void>> addPolicy(PolicyVersion version);
    /// The version that follows from an event of the stop-loss; Conflict also where it has one.
    QFuture<Result<void>> addPolicyFor(PolicyVersion version, qint64 event);
    QFuture<Result<QList<PolicyVersion>>> policies(); ///< the newest first
    /// Those of a profile before it is opened, for who needs the policy to open it; none where
    /// there is no file yet, or an older one. Blocking.
    static Result<std::optional<PolicyVersion>> newestPolicy(const Paths &paths);

    // What became of contacts, where the rules count them.
    QFuture<Result<Tallies>> tallies(TallyQuery query);
    /// Histograms of contacts that ended within those days, both included.
    QFuture<Result<std::vector<SpreadLine>>> spreads(int from, int to);
    /// Row numbers of contacts that ended within those days, the newest end first.
    QFuture<Result<QueueIds>> contacts(int from, int to, Wanted wanted);
    /// Of those of them that ended with a person: how sure their intent was read.
    QFuture<Result<std::vector<ReadingLine>>> readings(int from, int to);

    // The team. On the search thread, from what is stored.
    /// Who has how much, and what waits in each queue; one pass over what is open.
    QFuture<Result<TeamLoad>> teamLoad(Instant now);
    /// Conversations of upstream in which something was written or done since then, and those whose
    /// deadline passed between then and now: the newest so many.
    QFuture<Result<ShiftRows>> shiftRows(Instant since, Instant now, int limit);
    /// Of all conversations, those that most have first.
    QFuture<Result<QStringList>> tagsInUse(int limit);
    /// The same with what is known of each.
    QFuture<Result<std::vector<ContactLine>>> contactLines(int from, int to, Wanted wanted);

    // The stop-loss: what it did, and what it looks at beside sums.
    QFuture<Result<StopRecord>> stopRecord();
    /// One durable transaction, with the audit. after: the newest event that the caller knows of.
    /// Errors: Conflict where there is a newer one, or a week was looked at before. What is kept
    /// then.
    QFuture<Result<StopRecord>> addStopEvents(QList<StopEvent> events, QList<int> looked,
                                              qint64 after);
    QFuture<Result<void>> addStopStep(StopStepDone step); ///< may be repeated
    /// Of days, both included; phrases: bits 1 << Phrase of which any makes a hard event.
    QFuture<Result<QList<KnowledgeChange>>> knowledgeChanges(Instant from, Instant to);
    QFuture<Result<StopFacts>> stopFacts(int from, int to, quint32 phrases);

    // For export and rebuild: lines as they came, by row, in pages.
    QFuture<Result<ExportPage>> exportLines(qint64 afterRow, int limit);
    QFuture<Result<AuditReport>> verifyAudit();
    /// Entries before that one (0: from the newest), at most limit.
    QFuture<Result<AuditPage>> auditPage(AuditFilter filter, qint64 before, int limit);
    QFuture<Result<AuditNames>> auditNames();
    QFuture<Result<Health>> health(); ///< quick_check of both files, sizes, versions, counts

Q_SIGNALS:
    /// After a commit to the cache. Emitted on the store's own thread.
    void changed(const baton::store::ChangeSet &changes);

protected:
    bool event(QEvent *event) override;

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace baton::store
