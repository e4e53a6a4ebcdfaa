#include "ui/panels/CostPane.h"

#include "ui/panels/Label.h"
#include "ui/text/ScoreWords.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

CostPane::CostPane(const Look &look, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        Line &line = m_lines[static_cast<size_t>(arm)];
        line.name = new Label(look, Role::Small,
                              arm == Arm::BotOnly ? &Theme::aiText : &Theme::accentText);
        line.name->setText(words::of(arm));
        line.value = new Label(look, Role::Title);
        line.footing = new Label(look, Role::Small, &Theme::ink3);
        line.footing->setWordWrap(true);
        auto *row = new QHBoxLayout;
        row->addWidget(line.name, 1);
        row->addWidget(line.value);
        column->addLayout(row);
        column->addWidget(line.footing);
        column->addSpacing(8);
    }
    column->addStretch(1);
}

void CostPane::setSnapshot(const ScorecardSnapshot &snapshot)
{
    for (const Arm arm : {Arm::BotOnly, Arm::WithPerson}) {
        const Line &line = m_lines[static_cast<size_t>(arm)];
        line.value->setText(words::costOf(snapshot, arm));
        line.footing->setText(words::costFooting(snapshot, arm));
        line.value->setAccessibleName(
            tr("Cost of a resolution, %1: %2").arg(line.name->text(), words(arm)));
    }
}

QString CostPane::words(Arm arm) const
{
    const Line &line = m_lines[static_cast<size_t>(arm)];
    return tr("%1. %2", "a cost, what it is made of").arg(line.value->text(), line.footing->text());
}

} // namespace baton::ui
