#include "ui/views/SettingsSection.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

SettingsSection::SettingsSection(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new SettingsColumn(look, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 18, 20, 20);
    row->addWidget(m_column, 100);
    row->addStretch(1);
}

void SettingsSection::follow(QAbstractButton *box, bool Settings::*wish, const QString &on,
                             const QString &off)
{
    connect(box, &QAbstractButton::clicked, this, [this, wish, on, off](bool checked) {
        Settings next = m_settings;
        next.*wish = checked;
        Q_EMIT edited(next, checked ? on : off);
    });
}

} // namespace baton::ui
