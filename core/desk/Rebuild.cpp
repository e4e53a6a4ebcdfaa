#include "core/desk/Rebuild.h"

#include "core/base/Log.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton {

Result<RebuildReport> rebuildFromImports(store::Store &store,
                                         const std::function<bool(double)> &progress)
{
    RebuildReport report;
    const QFileInfoList files
        = QDir(store.paths().importsFolder())
              .entryInfoList({u"*.jsonl.gz"_s}, QDir::Files, QDir::Time | QDir::Reversed);
    qint64 total = 0;
    for (const QFileInfo &file : files)
        total += file.size();

    qint64 before = 0;
    const packet::LineSource *current = nullptr;
    const auto proceed = [&] {
        const qint64 done = before + (current ? current->bytesRead() : 0);
        return !progress || progress(total > 0 ? double(done) / double(total) : 1);
    };
    const auto rejected = [](const packet::Rejection &rejection) {
        log::warn("rebuild",
                  u"%1:%2 %3"_s.arg(rejection.file).arg(rejection.line).arg(rejection.code));
    };
    Importer importer(store, {rejected, proceed});
    for (const QFileInfo &file : files) {
        auto source = packet::LineSource::open(file.filePath());
        if (!source) {
            log::error("rebuild", source.error());
            report.damaged.append(file.filePath());
            continue;
        }
        current = source->get();
        const auto read = importer.read(**source, file.fileName(), nullptr);
        if (!read && read.error().subject == file.filePath()) {
            log::error("rebuild", read.error());
            report.damaged.append(file.filePath());
        } else if (!read) {
            return read.error();
        }
        current = nullptr;
        before += file.size();
    }
    report.totals = importer.totals();
    return report;
}

} // namespace baton
