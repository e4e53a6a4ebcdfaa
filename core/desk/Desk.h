#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/Settings.h"
#include "core/domain/Day.h"
#include "core/domain/Misspelling.h"
#include "core/domain/Passage.h"
#include "core/domain/Review.h"
#include "core/domain/Summary.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

namespace baton::store {
class Store;
struct ConversationRecord;
struct NewAct;
} // namespace baton::store
namespace baton::secrets {
class Secrets;
}
namespace baton::sync {
class SyncEngine;
}
namespace baton::policy {
struct Policy;
}

namespace baton {

class ConversationJudge;
class AttachmentBoard;
class AuditBoard;
class HandoverBoard;
class KnowledgeBoard;
class LabelBoard;
class LiveBoard;
class LoadBoard;
class ModelBoard;
class ApprovalBoard;
class CoachingBoard;
class CriteriaBoard;
class MonitorBoard;
class PlaybookBoard;
class PolicyBoard;
class ReplyDrafter;
namespace drafting {
class SnippetShelf;
}
class ReviewBoard;
class ScorecardBoard;
class StopBoard;
class TeachingBoard;

enum class AfterSend { Stay, Close };

/// The one door for ui. Lives on the GUI thread, never waits, and publishes immutable snapshots;
/// every snapshot may be dropped or shown late without harm. Calls that name no conversation act on
/// the open one.
class Desk : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::Store &store;
        sync::SyncEngine *engine = nullptr; ///< null: no upstream, an archive to read
        const policy::Policy &policy;
        const Clock &clock;
        QString settingsPath;
        qint64 undoMs = 8000;                ///< how long a reply can be called back (DESIGN §6)
        secrets::Secrets *secrets = nullptr; ///< outlives the desk; null: the environment alone
    };
    Desk(Parts parts, Settings settings);
    ~Desk() override; ///< what was typed is on disk when it returns

    /// Asks for the first page of the queue, which start() does where nobody did: so it is read
    /// while the window is made. It is told by signals once the event loop runs; only the first
    /// call does anything.
    void readFirstPage();
    void start(); ///< asks for the first snapshots
    /// Once it has been read or learnt, which takes seconds the first time: from then on
    /// conversations show why they are here.
    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    /// From then on an open conversation comes with a drafted reply, where a playbook fits.
    void setDrafter(std::shared_ptr<const ReplyDrafter> drafter);
    void setSnippets(std::shared_ptr<const drafting::SnippetShelf> snippets);

    const Clock &clock() const;
    const Agent &agent() const;
    const Settings &settings() const;
    void changeSettings(const Settings &settings);
    QList<QueueName> queues() const;
    QList<IntentName> intents() const; ///< of the catalogue, by title; empty until there is a judge

    KnowledgeBoard &knowledgeBoard() const;   ///< what a team knows; lives as long as the desk
    TeachingBoard &teachingBoard() const;     ///< how intents are learnt; likewise
    LabelBoard &labelBoard() const;           ///< whether they are read rightly; likewise
    ReviewBoard &reviewBoard() const;         ///< what was closed and is reviewed; likewise
    AttachmentBoard &attachmentBoard() const; ///< files of replies and messages; likewise
    AuditBoard &auditBoard() const;           ///< what was done, by whom; likewise
    MonitorBoard &monitorBoard() const;       ///< what picks it; likewise
    ApprovalBoard &approvalBoard() const;     ///< replies that wait for a lead; likewise
    CoachingBoard &coachingBoard() const;     ///< what reviewers wrote to the agent; likewise
    CriteriaBoard &criteriaBoard() const;     ///< what reviewers answer; likewise
    PolicyBoard &policyBoard() const;         ///< what the bot may do; likewise
    ScorecardBoard &scorecardBoard() const;   ///< what became of contacts; likewise
    LoadBoard &loadBoard() const;             ///< who has how much; likewise
    HandoverBoard &handoverBoard() const;     ///< what changed since one left; likewise
    StopBoard &stopBoard() const;             ///< what rolls automation back; likewise
    LiveBoard &liveBoard() const;             ///< what a team's own systems say and do; likewise
    ModelBoard &modelBoard() const;           ///< tries a language model; likewise
    PlaybookBoard &playbookBoard() const;     ///< what drafts are written from; likewise

    // The queue
    void showView(QueueView view);
    void search(const QString &text); ///< as typed; empty goes back to the view
    /// Narrows and sorts what is shown, until it is changed; searches are narrowed only.
    void arrange(const QueueFilter &filter, QueueSort sort);
    /// Shows an incident's conversations alone; 0: the whole list.
    void showIncident(qint64 incident);
    /// Whether the conversations that an incident's line stands for are shown below it too.
    void foldIncident(qint64 incident, bool folded);
    /// Who else could be answered with the same words, oldest first: nobody has it, and nothing is
    /// typed to it. Answered by incidentListed().
    void listIncident(qint64 incident);
    void openFirstOf(qint64 incident); ///< the oldest that nobody has; conversationChanged() tells
    void needRows(quint64 generation, int first,
                  int last); ///< positions that are about to be painted
    ConversationId openId() const;
    /// The newest few conversations that hold these words, wherever they are, and the passages that
    /// say most about them; answered by found() and passagesFound().
    void find(const QString &text);
    /// What stands there, as it was; answered by passageRead(), or not at all where it is gone.
    void readPassage(const PassagePlace &place);

    // The open conversation
    void open(const ConversationId &id);
    void openNext();          ///< the row below the open one in the shown list
    void closeConversation(); ///< nothing is open
    void typed(DraftKind kind, const QString &text); ///< every change; saved within 500 ms
    void claim();
    void release();
    /// With what is attached. Where it needs a lead, it waits for one instead; sent() tells either
    /// way.
    void sendReply(const QString &text, AfterSend after);
    void addNote(const QString &text);
    void snooze(Instant until);
    void transferTo(const QueueId &queue);
    void transferTo(const Person &colleague);
    void close(OutcomeKind outcome);
    /// The customer's older conversation goes on: this one is closed without an outcome, and the
    /// note says where.
    void closeAsDuplicate(const QString &note);
    /// Each to its conversation, with a key of its own; called back together. Those that somebody
    /// has meanwhile are left out.
    void sendToEach(const QList<AddressedReply> &replies);
    /// Adds and removes tags, of each that this changes; called back together.
    void tag(const QList<ConversationId> &conversations, const QStringList &added,
             const QStringList &removed);
    /// Each as a single one is assigned; called back together. What is closed, or belongs to a
    /// colleague where no lead asks, is left out and counted in the offer to undo.
    void assign(const QList<ConversationId> &conversations, const Assignee &to);
    void assignAllOf(const Person &person, const Assignee &to); ///< what they have open
    void listTags();                                            ///< answered by tagsListed
    void undo(); ///< the newest reply, while it can still be called back

    /// Checks what is typed without waiting for a pause; replyChecked answers, where replies are
    /// checked at all.
    void checkReply(const QString &text);

    // A language model; one text at a time, the newest wish wins. modelTextChanged answers.
    void draftWithModel();                             ///< a reply to the open conversation
    void rewrite(const QString &text, ModelTask task); ///< the agent's own words
    void stopModel();                                  ///< what came stays
    void summariseWithModel(); ///< the open conversation; summaryMade answers too
    /// The same without a model, from the card and the messages; answered by summaryMade.
    void summarise();
    /// Exactly what left this computer for a model since Baton was started, the newest last.
    const QList<SentToModel> &sentToModel() const;

    // What the agent makes of what the machine made; recorded for good.
    void usedDraft(const QString &suggested); ///< the reply began with it
    void discardDraft(const QString &suggested, const QString &why);
    void keepSentence(const QString &sentence, const QString &why);
    /// Says that a passage is wrong; it is not learnt from for this conversation.
    void disputePassage(const PassagePlace &place, const QString &why);
    void judgeCard(bool complete, const QString &missing);
    void correctIntent(const QString &became); ///< a name of the catalogue; empty: none of these
    void correctTier(Route became);

    // A held reply
    void sendWhatIsNew(const ActKey &key, const QString &text);
    void sendUnchanged(const ActKey &key, const QString &reason);
    void keepAsNote(const ActKey &key);
    void discardHeld(const ActKey &key);

    /// A refused act is given up; what was written in it comes back as a draft.
    void dismissRefused(const ActKey &key);

    void tryNow();        ///< forget the back-off
    void requestOutbox(); ///< answered by outboxChanged
    void requestDay();    ///< what I did today; answered by dayCounted

