#include "core/sync/folder/SharedFiles.h"

#include "core/base/WholeFile.h"
#include "core/sync/folder/ActFile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace baton::sync::folder {

namespace {

/// What is there already was written by rename: of the right size it can only be damaged, which is
/// made good.
bool isThere(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.size() == bytes.size() && file.open(QIODevice::ReadOnly)
        && file.readAll() == bytes;
}

} // namespace

QString sharedFiles(const QString &folder)
{
    return folder + u"/attachments"_s;
}

Result<void> shareFile(const QString &folder, const Attachment &file, const QByteArray &bytes)
{
    const QString place = sharedFiles(folder);
    const QString path = place + u'/' + file.sha256.toLower();
    if (isThere(path, bytes))
        return {};
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::Offline, folder, u"no such folder"_s};
    if (!QDir(place).exists() && (!QDir().mkdir(place) || !syncFolder(folder)))
        return Error{ErrorCode::Io, place, u"the folder cannot be made"_s};
    if (const auto written = writeWhole(path, bytes); !written)
        return written;
    if (!syncFolder(place))
        return Error{ErrorCode::Io, place, u"the folder cannot be synced"_s};
    return {};
}

} // namespace baton::sync::folder
