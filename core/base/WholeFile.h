#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>

namespace baton {

/// Writes a file whole or not at all: what was there before stays where it fails. Blocking; any
/// thread. Errors: Io.
Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace baton
