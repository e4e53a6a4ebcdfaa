#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"

#include <QtCore/QStringList>

namespace baton::knowledge {

constexpr qsizetype largestFile = 16 << 20; ///< bytes

/// The endings of what can be read, without the dot, lower case.
const QStringList &readableEndings();

/// A document of the bytes of a file; file tells the format by its ending, names the file in errors
/// and, where the document itself gives none, the id ("returns.md" is "returns"). Without a version
/// it is the first one, without a title the first heading is it, else the id; without an audience
/// it is internal. Pure. Errors: TooLarge and InvalidInput, with FILE:LINE as subject and what to
/// do in the detail.
Result<Document> readDocument(const QString &file, const QByteArray &bytes);

} // namespace baton::knowledge
