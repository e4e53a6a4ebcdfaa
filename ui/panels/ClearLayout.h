#pragma once

#include <QtWidgets/QLayout>
#include <QtWidgets/QWidget>

namespace baton::ui {

/// Takes everything out of a layout and out of sight. Widgets are deleted later: one of them may be
/// what was pressed.
inline void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

} // namespace baton::ui
