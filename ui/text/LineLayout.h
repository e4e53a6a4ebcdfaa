#pragma once

#include <QtGui/QTextLayout>

namespace baton::ui {

struct LaidLines
{
    int height = 0; ///< px
    int end = 0;    ///< the first UTF-16 unit that stands in none of them
};

/// Lays a text in lines of one height, each in its middle; a line whose letters are higher takes
/// what it needs. most: after so many lines it ends; 0: with the text.
LaidLines layLines(QTextLayout &text, int width, int pitch, int most = 0);

} // namespace baton::ui
