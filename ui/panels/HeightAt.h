#pragma once

#include <QtWidgets/QWidget>

namespace baton::ui {

/// What a part wants at a width, px; 0 while it is hidden.
inline int heightAt(const QWidget &part, int width)
{
    if (part.isHidden())
        return 0;
    return part.hasHeightForWidth() ? part.heightForWidth(width) : part.sizeHint().height();
}

} // namespace baton::ui
