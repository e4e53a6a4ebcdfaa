#pragma once

#include "core/domain/Act.h"
#include "ui/panels/Popover.h"

#include <QtCore/QHash>

class QAbstractButton;
class QVBoxLayout;

namespace baton::ui {

/// What this desk has decided and upstream has not confirmed, oldest first.
class OutboxPopover : public Popover
{
    Q_OBJECT

public:
    OutboxPopover(const Look &look, QWidget *parent);
    /// names: the customers as shown; a conversation without one is named by its number.
    void setEntries(const QList<OutboxEntry> &entries, const QHash<ConversationId, QString> &names);

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);
    void dismissRequested(const baton::ActKey &key); ///< of a refused one

private:
    void addDismiss(QAbstractButton &row, const ActKey &key);

    const Look &m_look;
    QWidget *m_rows;
    QVBoxLayout *m_column;
};

} // namespace baton::ui
