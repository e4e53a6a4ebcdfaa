#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>

namespace baton::sync::folder {

/// Appends a line (with its line end) to an output file and makes it durable before it returns; on
/// failure the file is as it was. A torn last line, left by a crash, is cut off first: it was never
/// acknowledged. Errors: Offline where the folder is gone, Io.
Result<void> appendLine(const QString &path, const QByteArray &line);

/// Makes the names in a folder durable: those of files are so only with it.
bool syncFolder(const QString &folder);

/// The keys of all whole lines in the folder's output files, whoever wrote them. Errors: Offline;
/// Io where a file cannot be read, for then nobody knows what was taken.
Result<QSet<ActKey>> writtenKeys(const QString &folder);

} // namespace baton::sync::folder
