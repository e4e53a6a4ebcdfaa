#include "ui/panels/AssignDialog.h"

namespace baton::ui {

AssignDialog::AssignDialog(const Look &look, const QList<QueueName> &queues,
                           const QList<PersonDuty> &people, int count, const Person &of,
                           QWidget *parent)
    : AssigneeSheet(look,
                    of.id.isEmpty() ? tr("Assign %n conversation(s)", nullptr, count)
                                    : tr("Assign what %1 has", "a colleague").arg(displayName(of)),
                    tr("Who is to have them"), parent)
{
    setSentence(tr("What was written, the notes and the deadlines go with them. All of it can be "
                   "undone for a few seconds."));
    offer({}, tr("Back to the queue"), tr("nobody has them then"));
    for (const QueueName &queue : queues)
        offerQueue(queue);
    for (const PersonDuty &one : people) {
        if (one.person.id != of.id)
            offerPerson(one.person,
                        one.duty == Duty::On         ? tr("on")
                            : one.duty == Duty::Away ? tr("away")
                                                     : QString());
    }
    offerAnybody();
}

} // namespace baton::ui
