#pragma once

#include "core/desk/DeskTypes.h"
#include "core/sync/SyncStatus.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace baton::store {
class Store;
}

namespace baton {

/// Gathers what the status bar says from the sync engine, the outbox and the store's opening. GUI
/// thread.
class StatusBoard : public QObject
{
    Q_OBJECT

public:
    StatusBoard(store::Store &store, bool hasUpstream);

    void start();
    void setSync(const sync::SyncStatus &status);
    void setHeldByBot(int count);
    void setActions(int waiting, int failed); ///< of live systems; they count as replies do
    void refreshOutbox();
    void verifyAudit();
    const StatusSnapshot &snapshot() const { return m_status; }

Q_SIGNALS:
    void changed(const baton::StatusSnapshot &status);
    void outboxChanged(const QList<baton::OutboxEntry> &entries,
                       const QHash<baton::ConversationId, QString> &names);
    void offersChanged(const baton::Offers &offers);

private:
    void nameOutbox(const QList<OutboxEntry> &entries);
    void publish(StatusSnapshot next);
    void countOutbox(StatusSnapshot &into) const;

    store::Store &m_store;
    int m_actsWaiting = 0;
    int m_actsRefused = 0;
    int m_actionsWaiting = 0;
    int m_actionsFailed = 0;
    StatusSnapshot m_status;
};

} // namespace baton
