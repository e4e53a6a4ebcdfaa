#pragma once

#include "core/base/Result.h"
#include "core/domain/Passage.h"

namespace baton::ctl {

/// The Markdown documents of a folder, by file name. NotFound where it has none; else the errors of
/// knowledge::readDocument. Blocking.
Result<QList<Document>> documentsIn(const QString &folder);

} // namespace baton::ctl
