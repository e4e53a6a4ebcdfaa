#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Reviews a conversation whose draft was edited, and one with a planted error where there is one,
/// and leaves what was revealed on the screen; answered is called before it is saved. False where
/// something did not come about.
bool showReview(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
                const std::function<void()> &answered);

} // namespace baton
