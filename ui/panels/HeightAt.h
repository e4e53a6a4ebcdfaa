#pragma once

#include <QtWidgets/QWidget>

#include <algorithm>

namespace baton::ui {

/// What a part wants at a width, px; 0 while it is hidden.
inline int heightAt(const QWidget &part, int width)
{
    if (part.isHidden())
        return 0;
    const int wanted
        = part.hasHeightForWidth() ? part.heightForWidth(width) : part.sizeHint().height();
    return std::clamp(wanted, part.minimumHeight(), part.maximumHeight()); // no hint says it
}

} // namespace baton::ui
