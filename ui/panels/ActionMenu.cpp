#include "ui/panels/ActionMenu.h"

#include "ui/panels/MenuRow.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr qsizetype digits = 9;

}

ActionMenu::ActionMenu(const Look &look, const QList<ActionOffer> &offers, QWidget *parent)
    : MenuPopover(look, tr("Have it done"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < offers.size(); ++i) {
        const QString text = offers[i].about.isEmpty()
            ? tr("%1…", "an action that asks first").arg(offers[i].title)
            : tr("%1 for %2…", "an action that asks first, an order")
                  .arg(offers[i].title, offers[i].about);
        const MenuRow *row
            = addRow(u"tool"_s, text, i < digits ? QString::number(i + 1) : QString());
        connect(row, &QAbstractButton::clicked, this, [this, name = offers[i].name] {
            close();
            Q_EMIT chosen(name);
        });
    }
    addLine();
    connect(addRow(u"undo"_s, tr("Leave it"), tr("Esc", "the key")), &QAbstractButton::clicked,
            this, &QWidget::close);
}

} // namespace baton::ui