Q_SIGNALS:
    void queueChanged(const baton::QueueSnapshot &snapshot);
    void rowsReady(quint64 generation, const QList<baton::QueueRow> &rows);
    void countsChanged(const QList<baton::ViewCount> &counts);
    void found(const QString &text, const QList<baton::QueueRow> &rows);
    void passagesFound(const QString &text, const QList<baton::FoundPassage> &passages);
    void passageRead(const baton::PassagePlace &place, const QString &text);
    void matchesCounted(const QString &search, int count);
    void tagsListed(const QStringList &tags); ///< those that are used most, first
    void incidentListed(qint64 incident, const QList<baton::QueueRow> &rows);
    void conversationChanged(const baton::ConversationSnapshot &snapshot);
    void conversationClosed();
    void statusChanged(const baton::StatusSnapshot &status);
    void undoChanged(const std::optional<baton::UndoOffer> &offer);
    /// names: of the customers, by conversation
    void outboxChanged(const QList<baton::OutboxEntry> &entries,
                       const QHash<baton::ConversationId, QString> &names);
    void dayCounted(const baton::DayFigures &figures);
    void settingsChanged(const baton::Settings &settings);
    void myCustomerAnswered(const baton::QueueRow &row);
    /// Of tier C, nobody's: what came in the meantime, and all that wait now.
    void peopleNeeded(const QList<baton::QueueRow> &fresh,
                      const QSet<baton::ConversationId> &waiting);
    void draftSaved(const baton::ConversationId &id, baton::Instant at);
    /// What the reply that is typed rests on; text says for which words.
    void replyChecked(const baton::Draft &checked);
    /// Of what was typed last in the open conversation; offsets are of that text.
    void spellingChecked(const QString &text, const QList<baton::Misspelling> &wrong);
    /// What a model writes for the open conversation, as it comes; see ModelText.
    void modelTextChanged(const baton::ModelText &text);
    void summaryMade(const baton::Summary &summary);
    void sent(const baton::ConversationId &id); ///< the act is on disk; the list may move on
    void failed(const baton::Error &error); ///< a local action did not work; nothing typed was lost

