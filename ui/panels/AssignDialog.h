#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Sheet.h"

class QLineEdit;

namespace baton::ui {

class ChoiceList;

/// Who is to have several conversations: the queue again, another queue, or a person.
class AssignDialog : public Sheet
{
    Q_OBJECT

public:
    /// of: whose they are, where they are one person's; count 0: not known.
    AssignDialog(const Look &look, const QList<QueueName> &queues, const QList<PersonDuty> &people,
                 int count, const Person &of, QWidget *parent);

Q_SIGNALS:
    void decided(const baton::Assignee &to);

private:
    void decide();
    void check();
    Person named() const;

    QList<QueueName> m_queues;
    QList<PersonDuty> m_people;
    ChoiceList *m_list;
    QLineEdit *m_name;
};

} // namespace baton::ui
