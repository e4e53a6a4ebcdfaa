#include "ui/views/SettingsSection.h"

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

} // namespace baton::ui
