#include "ui/text/LineLayout.h"

#include "ui/theme/Type.h"

#include <algorithm>
#include <cmath>

namespace baton::ui {

LaidLines layLines(QTextLayout &text, int width, int pitch, int most)
{
    LaidLines laid;
    int lines = 0;
    text.beginLayout();
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(std::max(1, width));
        const int high = std::max(pitch, int(std::ceil(line.height())));
        line.setPosition({0, laid.height + baselineIn(text.font(), high) - line.ascent()});
        laid.height += high;
        laid.end = line.textStart() + line.textLength();
        if (++lines == most)
            break;
    }
    text.endLayout();
    return laid;
}

} // namespace baton::ui
