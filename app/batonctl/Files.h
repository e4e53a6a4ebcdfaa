#pragma once

#include "core/base/Result.h"

#include <QtCore/QStringList>

namespace baton::ctl {

/// Paths as the user gave them: a file as it is, a folder as the files below it with one of the
/// endings (lower case, without the dot), by name; no file twice. Links are not followed. Errors:
/// NotFound for a path that is not there.
Result<QStringList> filesBelow(const QStringList &paths, const QStringList &endings);

} // namespace baton::ctl
