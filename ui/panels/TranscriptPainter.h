#pragma once

#include "ui/panels/TranscriptLayout.h"
#include "ui/theme/Look.h"

class QPainter;

namespace baton::ui {

TranscriptStyle transcriptStyle(const Look &look);

/// What of a block is marked when it is painted.
struct TurnMarks
{
    int selectedFrom = 0; ///< in the laid-out text
    int selectedTo = 0;
    bool selectedWhole = false; ///< kinds without a text of their own
    int spot = -1;              ///< the spot that the keyboard stands on
};

struct TurnPaint
{
    const Turn &turn;
    const TextBlock &block;
    const TurnWords &words;
    const TurnLayout &layout;
    const Look &look;
};

/// Paints a laid-out block with its top left at the painter's origin.
void paintTurn(QPainter &painter, const TurnPaint &what, const TurnMarks &marks);

} // namespace baton::ui
