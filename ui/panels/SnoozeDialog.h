#pragma once

#include "ui/models/SnoozeChoices.h"
#include "ui/panels/Sheet.h"

class QDateTimeEdit;

namespace baton::ui {

class ChoiceList;

/// Until when a conversation leaves the queue.
class SnoozeDialog : public Sheet
{
    Q_OBJECT

public:
    SnoozeDialog(const Look &look, Instant now, QWidget *parent,
                 const QTimeZone &zone = QTimeZone::systemTimeZone());

Q_SIGNALS:
    void decided(baton::Instant until);

private:
    Instant until() const;
    void check();

    QList<SnoozeChoice> m_choices;
    Instant m_now;
    QTimeZone m_zone;
    ChoiceList *m_list;
    QDateTimeEdit *m_own;
};

} // namespace baton::ui
