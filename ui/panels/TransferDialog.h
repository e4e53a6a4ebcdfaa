#pragma once

#include "ui/panels/AssigneeSheet.h"

namespace baton::ui {

/// Who is to have it: a queue or a colleague. There is no list of all colleagues: those who wrote
/// in the thread are offered, and any other can be named.
class TransferDialog : public AssigneeSheet
{
    Q_OBJECT

public:
    TransferDialog(const Look &look, const QList<QueueName> &queues, const QueueId &current,
                   const QList<Person> &colleagues, QWidget *parent);
};

} // namespace baton::ui
