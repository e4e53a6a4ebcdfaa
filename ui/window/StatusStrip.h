#pragma once

#include "ui/window/StatusWords.h"

#include <QtWidgets/QWidget>

class QAbstractButton;

namespace baton::ui {

class ActionRegistry;
class StatusCell;
class Ticker;

/// 28 pixels at the foot of the window: upstream, last sync and outbox at the left; the log and the
/// key for keys at the right.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    StatusStrip(const Look &look, const ActionRegistry &actions, Ticker &ticker,
                QWidget *parent = nullptr);

    void setStatus(const StatusSnapshot &status);
    void setModel(const QString &address); ///< of the language model that drafts; empty: none
    void setNotes(int unread, int all);    ///< of reviewers, for the agent; none: no cell
    QWidget *notesAnchor() const;          ///< where they open
    QWidget *outboxAnchor() const;         ///< where the outbox opens
    QSize sizeHint() const override;

Q_SIGNALS:
    void outboxRequested();
    void rejectedRequested();
    void notesRequested();
    void keysRequested();
    void commandsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void restyle();
    void fitCells();

    const Look &m_look;
    Ticker &m_ticker;
    StatusSnapshot m_status;
    QString m_model;      ///< the host of the language model
    bool m_brief = false; ///< there is little room
    StatusCell *m_connection;
    StatusCell *m_synced;
    StatusCell *m_outbox;
    StatusCell *m_rejected;
    StatusCell *m_notes;
    StatusCell *m_drafts;
    StatusCell *m_audit;
    StatusCell *m_keys;
    StatusCell *m_commands;
};

} // namespace baton::ui
