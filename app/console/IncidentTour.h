#pragma once

#include "app/console/KnowledgeTour.h"

namespace baton {

namespace sync {
class DemoControl;
}

/// Lets the demo's payment page fail, until many customers who write the same stand in one line.
bool showIncident(Desk &desk, sync::DemoControl &demo, const WaitUntil &until);

} // namespace baton
