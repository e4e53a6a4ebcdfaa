#pragma once

#include "core/domain/TextDiff.h"

/// How one text became another: sentence beside sentence, and word by word within. Pure; any
/// thread.
namespace baton::quality {

/// All sentences of both, in order. Sentences stand beside each other where the whole alignment
/// shares most words; two that share less than a third of theirs never do. Looks at the first 200
/// sentences of each.
QList<DiffRow> diff(const QString &draft, const QString &sent);

} // namespace baton::quality
