#pragma once

#include "core/desk/StopTypes.h"
#include "core/domain/Catalogue.h"
#include "core/policy/Policy.h"

#include <nlohmann/json.hpp>

namespace baton::store {
class Store;
}

namespace baton {

/// Reads what an event rests on. Blocks on the store: not on a thread that it needs. Errors: the
/// store's.
Result<StopEvidence> gatherEvidence(store::Store &store, const StopEvent &event,
                                    const policy::Policy &policy, const Catalogue &catalogue,
                                    int maturedDay);

nlohmann::ordered_json toJson(const StopEvidence &evidence);

/// "2025-11-17-refund_status": letters, digits, dashes and underscores alone.
QString evidenceName(const StopEvent &event);

/// index.html and evidence.json in that folder, in place of what was there: both or none. An empty
/// page is left out. Errors: Io, with the path.
Result<void> writeEvidence(const QString &folder, const StopEvidence &evidence,
                           const QByteArray &page);

} // namespace baton
