#pragma once

#include "core/base/Result.h"
#include "core/domain/Coaching.h"
#include "core/domain/Queue.h"

#include <QtCore/QObject>

namespace baton::store {
class Store;
}

namespace baton {

/// What reviewers wrote to this desk's agent, read and unread. Lives on the GUI thread and never
/// waits.
class CoachingBoard : public QObject
{
    Q_OBJECT

public:
    explicit CoachingBoard(store::Store &store);

    void refresh(); ///< answered by changed(), where anything did
    void markRead(const QList<qint64> &reviews);
    const QList<CoachingNote> &notes() const { return m_notes; } ///< the newest first
    int unread() const;

Q_SIGNALS:
    void changed(const QList<baton::CoachingNote> &notes);
    void failed(const baton::Error &error);

private:
    store::Store &m_store;
    QList<CoachingNote> m_notes;
    quint64 m_asked = 0;
};

} // namespace baton
