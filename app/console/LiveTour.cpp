#include "app/console/LiveTour.h"

#include "core/desk/Desk.h"
#include "core/desk/LiveBoard.h"
#include "ui/panels/ActionSheet.h"
#include "ui/panels/Button.h"
#include "ui/panels/CustomerPane.h"
#include "ui/panels/LiveFacts.h"
#include "ui/views/DeskView.h"
#include "ui/window/MainWindow.h"

namespace baton {

namespace {

ui::Button *buttonOf(const QWidget &of, const QString &text)
{
    for (ui::Button *button : of.findChildren<ui::Button *>()) {
        if (!button->isHidden() && button->text() == text)
            return button;
    }
    return nullptr;
}

void become(Desk &desk, Role role)
{
    Settings settings = desk.settings();
    settings.agent.role = role;
    desk.changeSettings(settings);
}

} // namespace

bool canRefund(Desk &desk, const WaitUntil &until)
{
    const LiveBoard &board = desk.liveBoard();
    if (!until("live systems answer", [&board, &desk] {
            return board.snapshot().conversation == desk.openId()
                && !board.snapshot().lookUps.isEmpty() && !board.isAsking();
        }))
        return false;
    const QList<ActionOffer> &offers = board.snapshot().offers;
    return std::any_of(offers.begin(), offers.end(),
                       [](const ActionOffer &offer) { return offer.amount.has_value(); });
}

bool showLive(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
              const std::function<void(const char *name)> &shot)
{
    LiveBoard &board = desk.liveBoard();
    const Role before = desk.agent().role;
    become(desk, Role::Agent);
    const ui::LiveFacts &facts = window.deskView().customer().live();
    const auto refund = [&] { return buttonOf(facts, QStringLiteral("Refund…")); };
    const auto answered = [&] { return !board.snapshot().offers.isEmpty() && !board.isAsking(); };
    if (!refund())
        return false;
    shot("23-live");
    refund()->click();
    ui::ActionSheet *sheet = window.findChild<ui::ActionSheet *>();
    if (!sheet)
        return false;
    shot("24-action");
    const bool beyond = sheet->action()->text() == QStringLiteral("Ask a lead");
    sheet->action()->click();
    const auto stands = [&](ActionStatus status) {
        const QList<ActionEntry> &actions = board.snapshot().actions;
        return !actions.isEmpty() && actions.last().status == status;
    };
    if (beyond) {
        if (!until("a lead is asked", [&] { return stands(ActionStatus::Asked); }))
            return false;
        become(desk, Role::Lead);
        shot("25-for-a-lead");
        board.approve(board.snapshot().actions.last().request.key);
    }
    const bool done = until("it is done", [&] { return stands(ActionStatus::Done); })
        && until("it shows where it was done", answered);
    shot("26-done");
    become(desk, before);
    return done;
}

} // namespace baton
