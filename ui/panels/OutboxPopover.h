#pragma once

#include "core/domain/Act.h"
#include "core/domain/Live.h"
#include "ui/panels/Popover.h"

#include <QtCore/QHash>

class QAbstractButton;
class QVBoxLayout;

namespace baton::ui {

class Label;

/// What this desk has decided and upstream has not confirmed, oldest first.
class OutboxPopover : public Popover
{
    Q_OBJECT

public:
    OutboxPopover(const Look &look, QWidget *parent);
    /// names: the customers as shown; a conversation without one is named by its number.
    void setEntries(const QList<OutboxEntry> &entries, const QHash<ConversationId, QString> &names);
    /// What live systems are to do, above the rest.
    void setActions(const QList<ActionEntry> &actions, Instant now);

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);
    void dismissRequested(const baton::ActKey &key); ///< of a refused one
    void actionDismissed(const baton::ActKey &key);  ///< likewise, of a live system's

private:
    void fitRows();
    QAbstractButton *addDismiss(QAbstractButton &row);

    const Look &m_look;
    QWidget *m_rows;
    QVBoxLayout *m_column;
    QVBoxLayout *m_actionRows;
    qsizetype m_count = 0;
    qsizetype m_actionCount = 0;
    Label *m_none;
};

} // namespace baton::ui