private:
    struct Private;
    void saveSettingsNow();
    bool ready();      ///< something is open; says so where not
    bool readyAlone(); ///< and it is nobody's or mine
    void record(QList<store::NewAct> acts, std::function<void(const QList<OutboxEntry> &)> then);
    void recordOne(const Act &act);
    void recordEach(QList<store::NewAct> acts, const QString &firstName);
    using MakeActs = std::function<std::optional<Act>(const store::ConversationRecord &)>;
    void actOnEach(const QList<ConversationId> &conversations, Undoable what, MakeActs make);
    void addFeedback(FeedbackKind kind, const QString &was, const QString &became,
                     const QString &why);
    void recordUse(const QString &sent);
    void addDraftUse(DraftUse use);
    void cite(const QString &sent);
    void addCitations(QList<Citation> citations);
    void learnKnowledge();
    void learnCitations();
    void useEmbeddings();
    void tellModelText(const ModelText &text);
    void letGo(const ActKey &key, const QString &text, const Base &seen); ///< a held reply
    void giveUp(const ActKey &key, const ConversationId &id, const QList<Attachment> &files);
    void connectApprovals();
    void sendForApproval(const QString &text, AfterSend after);
    void askAgain(const ActKey &held, const QString &text, const Base &seen);
    /// Whether it is asked for here; else the reply may go.
    bool askForEach(const store::ConversationRecord &record, const QString &text);

    std::unique_ptr<Private> d;
};

} // namespace baton
