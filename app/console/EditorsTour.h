#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Shows what a lead edits: a playbook with what it writes in a conversation, and what is reviewed.
bool showEditors(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
                 const std::function<void(const char *name)> &shot);

} // namespace baton
