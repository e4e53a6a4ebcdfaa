#include "ui/panels/ChangeRow.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int changeBadge = 16;
constexpr int changeArrow = 14;

} // namespace

ChangeRow::ChangeRow(const Look &look, const RouteChange &change, const QString &before,
                     const QString &after, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFocusHalo(this, metrics::radiusChip);
    setAccessibleName(
        tr("Open %1, %2: %3, %4 becomes %5, %6", "customer, id, intent and tier, twice")
            .arg(change.customer, change.conversation.text(), before,
                 words::tierName(change.before), after, words::tierName(change.after)));
    auto *name = new Label(look, Role::Body);
    name->setElided(Qt::ElideRight);
    name->setText(change.customer);
    auto *id = new Label(look, Role::Small, &Theme::ink3);
    id->setText(change.conversation.text());
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(name);
    first->addWidget(id);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    const auto add = [&](const QString &title, Route tier) {
        auto *badge = new TierBadge(look, changeBadge);
        badge->setTier(tier);
        auto *intent = new Label(look, Role::Small, &Theme::ink2);
        intent->setElided(Qt::ElideRight);
        intent->setText(title);
        second->addWidget(badge);
        second->addWidget(intent);
    };
    add(before, change.before);
    second->addWidget(new IconLabel(look, u"arrow-right"_s, changeArrow, &Theme::ink3));
    add(after, change.after);
    second->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 8, 4);
    rows->setSpacing(1);
    rows->addLayout(first);
    rows->addLayout(second);
    for (QWidget *part : findChildren<QWidget *>())
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ChangeRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (isDown() || underMouse())
        paint::box(p, rect(), metrics::radiusChip,
                   isDown() ? m_look.theme().press : m_look.theme().hover);
}

} // namespace baton::ui
