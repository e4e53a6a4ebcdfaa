#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Corrects the intent of the open conversation, learns from it beside the model in use, and shows
/// what that would bring. False where something did not come about.
bool showModels(Desk &desk, ui::MainWindow &window, const WaitUntil &until);

} // namespace baton
