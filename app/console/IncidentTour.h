#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

namespace sync {
class DemoControl;
}

/// Lets the demo's payment page fail, until many customers who write the same stand in one line.
/// begun is called when it has just failed; false from there ends it.
bool showIncident(Desk &desk, sync::DemoControl &demo, const WaitUntil &until,
                  const std::function<bool()> &begun);

} // namespace baton
