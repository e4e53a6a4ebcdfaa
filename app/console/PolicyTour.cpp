#include "app/console/PolicyTour.h"

#include "core/desk/Desk.h"
#include "core/desk/LabelBoard.h"
#include "core/desk/PolicyBoard.h"
#include "ui/models/PolicyMoves.h"
#include "ui/panels/IntentChip.h"
#include "ui/panels/LabelSheet.h"
#include "ui/panels/PolicyMatrix.h"
#include "ui/panels/WhatIfPane.h"
#include "ui/views/PolicyView.h"
#include "ui/window/MainWindow.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>

namespace baton {

namespace {

void press(QWidget &widget, Qt::Key key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(&widget, &down);
}

} // namespace

bool showPolicy(Desk &desk, ui::MainWindow &window, const WaitUntil &until)
{
    PolicyBoard &board = desk.policyBoard();
    ui::PolicyView &view = window.policyView();
    window.actionRegistry().action(ui::ActionId::GoPolicy)->trigger();
    if (!until("what was observed is read",
               [&] { return board.whatIf().isRead && board.state().live.version > 0; }))
        return false;
    PolicyLimits limits = board.state().limits;
    limits.high = 0.8;
    board.setLimits(limits);
    board.endChange();
    board.switchRule(Rule::IntentDisagreement, false);
    const QString moved = QStringLiteral("return_how_to");
    board.moveIntent(moved, Level::High, Level::Low);
    view.whatIf().note().setPlainText(
        QStringLiteral("Returns come back too often. Assist until recontact is under 13 %."));
    if (!until("the draft is tried",
               [&] { return board.whatIf().changed > 0 && board.whatIf().after.has_value(); }))
        return false;
    board.needMoves(board.whatIf().generation, 0, 20);
    if (!until("the changed ones are read", [&] { return view.whatIf().moves().move(0); }))
        return false;
    ui::IntentChip *chip = view.matrix().chip(QStringLiteral("refund_status"));
    if (!chip)
        return false;
    chip->setFocus(Qt::OtherFocusReason);
    press(*chip, Qt::Key_M);
    press(*chip, Qt::Key_Right);
    return true;
}

QWidget *showLabels(Desk &desk, ui::MainWindow &window, const WaitUntil &until)
{
    const LabelBoard &labels = desk.labelBoard();
    window.actionRegistry().action(ui::ActionId::LabelReadings)->trigger();
    auto *sheet = window.findChild<ui::LabelSheet *>();
    if (!sheet || !until("readings are drawn", [&] { return labels.snapshot().items.size() > 1; }))
        return nullptr;
    press(*sheet, Qt::Key_Y);
    return until("one was looked at", [&] { return labels.snapshot().told() == 1; }) ? sheet
                                                                                     : nullptr;
}

} // namespace baton
