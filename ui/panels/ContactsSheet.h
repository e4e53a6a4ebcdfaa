#pragma once

#include "core/desk/ScorecardTypes.h"
#include "core/domain/Queue.h"
#include "ui/panels/Sheet.h"

class QListView;

namespace baton::ui {

class ContactRows;
class Segmented;

/// The conversations behind a number: those that make it, and those that do not.
class ContactsSheet : public Sheet
{
    Q_OBJECT

public:
    ContactsSheet(const Look &look, const ScoreDrill &drill, const QString &intentTitle,
                  const QString &period, QWidget *parent);

    void setContacts(const ScoreContacts &contacts);
    void setRows(quint64 generation, qsizetype first, const QList<QueueRow> &rows);
    const ScoreDrill &drill() const { return m_drill; }
    QListView &list() const { return *m_list; }

Q_SIGNALS:
    void drillRequested(const baton::ScoreDrill &drill);
    void rowsNeeded(quint64 generation, qsizetype first, qsizetype last);
    void conversationRequested(const baton::ConversationId &id);

private:
    ScoreDrill m_drill;
    Segmented *m_part;
    Label *m_count;
    QListView *m_list;
    ContactRows *m_rows;
};

} // namespace baton::ui
