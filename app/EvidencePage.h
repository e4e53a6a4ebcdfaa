#pragma once

#include "core/desk/StopTypes.h"

/// The words of the stop-loss's evidence. Pure; any thread.
namespace baton {

/// One page that needs nothing beside it: prints, and follows the reader's light or dark.
QByteArray evidencePage(const StopEvidence &evidence);
/// Why a version of the policy was made.
QString noteOf(const StopEvent &event, const QString &title);
StopWords stopWords(); ///< both

} // namespace baton
