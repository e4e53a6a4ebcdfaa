#include "ui/panels/SortPopover.h"

#include "ui/panels/MenuRow.h"
#include "ui/text/Words.h"

namespace baton::ui {

SortPopover::SortPopover(const Look &look, const QList<QueueSort> &orders, QueueSort current,
                         QWidget *parent)
    : MenuPopover(look, tr("In which order"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    int digit = 0;
    for (const QueueSort one : orders) {
        MenuRow *row = addRow(words::iconOf(one), words::of(one), QString::number(++digit));
        row->setCheckable(true);
        row->setChecked(one == current);
        connect(row, &QAbstractButton::clicked, this, [this, one] {
            Q_EMIT chosen(one);
            close();
        });
        if (one == current)
            setFocusProxy(row);
    }
}

} // namespace baton::ui
