#include "app/console/ModelsTour.h"

#include "core/desk/Desk.h"
#include "core/desk/TeachingBoard.h"
#include "ui/views/SettingsView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>

namespace baton {

bool showModels(Desk &desk, ui::MainWindow &window, const WaitUntil &until)
{
    TeachingBoard &board = desk.teachingBoard();
    const auto corrected = [&board] { return !board.snapshot().all.isEmpty(); };
    desk.correctIntent(desk.intents().first().name);
    if (!until("the correction stands among the others", corrected))
        return false;
    window.findChild<ui::SettingsView *>()->showPage(ui::SettingsPage::Models);
    window.actionRegistry().action(ui::ActionId::GoSettings)->trigger();
    board.teach();
    return until("the model has learnt it",
                 [&board] { return board.snapshot().step == TeachingStep::Learnt; });
}

} // namespace baton
