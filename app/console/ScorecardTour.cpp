#include "app/console/ScorecardTour.h"

#include "core/desk/Desk.h"
#include "core/desk/ScorecardBoard.h"
#include "core/desk/StopBoard.h"
#include "ui/panels/IconButton.h"
#include "ui/views/ScorecardView.h"
#include "ui/window/BannerStrip.h"
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

bool tripOne(Desk &desk, const WaitUntil &until)
{
    StopBoard &stops = desk.stopBoard();
    const QString segment = QStringLiteral("delivery_delayed");
    if (!until("the stop-loss has looked", [&] {
            return stops.snapshot().isRead && !stops.snapshot().acting
                && stops.snapshot().find(segment);
        }))
        return false;
    stops.trip(segment, QStringLiteral("The carrier's dates are wrong since Monday."));
    return until("the evidence is written", [&] {
        const StopSegment *one = stops.snapshot().find(segment);
        return one && one->state == GuardState::Tripped && !one->evidence.isEmpty()
            && !stops.snapshot().acting;
    });
}

void dismissBanner(ui::MainWindow &window)
{
    if (auto *banner = window.findChild<ui::BannerStrip *>(); banner && banner->isVisible())
        banner->dismissButton()->click();
}

} // namespace baton
