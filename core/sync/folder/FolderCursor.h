#pragma once

#include "core/sync/Upstream.h"
#include "core/sync/folder/FolderFiles.h"

#include <QtCore/QMap>

namespace baton::sync::folder {

/// How far a file was read.
struct ReadSoFar
{
    Stamp stamp; ///< of the file the lines belong to
    qint64 lines = 0;
    bool done = false;
    bool operator==(const ReadSoFar &) const = default;
};

/// By file name.
using ReadFiles = QMap<QString, ReadSoFar>;

Cursor toCursor(const ReadFiles &files);
/// Whatever is no cursor of ours reads as the beginning.
ReadFiles fromCursor(const Cursor &cursor);

} // namespace baton::sync::folder
