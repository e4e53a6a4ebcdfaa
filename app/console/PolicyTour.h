#pragma once

#include "app/console/KnowledgeTour.h"

class QWidget;

namespace baton {

/// Draws up a policy: a threshold, a rule and an intent that is on its way to another field, with
/// what that would have done. False where something did not come about.
bool showPolicy(Desk &desk, ui::MainWindow &window, const WaitUntil &until);
/// Opens the sheet where a lead looks at readings drawn by lot, and says of the first that it is
/// right; null where something did not come about.
QWidget *showLabels(Desk &desk, ui::MainWindow &window, const WaitUntil &until);

} // namespace baton
