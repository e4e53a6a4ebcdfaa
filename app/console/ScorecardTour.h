#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Shows the figures of the newest week that is over.
bool showScorecard(Desk &desk, ui::MainWindow &window, const WaitUntil &until);

} // namespace baton
