#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

/// Waits until live systems have answered about the open conversation; whether an order was named,
/// for which a refund can be made.
bool canRefund(Desk &desk, const WaitUntil &until);
/// Has a live system do something for the open conversation, as far as a lead lets it: looks up,
/// asks for a refund beyond the agent's limit, approves it as a lead. shot takes a picture.
bool showLive(Desk &desk, ui::MainWindow &window, const WaitUntil &until,
              const std::function<void(const char *name)> &shot);

} // namespace baton
