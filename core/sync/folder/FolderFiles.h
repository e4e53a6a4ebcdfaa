#pragma once

#include "core/base/Result.h"

#include <QtCore/QList>

/// The files of a folder upstream: which are read, which are written, and whether one has changed.
namespace baton::sync::folder {

/// Tells a file from what stood under its name before: producers rename into place.
struct Stamp
{
    qint64 size = 0;
    qint64 mtimeNs = 0;
    qint64 inode = 0;
    bool operator==(const Stamp &) const = default;
};

struct File
{
    QString name; ///< without the folder; names no other place
    Stamp stamp;
};

/// *.out.jsonl: written by desks, never read as packets. Packed ones count too.
bool isOutput(const QString &name);
/// *.jsonl and *.jsonl.gz that are no output and not hidden.
bool isInput(const QString &name);
/// A file name without .jsonl or .jsonl.gz.
QString stemOf(const QString &name);
/// <stem>.<agent>.out.jsonl, whatever the agent's id holds.
QString outputName(const QString &stem, const QString &agentId);

enum class Kind { Input, Output };
/// By name. Regular files only: no links, no pipes. Error: Offline where the folder cannot be read.
Result<QList<File>> list(const QString &folder, Kind kind);

} // namespace baton::sync::folder
