#include "ui/views/SettingsColumn.h"

#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

SettingsColumn::SettingsColumn(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(new QVBoxLayout(this))
{
    setMaximumWidth(metrics::settingsColumn);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(2);
}

void SettingsColumn::addHeading(const QString &text)
{
    auto *heading = new Label(m_look, Role::Small, &Theme::ink3, this);
    heading->setWeight(QFont::Medium);
    heading->setText(text);
    if (m_rows->count() > 0)
        m_rows->addSpacing(14);
    m_rows->addWidget(heading);
}

void SettingsColumn::addRow(const QString &label, QWidget *control)
{
    auto *name = new Label(m_look, Role::Body, &Theme::ink, this);
    name->setText(label);
    name->setMinimumHeight(m_look.px(metrics::settingsRow));
    name->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(name, 1);
    row->addWidget(control);
    m_rows->addLayout(row);
}

Label *SettingsColumn::addFact(const QString &label, const QString &value)
{
    auto *what = new Label(m_look, Role::Body, &Theme::ink2, this);
    what->setText(value);
    what->setElided(Qt::ElideMiddle);
    what->setTextInteractionFlags(Qt::NoTextInteraction);
    what->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *name = new Label(m_look, Role::Body, &Theme::ink, this);
    name->setText(label);
    name->setMinimumHeight(m_look.px(metrics::settingsRow));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(name);
    row->addWidget(what, 1);
    m_rows->addLayout(row);
    return what;
}

Label *SettingsColumn::addHint(const QString &text)
{
    auto *hint = new Label(m_look, Role::Small, &Theme::ink3, this);
    hint->setWordWrap(true);
    hint->setText(text);
    m_rows->addWidget(hint);
    return hint;
}

void SettingsColumn::addWidget(QWidget *widget)
{
    m_rows->addWidget(widget);
}

void SettingsColumn::addEnd()
{
    m_rows->addStretch();
}

} // namespace baton::ui
