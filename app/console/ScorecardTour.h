#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Shows the figures of the newest week that is over.
bool showScorecard(Desk &desk, ui::MainWindow &window, const WaitUntil &until);
/// Takes an intent from the bot by hand, as a lead, until its evidence is written.
bool tripOne(Desk &desk, const WaitUntil &until);
/// Sends away what the window tells of it.
void dismissBanner(ui::MainWindow &window);

} // namespace baton
