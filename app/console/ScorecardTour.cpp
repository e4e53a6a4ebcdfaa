#include "app/console/ScorecardTour.h"

#include "core/desk/Desk.h"
#include "core/desk/ScorecardBoard.h"
#include "ui/views/ScorecardView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>

namespace baton {

bool showScorecard(Desk &desk, ui::MainWindow &window, const WaitUntil &until)
{
    const ScorecardBoard &board = desk.scorecardBoard();
    const quint64 before = board.snapshot().generation;
    window.actionRegistry().action(ui::ActionId::GoScorecard)->trigger();
    return until("the figures are there", [&] {
        return board.snapshot().generation > before && !board.snapshot().isEmpty();
    });
}

} // namespace baton
