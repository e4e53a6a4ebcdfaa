#pragma once

#include "core/base/Async.h"
#include "core/desk/Autosave.h"
#include "core/desk/DeskTypes.h"
#include "core/desk/ModelWriter.h"
#include "core/domain/LookUp.h"
#include "core/domain/PassageQuery.h"
#include "core/domain/Summary.h"
#include "core/store/StoreTypes.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace baton {

class ConversationJudge;
class KnowledgeSearch;
class ReplyDrafter;
namespace drafting {
class SnippetShelf;
}

/// The conversation in the middle: reads it, follows its changes, remembers what was seen when it
/// was opened, and holds the base of what is being typed. GUI thread; late answers for an
/// earlier opening are dropped.
class OpenConversation : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::Store &store;
        KnowledgeSearch &knowledge;
        Autosave &autosave;
        const Clock &clock;
        const Agent &agent;
        std::function<Placement(const Conversation &, const std::optional<JudgedLine> &)> place;
        /// Of live systems, about a conversation.
        std::function<QList<LookUp>(const ConversationId &)> lookUps;
        std::function<bool()> hasModel; ///< one is set up
        std::function<void(ConversationSnapshot &)> tellApproval;
    };
    explicit OpenConversation(Parts parts);

    const ConversationId &id() const { return m_id; }
    void open(const ConversationId &id);
    void close();
    void refresh();
    void retell(); ///< what depends on more than the conversation is another
    void setOffers(const Offers &offers);
    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    void setDrafter(std::shared_ptr<const ReplyDrafter> drafter); ///< used once there is a judge
    void setSnippets(std::shared_ptr<const drafting::SnippetShelf> snippets); ///< likewise

    void typed(DraftKind kind, const QString &text);
    /// What a reply written now is compared with: the conversation when its first key was typed.
    Base replyBase() const;
    const std::optional<ConversationSnapshot> &snapshot() const { return m_snapshot; }
    /// Checks a reply at once rather than 250 ms after the last key.
    void checkReply(const QString &text);
    /// What a language model is asked for a reply; nothing while replies are not checked.
    std::optional<ModelWriter::Job> replyJob();
    /// The same for the agent's own words, said in another way.
    std::optional<ModelWriter::Job> rewriteJob(const QString &text, ModelTask task) const;
    std::optional<ModelWriter::Job> summaryJob(); ///< likewise, for a summary
    /// Sums up what is there; answered by summaryMade().
    void summarise();
    void readSummary(const QString &answer); ///< as a model gave it; likewise
    /// A reply to what is there now is being written, by whomever: it is compared with that.
    void beginReply();
    void giveUpReply(); ///< nothing came of it, and nothing is typed
    /// The draft that the reply was begun with; empty again once a reply was recorded.
    void usedDraft(const QString &suggested) { m_used = suggested; }
    const QString &draftInUse() const { return m_used; }
    /// When the draft that is offered, or was last, came.
    const std::optional<Instant> &draftShownAt() const { return m_draftShownAt; }
    /// The passages that the claims of this reply rest on, as it was checked last; empty where it
    /// was altered since.
    QList<PassagePlace> citedIn(const QString &reply) const;
    void becameAct(DraftKind kind); ///< the typed text was recorded; the next key starts a new base

Q_SIGNALS:
    void changed(const baton::ConversationSnapshot &snapshot);
    void closed();
    /// What the sentences of a reply rest on; for the text that stands in it.
    void replyChecked(const baton::Draft &checked);
    void summaryMade(const baton::Summary &summary);
    void failed(const baton::Error &error);

private:
    void load();
    /// What is shown beside the record; made off the GUI thread.
    struct Reading
    {
        std::optional<Judged> judged;
        std::optional<HandoffCard> card;
        std::optional<Draft> suggestion;
        QString intentTitle;
        QString runnerUpTitle;
        QList<Evidence> decidedBy;
        QList<Snippet> snippets;
        PassageQuery query; ///< where passages are to be sought
    };
    static Reading readingOf(const ConversationJudge &judge, const Conversation &conversation);
    void read(store::ConversationRecord record);
    void readDeciders();
    void show(store::ConversationRecord record, Reading reading);
    void publish();
    void forgetReply();
    void loadEarlier(const CustomerId &customer);
    void loadDuplicate();
    void loadSimilar();
    void prepareChecks();
    void loadPassages(PassageQuery query);
    void find(PassageQuery query, std::function<bool(const Result<QList<FoundPassage>> &)> take);
    QList<Passage> found() const; ///< all that a reply may rest on beside the playbook's
    void seekFor(const Draft &checked);
    /// Reads the cases one by one until enough of them show a solution.
    void readSimilar(QList<SimilarCase> cases, QList<SimilarCase> solved);
    std::optional<Base> &typedBase(DraftKind kind)
    {
        return kind == DraftKind::Reply ? m_replyBase : m_noteBase;
    }

    Parts m_parts;
    ConversationId m_id;
    Conversation m_toldOf; ///< what a summary was asked of
    quint64 m_opening = 0; ///< grows with each opening and closing; late answers name theirs
    Offers m_offers;
    std::optional<ConversationSnapshot> m_snapshot;
    std::optional<Base> m_replyBase;
    std::optional<Base> m_noteBase;
    std::shared_ptr<const ConversationJudge> m_judge;
    std::shared_ptr<const ReplyDrafter> m_drafter;
    std::shared_ptr<const drafting::SnippetShelf> m_snippets;
    /// What was read of the packet last: most refreshes come of what this desk did.
    struct Kept
    {
        std::shared_ptr<const ConversationJudge> judge;
        Conversation conversation;
        Reading reading;           ///< without what depends on more than the packet
        bool decidersRead = false; ///< or being read
    };
    std::optional<Kept> m_kept;
    quint64 m_deciding = 0; ///< grows with each packet that is kept; late answers name theirs
    SerialExecutor m_compute;
    QTimer m_checkSoon;
    QString m_reply; ///< as typed last
    QString m_used;  ///< see usedDraft()
    std::optional<Instant> m_draftShownAt;
    Draft m_checked;                           ///< the last check that was told of
    QList<Passage> m_found;                    ///< of the knowledge, for what the customer needs
    QHash<QString, QList<Passage>> m_foundFor; ///< for sentences of the reply, by their text
    int m_finding = 0;                         ///< questions to the knowledge under way
    bool m_foundMore = false;                  ///< since the last check
    bool m_sought = false;  ///< whether passages were asked for since the opening
    quint64 m_checking = 0; ///< grows with each check; late answers name theirs
    QString m_similarTo;    ///< the intent that similar cases were looked for by
    MessageId m_marked;     ///< the newest message marked as seen
    bool m_loading = false;
    bool m_again = false;
};

} // namespace baton
