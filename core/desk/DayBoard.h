#pragma once

#include "core/domain/Day.h"
#include "core/domain/Queue.h"
#include "core/store/StoreTypes.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

namespace baton::store {
class Store;
}

namespace baton {

/// Counts what the agent did since midnight, when asked. Each conversation is read again only once
/// there are more replies in it. GUI thread.
class DayBoard : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::Store &store;
        const Clock &clock;
        std::function<QList<ReplyTime>(Instant since, const store::ConversationRecord &)> replies;
    };
    explicit DayBoard(Parts parts);

    void ask(); ///< answered by counted(); asking again meanwhile asks once more

Q_SIGNALS:
    void counted(const baton::DayFigures &figures);
    void failed(const baton::Error &error);

private:
    struct Read
    {
        int replies = 0;
        QList<ReplyTime> times;
    };
    void readNext();
    void finish();

    Parts m_parts;
    Instant m_midnight;
    QList<RepliedTo> m_replied;
    QHash<ConversationId, Read> m_read;
    qsizetype m_next = 0;
    bool m_counting = false;
    bool m_again = false;
};

} // namespace baton
