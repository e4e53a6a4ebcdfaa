#pragma once

#include "core/store/Connection.h"

namespace baton::store {

/// What so many customers write that it has one cause, as long as some of them wait; the one with
/// most in the queue first.
QList<Incident> incidentsIn(Connection &connection, const ArrivalLimits &limits);

} // namespace baton::store
