#pragma once

#include "core/domain/Queue.h"
#include "ui/panels/MenuPopover.h"

namespace baton::ui {

/// In which of the orders the list stands.
class SortPopover : public MenuPopover
{
    Q_OBJECT

public:
    SortPopover(const Look &look, const QList<QueueSort> &orders, QueueSort current,
                QWidget *parent);

Q_SIGNALS:
    void chosen(baton::QueueSort sort);
};

} // namespace baton::ui
