#pragma once

#include "core/base/Clock.h"
#include "core/desk/DeskTypes.h"
#include "core/store/StoreTypes.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace baton::store {
class Store;
}

namespace baton {

/// Publishes the list on the left: a view in its order, or the matches of a search. The first page
/// comes at once, then every row number. Changes in the store are gathered for a moment and become
/// one snapshot. GUI thread.
class QueueFeed : public QObject
{
    Q_OBJECT

public:
    QueueFeed(store::Store &store, const Clock &clock, AgentId agent);

    void showView(QueueView view);
    void search(const QString &text);
    /// Holds for every view and, but for the sort, for searches, until it is changed.
    void arrange(const QueueFilter &filter, QueueSort sort);
    void showIncident(qint64 incident);
    void foldIncident(qint64 incident, bool folded);
    /// Of those that were read last; null where it is over.
    const Incident *incident(qint64 id) const;
    void needRows(quint64 generation, int first, int last);
    void refresh(); ///< the store changed
    const QueueSnapshot &snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void queueChanged(const baton::QueueSnapshot &snapshot);
    void rowsReady(quint64 generation, const QList<baton::QueueRow> &rows);
    void countsChanged(const QList<baton::ViewCount> &counts);
    void heldByBotChanged(int count);
    void matchesCounted(const QString &search, int count);
    void myCustomerAnswered(const baton::QueueRow &row);
    /// Of tier C, nobody's: what came since it was asked last, and all that wait now.
    void peopleNeeded(const QList<baton::QueueRow> &fresh,
                      const QSet<baton::ConversationId> &waiting);
    void failed(const baton::Error &error);

private:
    store::QueueQuery query() const;
    void load(bool subjectChanged);
    QFuture<Result<QList<QueueRow>>> firstPage() const;
    void loadFirst(const QFuture<Result<QList<QueueRow>>> &first);
    void loadAll();
    void readIncidents(std::function<void()> then);
    void readRows(std::shared_ptr<const std::vector<qint64>> rows);
    bool foldsIncidents() const;
    void listIncidents(const std::vector<qint64> &rows);
    /// Without what the incidents' lines stand for.
    std::shared_ptr<const std::vector<qint64>> folded(
        std::shared_ptr<const std::vector<qint64>> rows) const;
    void publish(std::shared_ptr<const std::vector<qint64>> rows, QList<QueueRow> ready,
                 bool complete);
    void count();
    struct Watched
    {
        QSet<ConversationId> ids;  ///< those that count
        QSet<ConversationId> rows; ///< all that were read
        bool isAll = true;         ///< else more wait behind those that are watched
    };
    using Seen = std::optional<Watched>; ///< absent until they were read
    /// tell: of those of a view that count, what came since it was asked last, once they differ.
    void watch(QueueView view, Seen &seen, bool (*counts)(const QueueRow &),
               const std::function<void(const QList<QueueRow> &fresh)> &tell);
    void watchMine();
    void watchTierC();

    store::Store &m_store;
    const Clock &m_clock;
    AgentId m_agent;
    QueueSnapshot m_snapshot;
    QTimer m_gather;
    QTimer m_minute;
    quint64 m_subject = 0; ///< grows with each view or search; answers to an older one are dropped
    bool m_loading = false;
    bool m_again = false;
    bool m_fresh = false; ///< nothing of this subject was published yet
    int m_neededFirst = 0;
    int m_neededLast = 0;
    QList<Incident> m_incidents;
    QSet<qint64> m_unfolded; ///< incidents
    Seen m_unread;           ///< of mine
    Seen m_tierC;            ///< that wait for somebody
};

} // namespace baton
