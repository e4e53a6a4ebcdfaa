#pragma once

#include "core/base/Result.h"
#include "core/domain/Conversation.h"

#include <QtCore/QByteArray>

/// The files of messages in a folder upstream: attachments/<sha256>, each written once, by rename.
namespace baton::sync::folder {

/// Where they lie.
QString sharedFiles(const QString &folder);

/// Makes the file's bytes durable there, unless they are. Blocking. Errors: Offline where the
/// folder is gone, Io.
Result<void> shareFile(const QString &folder, const Attachment &file, const QByteArray &bytes);

} // namespace baton::sync::folder
