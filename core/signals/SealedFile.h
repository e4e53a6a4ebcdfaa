#pragma once

#include "core/base/Result.h"

/// Files of models: a body and its CRC-32. Blocking.
namespace baton::signs {

/// The file appears whole or not at all, and its folder with it.
Result<void> writeSealed(const QString &path, const QByteArray &body);
/// NotFound; Corrupt with the words where the seal does not fit, or the file is larger than any of
/// ours.
Result<QByteArray> readSealed(const QString &path, const QString &damaged);

} // namespace baton::signs
