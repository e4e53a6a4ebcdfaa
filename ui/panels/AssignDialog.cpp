#include "ui/panels/AssignDialog.h"

#include "ui/panels/ChoiceList.h"
#include "ui/panels/SearchField.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

AssignDialog::AssignDialog(const Look &look, const QList<QueueName> &queues,
                           const QList<PersonDuty> &people, int count, const Person &of,
                           QWidget *parent)
    : Sheet(look,
            of.id.isEmpty()
                ? tr("Assign %n conversation(s)", nullptr, count)
                : tr("Assign what %1 has", "a colleague").arg(of.name.isEmpty() ? of.id : of.name),
            parent)
    , m_queues(queues)
    , m_list(new ChoiceList(look, tr("Who is to have them")))
    , m_name(new SearchField(look, QStringLiteral("user"), tr("Name or sign-in")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("What was written, the notes and the deadlines go with them. All of it can be "
                   "undone for a few seconds."));
    m_list->add(tr("Back to the queue"), tr("nobody has them then"));
    for (const QueueName &queue : queues)
        m_list->add(queue.name.isEmpty() ? queue.id.text() : queue.name, tr("queue"));
    for (const PersonDuty &one : people) {
        if (one.person.id == of.id)
            continue;
        m_people += one;
        m_list->add(one.person.name.isEmpty() ? one.person.id : one.person.name,
                    one.duty == Duty::On         ? tr("on")
                        : one.duty == Duty::Away ? tr("away")
                                                 : QString());
    }
    m_name->setAccessibleName(tr("Name or sign-in of a colleague"));
    m_list->add(tr("A colleague"), {}, m_name);
    body()->addWidget(m_list);
    setAction(tr("Assign"));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_list->setCurrent(m_list->count() - 1);
        check();
    });
    connect(m_list, &ChoiceList::chosen, this, &AssignDialog::check);
    connect(this, &QDialog::accepted, this, &AssignDialog::decide);
    m_list->setCurrent(0);
    check();
    m_list->setFocus();
}

Person AssignDialog::named() const
{
    const QString text = m_name->text().trimmed();
    const auto known = std::find_if(m_people.begin(), m_people.end(), [&](const PersonDuty &one) {
        return one.person.id.compare(text, Qt::CaseInsensitive) == 0
            || one.person.name.compare(text, Qt::CaseInsensitive) == 0;
    });
    return known != m_people.end() ? known->person : Person{text, text};
}

void AssignDialog::check()
{
    if (!action())
        return;
    const bool byName = m_list->current() == m_list->count() - 1;
    const bool complete = !byName || !named().id.isEmpty();
    action()->setEnabled(complete);
    action()->setToolTip(complete ? QString() : tr("Name the colleague first"));
}

void AssignDialog::decide()
{
    const int at = m_list->current() - 1;
    if (at < 0)
        Q_EMIT decided({});
    else if (at < m_queues.size())
        Q_EMIT decided({m_queues[at].id, {}});
    else if (at - m_queues.size() < m_people.size())
        Q_EMIT decided({{}, m_people[at - m_queues.size()].person});
    else
        Q_EMIT decided({{}, named()});
}

} // namespace baton::ui
