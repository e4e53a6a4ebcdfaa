#include "ui/panels/AssigneeSheet.h"

#include "ui/panels/ChoiceList.h"
#include "ui/panels/SearchField.h"

#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace baton::ui {

AssigneeSheet::AssigneeSheet(const Look &look, const QString &title, const QString &question,
                             QWidget *parent)
    : Sheet(look, title, parent)
    , m_list(new ChoiceList(look, question))
    , m_name(new SearchField(look, QStringLiteral("user"), tr("Name or sign-in")))
{
    setAttribute(Qt::WA_DeleteOnClose);
}

void AssigneeSheet::offer(const Assignee &to, const QString &name, const QString &about)
{
    m_offered += to;
    m_list->add(name, about);
}

void AssigneeSheet::offerQueue(const QueueName &queue)
{
    offer({queue.id, {}}, queue.name.isEmpty() ? queue.id.text() : queue.name, tr("queue"));
}

void AssigneeSheet::offerPerson(const Person &person, const QString &about)
{
    offer({{}, person}, displayName(person), about);
}

void AssigneeSheet::offerAnybody()
{
    m_name->setAccessibleName(tr("Name or sign-in of a colleague"));
    m_list->add(tr("A colleague"), {}, m_name);
    body()->addWidget(m_list);
    setAction(tr("Assign"));
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_list->setCurrent(m_list->count() - 1);
        check();
    });
    connect(m_list, &ChoiceList::chosen, this, &AssigneeSheet::check);
    connect(this, &QDialog::accepted, this, &AssigneeSheet::decide);
    m_list->setCurrent(0);
    check();
    m_list->setFocus();
}

Person AssigneeSheet::named() const
{
    const QString text = m_name->text().trimmed();
    const auto known = std::find_if(m_offered.begin(), m_offered.end(), [&](const Assignee &one) {
        return one.person
            && (one.person->id.compare(text, Qt::CaseInsensitive) == 0
                || one.person->name.compare(text, Qt::CaseInsensitive) == 0);
    });
    return known != m_offered.end() ? *known->person : Person{text, text};
}

void AssigneeSheet::check()
{
    if (!action())
        return;
    const bool complete = m_list->current() < m_offered.size() || !named().id.isEmpty();
    action()->setEnabled(complete);
    action()->setToolTip(complete ? QString() : tr("Name the colleague first"));
}

void AssigneeSheet::decide()
{
    const int at = m_list->current();
    Q_EMIT decided(at < m_offered.size() ? m_offered[at] : Assignee{{}, named()});
}

} // namespace baton::ui
