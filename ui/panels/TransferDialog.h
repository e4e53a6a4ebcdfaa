#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/panels/Sheet.h"

class QLineEdit;

namespace baton::ui {

class ChoiceList;

/// Who is to have it: a queue or a colleague. There is no list of all colleagues: those who wrote
/// in the thread are offered, and any other can be named.
class TransferDialog : public Sheet
{
    Q_OBJECT

public:
    TransferDialog(const Look &look, const QList<QueueName> &queues, const QueueId &current,
                   const QList<Person> &colleagues, QWidget *parent);

Q_SIGNALS:
    void queueDecided(const baton::QueueId &queue);
    void colleagueDecided(const baton::Person &colleague);

private:
    void decide();
    void check();
    Person named() const;

    QList<QueueName> m_queues;
    QList<Person> m_colleagues;
    ChoiceList *m_list;
    QLineEdit *m_name;
};

} // namespace baton::ui
