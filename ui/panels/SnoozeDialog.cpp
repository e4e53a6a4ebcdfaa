#include "ui/panels/SnoozeDialog.h"

#include "ui/panels/ChoiceList.h"
#include "ui/panels/Framed.h"
#include "ui/text/Format.h"

#include <QtWidgets/QDateTimeEdit>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

SnoozeDialog::SnoozeDialog(const Look &look, Instant now, QWidget *parent, const QTimeZone &zone)
    : Sheet(look, tr("Snooze"), parent)
    , m_choices(snoozeChoices(now, zone))
    , m_now(now)
    , m_zone(zone)
    , m_list(new ChoiceList(look, tr("Until when")))
    , m_own(new QDateTimeEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setSentence(tr("It leaves the queue and comes back then, or as soon as the customer writes."));
    for (const SnoozeChoice &choice : std::as_const(m_choices))
        m_list->add(choice.words, format::moment(choice.until, now, zone));
    m_own->setAccessibleName(tr("Date and time"));
    m_own->setFrame(false);
    m_own->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_own->setFixedHeight(look.px(metrics::field) - 4);
    m_own->setContentsMargins(6, 0, 6, 0);
    m_own->setDisplayFormat(QStringLiteral("d MMM yyyy  HH:mm"));
    m_own->setDateTime(m_choices.first().until.utc().toTimeZone(zone));
    m_list->add(tr("At"), {}, new Framed(look, m_own));
    m_list->setCurrent(0);
    body()->addWidget(m_list);
    setAction(tr("Snooze"));
    connect(m_own, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_list->setCurrent(m_list->count() - 1);
        check();
    });
    connect(m_list, &ChoiceList::chosen, this, &SnoozeDialog::check);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT decided(until()); });
    m_list->setFocus();
}

Instant SnoozeDialog::until() const
{
    const int at = m_list->current();
    if (at < m_choices.size())
        return m_choices.value(at).until;
    return Instant::from(QDateTime(m_own->date(), m_own->time(), m_zone));
}

void SnoozeDialog::check()
{
    if (!action())
        return;
    const bool ahead = until() > m_now;
    action()->setEnabled(ahead);
    action()->setToolTip(ahead ? QString() : tr("Choose a time that lies ahead"));
}

} // namespace baton::ui
