#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Sheet.h"

class QLineEdit;

namespace baton::ui {

class ChoiceList;

/// Asks who is to have something: one of those offered, or a colleague who is named.
class AssigneeSheet : public Sheet
{
    Q_OBJECT

Q_SIGNALS:
    void decided(const baton::Assignee &to);

protected:
    /// question: the name of the list.
    AssigneeSheet(const Look &look, const QString &title, const QString &question, QWidget *parent);

    void offer(const Assignee &to, const QString &name, const QString &about);
    void offerQueue(const QueueName &queue);
    void offerPerson(const Person &person, const QString &about);
    void offerAnybody(); ///< the last: a colleague by name

private:
    void decide();
    void check();
    Person named() const;

    QList<Assignee> m_offered;
    ChoiceList *m_list;
    QLineEdit *m_name;
};

} // namespace baton::ui
