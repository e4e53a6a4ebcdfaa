#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>

#include <memory>

namespace baton::store {

/// Keeps the accepted lines of one import as imports/<sha256 of the lines>.jsonl.gz, so that a lost
/// cache can be built again (DESIGN §4). The file appears whole or not at all; the same lines twice
/// make one file. One writer a folder at a time (the profile's lock); any thread.
class ImportArchive
{
public:
    /// Makes the folder where it is missing and removes what a killed import left behind.
    static Result<std::unique_ptr<ImportArchive>> create(const QString &folder);
    ~ImportArchive(); ///< without finish() nothing stays

    /// line without its end.
    Result<void> add(const QByteArray &line);
    /// On disk when it returns: the file's path, empty where no line was added.
    Result<QString> finish();

private:
    struct Writer;
    explicit ImportArchive(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace baton::store
