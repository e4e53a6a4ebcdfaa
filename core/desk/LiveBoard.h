#pragma once

#include "core/base/Async.h"
#include "core/domain/Live.h"
#include "core/domain/LookUp.h"
#include "core/domain/Queue.h"

#include <QtCore/QObject>

#include <chrono>
#include <memory>

namespace baton::store {
class Store;
}
namespace baton::policy {
struct Policy;
}
namespace baton::live {
struct Declarations;
class LiveSystem;
} // namespace baton::live

namespace baton {

/// What live systems say about the open conversation, and what they were told to do for it.
struct LiveSnapshot
{
    ConversationId conversation;
    QList<LiveLookUp> lookUps;
    QList<ActionOffer> offers;
    QList<ActionEntry> actions; ///< the oldest first
    bool operator==(const LiveSnapshot &) const = default;
};

/// An action that can be decided on: exactly what will be sent, and who may say yes.
struct ActionPlan
{
    ActionRequest request;
    bool needsLead = false;
    bool mayApprove = false;    ///< whoever sits here
    std::optional<Money> limit; ///< of an agent, where the policy names one in that currency
    bool operator==(const ActionPlan &) const = default;
};

/// The desk's live systems (DESIGN §1). Look-ups are made by themselves and change nothing; an
/// action goes out only by take() or approve(), which only a person's hand calls: nothing that a
/// model, a document or a customer says leads there. GUI thread; never waits.
class LiveBoard : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::Store &store;
        const Clock &clock;
        const policy::Policy &policy;
        const Agent &agent;
        std::chrono::milliseconds firstPause{2000}; ///< before an action is tried again; doubles
    };
    explicit LiveBoard(Parts parts);
    ~LiveBoard() override;

    /// Once, at start: until then nothing is asked and nothing offered. What was approved before
    /// and has not ended is sent on.
    void setLive(live::Declarations declarations, std::unique_ptr<live::LiveSystem> system);

    void start(); ///< tells what was approved before and has not ended
    /// What is open, whenever it changes. Nothing is asked of one that is closed, and nothing
    /// offered where a colleague has it.
    void follow(const Conversation &conversation);
    void leave(); ///< nothing is
    void lookUpAgain();
    /// What drafts and replies about a conversation may rest on: good answers, and what was done.
    /// Nothing of one that is not followed (yet).
    QList<LookUp> evidence(const ConversationId &of) const;
    bool isAsking() const;
    const LiveSnapshot &snapshot() const { return m_snapshot; }

    /// Errors: NotFound: no such action, or something is not known that it needs;
    /// InvalidArgument: the amount.
    Result<ActionPlan> plan(const QString &action, const std::optional<Money> &amount) const;
    /// Approved where whoever sits here may, else asked of a lead. Twice is once.
    void take(const ActionPlan &plan);
    void approve(const ActKey &key); ///< what was asked; errors: Refused: not by an agent
    void withdraw(const ActKey &key);
    void dismiss(const ActKey &key); ///< one that failed was seen

Q_SIGNALS:
    void changed(const baton::LiveSnapshot &snapshot);
    void evidenceChanged(); ///< and nothing is being asked any more
    /// Of all conversations: what waits, and what failed and was not dismissed.
    void openActionsChanged(const QList<baton::ActionEntry> &entries);
    void failed(const baton::Error &error);

private:
    void publish();
    void readActions(); ///< those that are open, and the conversation's
    void readOwn();     ///< the conversation's
    bool mayApprove(bool needsLead) const;
    bool mayAct() const;
    bool mayChange(const ActKey &key); ///< or failed()
    void readAfter(const QFuture<Result<void>> &change);
    void record(const QFuture<Result<ActionEntry>> &recording);

    struct Live;
    Parts m_parts;
    std::unique_ptr<Live> m_live; ///< null until setLive()
    Conversation m_conversation;
    LiveSnapshot m_snapshot;
    QList<ActionEntry> m_actions; ///< of the open conversation
    QList<LookUp> m_told;         ///< the evidence, when evidenceChanged() was last said
};

} // namespace baton
