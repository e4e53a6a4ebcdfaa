#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>

/// Files that a team writes for itself and edits in the console. What stood in one before lies in
/// the folder earlier/ beside it, with the time in its name. Blocking.
namespace baton {

/// Whole or not at all.
Result<void> writeTeamFile(const QString &path, const QByteArray &text, Instant at);
Result<void> setTeamFileAside(const QString &path, Instant at); ///< nothing where there is none

} // namespace baton
