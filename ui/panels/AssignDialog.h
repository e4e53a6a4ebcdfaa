#pragma once

#include "ui/panels/AssigneeSheet.h"

namespace baton::ui {

/// Who is to have several conversations: the queue again, another queue, or a person.
class AssignDialog : public AssigneeSheet
{
    Q_OBJECT

public:
    /// of: whose they are, where they are one person's; count 0: not known.
    AssignDialog(const Look &look, const QList<QueueName> &queues, const QList<PersonDuty> &people,
                 int count, const Person &of, QWidget *parent);
};

} // namespace baton::ui
