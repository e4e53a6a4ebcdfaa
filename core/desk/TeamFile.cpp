#include "core/desk/TeamFile.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// A free name in earlier/.
Result<QString> earlierName(const QFileInfo &file, Instant at)
{
    const QDir folder(file.path() + u"/earlier"_s);
    if (!folder.mkpath(u"."_s))
        return Error{ErrorCode::Io, folder.path(), u"the folder cannot be made"_s};
    const QString stem
        = file.completeBaseName() + u'.' + at.utc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString path = folder.filePath(stem + u'.' + file.suffix());
    for (int again = 2; QFileInfo::exists(path); ++again)
        path = folder.filePath(u"%1-%2.%3"_s.arg(stem).arg(again).arg(file.suffix()));
    return path;
}

} // namespace

Result<void> setTeamFileAside(const QString &path, Instant at)
{
    QFile file(path);
    if (!file.exists())
        return {};
    const Result<QString> name = earlierName(QFileInfo(path), at);
    if (!name)
        return name.error();
    if (!file.rename(*name))
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

Result<void> writeTeamFile(const QString &path, const QByteArray &text, Instant at)
{
    const QFileInfo place(path);
    if (!QDir().mkpath(place.path()))
        return Error{ErrorCode::Io, place.path(), u"the folder cannot be made"_s};
    if (place.exists()) {
        // A copy: at no moment is there no file.
        const Result<QString> name = earlierName(place, at);
        if (!name)
            return name.error();
        if (!QFile::copy(path, *name))
            return Error{ErrorCode::Io, *name, u"cannot be written"_s};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    file.setPermissions(ownerOnly);
    file.write(text);
    if (!file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

} // namespace baton
