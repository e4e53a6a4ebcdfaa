#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Types into the open palette what finds actions, conversations and passages.
bool findsInPalette(ui::MainWindow &window, const WaitUntil &until);

} // namespace baton
