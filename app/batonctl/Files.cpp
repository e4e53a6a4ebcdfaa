#include "app/batonctl/Files.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ctl {

Result<QStringList> filesBelow(const QStringList &paths, const QStringList &endings)
{
    QStringList files;
    QSet<QString> seen;
    const auto take = [&](const QString &path) {
        const QString whole = QFileInfo(path).canonicalFilePath();
        if (seen.contains(whole))
            return;
        seen.insert(whole);
        files.append(path);
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return Error{ErrorCode::NotFound, path, {}};
        if (!info.isDir()) {
            take(path);
            continue;
        }
        QStringList below;
        QDirIterator it(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            if (endings.contains(it.fileInfo().suffix().toLower()))
                below.append(file);
        }
        below.sort();
        std::for_each(below.begin(), below.end(), take);
    }
    return files;
}

} // namespace baton::ctl
