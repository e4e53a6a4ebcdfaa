#pragma once

#include "core/base/Async.h"
#include "core/domain/Live.h"
#include "core/domain/LookUp.h"
#include "core/live/LiveSystem.h"

#include <QtCore/QObject>

#include <deque>

namespace baton::live {

/// What live systems say about the conversation that is open: all that can be asked is asked at
/// once when it opens, and again where what is known of it changes. Answers that are still fresh
/// are kept for when it is opened again; old ones stay until the new one is there. Never waits;
/// lives on the thread that asks.
class LookUps : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    struct Parts
    {
        const Declarations &declarations;
        LiveSystem &system;
        const Clock &clock;
        SerialExecutor &compute; ///< where facts and answers are read
    };
    explicit LookUps(Parts parts);
    ~LookUps() override; ///< what is under way is given up

    void follow(const Conversation &conversation);
    void leave();
    void askAgain(); ///< whatever is not being asked now

    /// Those whose arguments are known, in declared order.
    QList<LiveLookUp> shown() const;
    const Known &known() const { return m_known; } ///< of the conversation that is followed
    QList<LookUp> evidence() const;                ///< of the last good answers

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        LiveLookUp shown;
        const Endpoint *endpoint = nullptr;
        Call call;
        Known known;      ///< what it was asked with
        QString evidence; ///< of the last good answer
        QFuture<Result<Reply>> asked;
        quint64 asking = 0; ///< the number of the newest asking
    };
    void take(const Known &known);
    Row rowFor(const LookUpSpec &spec, const Known &known, Call call);
    void ask(Row &row);
    void settle(quint64 asking, const Result<Answer> &answer);
    void giveUp();
    void keep();

    Parts m_parts;
    Conversation m_conversation;
    Known m_known;
    std::vector<Row> m_rows;
    struct Kept
    {
        ConversationId conversation;
        std::vector<Row> rows;
    };
    std::deque<Kept> m_kept; ///< the newest first
    quint64 m_following = 0; ///< grows with each conversation; late answers name theirs
    quint64 m_askings = 0;
};

} // namespace baton::live
