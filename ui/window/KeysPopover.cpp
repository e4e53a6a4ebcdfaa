#include "ui/window/KeysPopover.h"

#include "ui/panels/Button.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"
#include "ui/window/ActionRegistry.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int columnWidth = 304;
constexpr int rowHeight = 24;

using Groups = QList<ActionGroup>;

} // namespace

KeysPopover::KeysPopover(const Look &look, const ActionRegistry &actions, QWidget *parent)
    : Popover(look, tr("Keys"), parent)
{
    connect(this, &Popover::closed, this, &QObject::deleteLater);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(18, 8, 10, 4);
    auto *title = new Label(look, Role::Title);
    title->setText(tr("Keys"));
    auto *change = new Button(look, tr("Change keys"), ButtonKind::Quiet);
    change->setButtonSize(ButtonSize::Small);
    header->addWidget(title, 1);
    header->addWidget(change);
    body()->addLayout(header);
    connect(change, &QPushButton::clicked, this, [this] {
        Q_EMIT settingsRequested();
        hide();
    });

    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(18, 4, 18, 16);
    columns->setSpacing(28);
    Groups first{ActionGroup::Everywhere};
    if (!actions.action(ActionId::PlayPause)->associatedObjects().isEmpty())
        first += ActionGroup::Presenter; // a demo's window
    QList<Groups> shown{
        first, Groups{ActionGroup::Queue},
        Groups{ActionGroup::Conversation, ActionGroup::Composer, ActionGroup::Compare}};
    if (actions.isPossible(ActionId::SaveReview))
        shown = {first, Groups{ActionGroup::Review}}; // the screen that one is on
    if (actions.isPossible(ActionId::ScoreExport))
        shown = {first, Groups{ActionGroup::Scorecard}};
    if (actions.isPossible(ActionId::PublishPolicy))
        shown = {first, Groups{ActionGroup::Policy}};
    for (const Groups &groups : shown) {
        auto *column = new QVBoxLayout;
        column->setSpacing(10);
        for (const ActionGroup group : groups)
            column->addWidget(groupBlock(look, actions, group));
        column->addStretch();
        columns->addLayout(column);
    }
    body()->addLayout(columns);
}

QWidget *KeysPopover::groupBlock(const Look &look, const ActionRegistry &actions, ActionGroup group)
{
    auto *block = new QWidget(this);
    block->setFixedWidth(look.px(columnWidth));
    auto *rows = new QVBoxLayout(block);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *name = new Label(look, Role::Small, &Theme::ink3);
    name->setWeight(QFont::Medium);
    name->setText(ActionRegistry::groupName(group));
    name->setFixedHeight(look.px(rowHeight));
    rows->addWidget(name);
    for (const ActionId id : ActionRegistry::all()) {
        const QList<QKeySequence> keys = actions.keys(id);
        if (ActionRegistry::group(id) != group || keys.isEmpty())
            continue;
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *what = new Label(look, Role::Body);
        what->setText(ActionRegistry::name(id));
        what->setElided(Qt::ElideRight);
        what->setFixedHeight(look.px(rowHeight));
        row->addWidget(what, 1);
        row->addWidget(new KeyCap(look, keys.first()));
        rows->addLayout(row);
    }
    return block;
}

} // namespace baton::ui
