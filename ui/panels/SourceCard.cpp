#include "ui/panels/SourceCard.h"

#include "ui/panels/Label.h"
#include "ui/panels/SourceMarker.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int cardWidth = 384;

}

SourceCard::SourceCard(const Look &look, int number, const SourceLine &line, QWidget *parent)
    : Popover(look, tr("Source %1: %2, %3").arg(number).arg(line.title, line.aside), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(look.px(cardWidth));
    setFocusPolicy(Qt::StrongFocus);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setElided(Qt::ElideRight);
    title->setText(line.title);
    auto *aside = new Label(look, Role::Small, &Theme::ink3);
    aside->setText(line.aside);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new SourceMarker(look, line.kind, number));
    head->addWidget(title, 1);
    head->addWidget(aside);
    auto *words = new Label(look, Role::Body, &Theme::ink2);
    words->setWordWrap(true);
    words->setText(line.whole.isEmpty() ? tr("It has no words of its own.")
                                        : tr("“%1”", "quoted words").arg(line.whole));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(words);
    body()->addLayout(column);
}

} // namespace baton::ui
