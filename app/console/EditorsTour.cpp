#include "app/console/EditorsTour.h"

#include "core/desk/Desk.h"
#include "core/desk/MonitorBoard.h"
#include "core/desk/PlaybookBoard.h"
#include "ui/panels/KnowledgeList.h"
#include "ui/views/KnowledgeView.h"
#include "ui/views/SettingsView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>

namespace baton {

bool showEditors(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
                 const std::function<void(const char *name)> &shot)
{
    ui::KnowledgeView &view = window.knowledgeView();
    window.actionRegistry().action(ui::ActionId::GoKnowledge)->trigger();
    view.showSubject(ui::KnowledgeView::Subject::Playbooks);
    const auto placeOf
        = [&view] { return view.list().rows().indexOf(QStringLiteral("duplicate_charge")); };
    if (!until("the playbooks are listed", [&] { return placeOf() >= 0; }))
        return false;
    bool written = false;
    const auto following = QObject::connect(&desk.playbookBoard(), &PlaybookBoard::looked, &window,
                                            [&written](const PlaybookLook &look) {
                                                written = written || look.preview || !look.looking;
                                            });
    view.list().setCurrentIndex(view.list().rows().index(placeOf()));
    const bool shown = until("it says what it writes", [&] { return written; });
    QObject::disconnect(following);
    if (!shown)
        return false;
    shot("28-playbook");

    window.findChild<ui::SettingsView *>()->showPage(ui::SettingsPage::Reviews);
    window.actionRegistry().action(ui::ActionId::GoSettings)->trigger();
    if (!until("what would be picked is counted",
               [&desk] { return desk.monitorBoard().snapshot().picks.has_value(); }))
        return false;
    shot("29-monitors");
    return true;
}

} // namespace baton
