#pragma once

#include "core/base/Async.h"
#include "core/domain/Approval.h"
#include "core/domain/Draft.h"
#include "core/domain/Passage.h"
#include "core/domain/Queue.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace baton::store {
class Store;
struct ConversationRecord;
} // namespace baton::store

namespace baton {

class ConversationJudge;
class ReplyDrafter;

/// A reply as a lead reads it before it is sent.
struct ApprovalSnapshot
{
    Approval approval;
    Conversation conversation;
    QString intentTitle;    ///< empty: none of these
    Draft checked;          ///< the reply's sentences and what they rest on; none while unknown
    QList<Message> since;   ///< public ones that came after it was written
    bool closed = false;    ///< meanwhile
    bool others = false;    ///< somebody else has the conversation now
    bool asks = false;      ///< approve() was asked for: it was not, because of these
    bool mayDecide = false; ///< a lead's work

    bool isMoved() const { return !since.isEmpty() || closed || others; }
};

/// Replies that a lead approves before they are sent: asking, taking back, approving, returning.
/// On disk first. Lives on the GUI thread and never waits; late answers are dropped.
class ApprovalBoard : public QObject
{
    Q_OBJECT

public:
    ApprovalBoard(store::Store &store, const Clock &clock, const Agent &agent);
    ~ApprovalBoard() override;

    void setJudge(std::shared_ptr<const ConversationJudge> judge);
    void setDrafter(std::shared_ptr<const ReplyDrafter> drafter);
    void start(); ///< reads what is open; answered by changed()
    void refreshRole();

    /// What waits, and what came back and was not read; the oldest first.
    const QList<Approval> &open() const { return m_open; }
    QList<Approval> waiting() const;
    /// Of a conversation: what waits, or what this agent has not read of what came back.
    std::optional<Approval> of(const ConversationId &id) const;

    void ask(const ApprovalRequest &request); ///< answered by asked(), changed()
    void takeBack(const ActKey &key);         ///< by its author, or a lead
    void markRead(const ActKey &key);         ///< by its author

    // A lead's work; failed(): Refused for anybody else.
    void show(const ActKey &key); ///< answered by shown()
    void leave();                 ///< nothing is shown any more
    /// Where the conversation moved since it was written, it is shown anew and asks: a second call
    /// approves it, to what was shown.
    void approve(const ActKey &key);
    void giveBack(const ActKey &key, const QString &note); ///< the note must not be empty
    const std::optional<ApprovalSnapshot> &shownNow() const { return m_shown; }

Q_SIGNALS:
    void changed(const QList<baton::Approval> &open);
    void shown(const baton::ApprovalSnapshot &snapshot);
    void asked(const baton::Approval &approval);
    void decided(const baton::Approval &approval); ///< approved or returned
    void enqueued();                               ///< something is in the outbox
    void failed(const baton::Error &error);

private:
    bool mayDecide(const ActKey &key);
    ApprovalSnapshot snapshotOf(const Approval &approval,
                                const store::ConversationRecord &record) const;
    void read(const Approval &approval, std::function<void(const ApprovalSnapshot &)> then);
    void check(quint64 showing);
    void judgeReply(const Signals &signs, const QList<Passage> &found, quint64 showing);
    void send(const ApprovalSnapshot &snapshot);
    void settle(const QFuture<Result<Approval>> &settling);

    store::Store &m_store;
    const Clock &m_clock;
    const Agent &m_agent;
    std::shared_ptr<const ConversationJudge> m_judge;
    std::shared_ptr<const ReplyDrafter> m_drafter;
    QList<Approval> m_open;
    std::optional<ApprovalSnapshot> m_shown;
    std::shared_ptr<const store::ConversationRecord> m_record; ///< of what is shown
    quint64 m_showing = 0;
    quint64 m_reading = 0;
    SerialExecutor m_work; ///< last: ends before the rest
};

} // namespace baton
