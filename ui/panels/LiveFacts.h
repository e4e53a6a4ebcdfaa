#pragma once

#include "core/desk/LiveBoard.h"
#include "ui/panels/CustomerParts.h"

namespace baton::ui {

/// What live systems say about the open conversation, what they can be told to do, and how that
/// stands.
class LiveFacts : public FactList
{
    Q_OBJECT

public:
    LiveFacts(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const LiveSnapshot &snapshot, baton::Role role);
    void setKeys(const QString &again, const QString &act); ///< as people read them
    void refreshTimes();
    bool hasContent() const;

Q_SIGNALS:
    void againRequested();
    void actionRequested(const QString &name);
    void approvalRequested(const baton::ActKey &key); ///< to be shown first
    void withdrawn(const baton::ActKey &key);

private:
    void fill();
    void addLookUp(const LiveLookUp &lookUp);
    void addEntry(const ActionEntry &entry);
    void addDecision(const ActKey &key);
    void addButtons();
    void addNote(const QString &words, QColor Theme::*ink);
    QList<bool> staleNow() const;

    const Clock &m_clock;
    LiveSnapshot m_snapshot;
    baton::Role m_role = baton::Role::Agent;
    QList<bool> m_stale;
    QString m_againKey;
    QString m_actKey;
};

} // namespace baton::ui
