#include "ui/panels/TransferDialog.h"

namespace baton::ui {

TransferDialog::TransferDialog(const Look &look, const QList<QueueName> &queues,
                               const QueueId &current, const QList<Person> &colleagues,
                               QWidget *parent)
    : AssigneeSheet(look, tr("Assign to"), tr("Who is to have it"), parent)
{
    setSentence(
        tr("It leaves your list. What was written, the notes and the deadline go with it."));
    for (const QueueName &queue : queues) {
        if (queue.id != current)
            offerQueue(queue);
    }
    for (const Person &colleague : colleagues)
        offerPerson(colleague, tr("wrote in this thread"));
    offerAnybody();
}

} // namespace baton::ui
