#include "ui/panels/TransferDialog.h"

#include "ui/panels/ChoiceList.h"
#include "ui/panels/SearchField.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

TransferDialog::TransferDialog(const Look &look, const QList<QueueName> &queues,
                               const QueueId &current, const QList<Person> &colleagues,
                               QWidget *parent)
    : Sheet(look, tr("Assign to"), parent)
    , m_colleagues(colleagues)
    , m_list(new ChoiceList(look, tr("Who is to have it")))
    , m_name(new SearchField(look, QStringLiteral("user"), tr("Name or sign-in")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(
        tr("It leaves your list. What was written, the notes and the deadline go with it."));
    for (const QueueName &queue : queues) {
        if (queue.id == current)
            continue;
        m_queues += queue;
        m_list->add(queue.name.isEmpty() ? queue.id.text() : queue.name, tr("queue"));
    }
    for (const Person &colleague : colleagues)
        m_list->add(colleague.name.isEmpty() ? colleague.id : colleague.name,
                    tr("wrote in this thread"));
    m_name->setAccessibleName(tr("Name or sign-in of a colleague"));
    m_list->add(tr("A colleague"), {}, m_name);
    body()->addWidget(m_list);
    setAction(tr("Assign"));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_list->setCurrent(m_list->count() - 1);
        check();
    });
    connect(m_list, &ChoiceList::chosen, this, &TransferDialog::check);
    connect(this, &QDialog::accepted, this, &TransferDialog::decide);
    m_list->setCurrent(0);
    check();
    m_list->setFocus();
}

Person TransferDialog::named() const
{
    const QString text = m_name->text().trimmed();
    const auto known = std::find_if(m_colleagues.begin(), m_colleagues.end(), [&](const Person &p) {
        return p.id.compare(text, Qt::CaseInsensitive) == 0
            || p.name.compare(text, Qt::CaseInsensitive) == 0;
    });
    return known != m_colleagues.end() ? *known : Person{text, text};
}

void TransferDialog::check()
{
    if (!action())
        return;
    const bool byName = m_list->current() == m_list->count() - 1;
    const bool complete = !byName || !named().id.isEmpty();
    action()->setEnabled(complete);
    action()->setToolTip(complete ? QString() : tr("Name the colleague first"));
}

void TransferDialog::decide()
{
    const int at = m_list->current();
    if (at < m_queues.size())
        Q_EMIT queueDecided(m_queues[at].id);
    else if (at - m_queues.size() < m_colleagues.size())
        Q_EMIT colleagueDecided(m_colleagues[at - m_queues.size()]);
    else
        Q_EMIT colleagueDecided(named());
}

} // namespace baton::ui
