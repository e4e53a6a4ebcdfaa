#pragma once

#include <QtGui/QFont>

namespace baton::ui {

/// What a text is for; gives its size, line and usual weight (TOKENS §3).
enum class Role { Badge, Micro, Small, Body, Read, Title, Screen, Figure, Headline };

/// scale is the text size, 0.9 to 1.3. Sizes are whole pixels.
QFont font(Role role, QFont::Weight weight, double scale = 1);
QFont font(Role role, double scale = 1); ///< in the role's usual weight
/// From the top of a line of that height to its baseline, in whole pixels, as the browsers place it
/// that the design was drawn with. Qt alone lies up to one pixel lower.
qreal baselineIn(const QFont &font, qreal height);
QFont monoFont(double scale = 1);
int lineHeight(Role role, double scale = 1);
/// Line height of transcript text, one pixel less than Read's.
int transcriptLineHeight(double scale = 1);

} // namespace baton::ui
