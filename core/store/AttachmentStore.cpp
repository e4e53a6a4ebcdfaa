#include "core/store/AttachmentStore.h"

#include "core/base/WholeFile.h"
#include "core/domain/Attachments.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QMimeDatabase>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qint64 block = 256 << 10;

/// No more than largestAttachment is ever in memory.
Result<QByteArray> readWhole(const QString &path, const QString &name)
{
    const QFileInfo info(path);
    if (!info.isFile()) // no folder, no pipe that would never end
        return Error{ErrorCode::NotFound, name, u"no regular file"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, name, file.errorString()};
    const Error tooLarge{ErrorCode::TooLarge, name, u"limit %1 bytes"_s.arg(largestAttachment)};
    if (file.size() > largestAttachment)
        return tooLarge;
    QByteArray bytes;
    while (!file.atEnd()) {
        const QByteArray part = file.read(block);
        if (part.isEmpty())
            break;
        bytes += part;
        if (bytes.size() > largestAttachment) // it grew meanwhile
            return tooLarge;
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, name, file.errorString()};
    return bytes;
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Only those of this hash.
Result<QByteArray> readSame(const QString &path, const QString &sha256, const QString &name)
{
    Result<QByteArray> bytes = readWhole(path, name);
    if (bytes && sha256Of(*bytes) != sha256)
        return Error{ErrorCode::Corrupt, name, u"its bytes are not those of %1"_s.arg(sha256)};
    return bytes;
}

} // namespace

QString AttachmentStore::pathOf(const QString &sha256) const
{
    return m_folder + u'/' + sha256.first(2) + u'/' + sha256;
}

Result<Attachment> AttachmentStore::add(const QString &path) const
{
    const QString name = safeFileName(path);
    const auto bytes = readWhole(path, name);
    if (!bytes)
        return bytes.error();
    return add(*bytes, name);
}

Result<Attachment> AttachmentStore::add(const QByteArray &bytes, const QString &name) const
{
    const QString safe = safeFileName(name);
    if (bytes.isEmpty())
        return Error{ErrorCode::InvalidInput, safe, u"the file is empty"_s};
    if (bytes.size() > largestAttachment)
        return Error{ErrorCode::TooLarge, safe, u"limit %1 bytes"_s.arg(largestAttachment)};
    const Attachment file{safe, sha256Of(bytes), bytes.size(),
                          QMimeDatabase().mimeTypeForFileNameAndData(safe, bytes).name()};
    if (const auto kept = keep(bytes, file); !kept)
        return kept.error();
    return file;
}

/// A damaged one is made good by the same bytes.
Result<void> AttachmentStore::keep(const QByteArray &bytes, const Attachment &file) const
{
    constexpr QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner;
    if (read(file))
        return {};
    const QString path = pathOf(file.sha256);
    for (const QString &folder : {m_folder, QFileInfo(path).path()}) {
        if (QDir(folder).exists())
            continue;
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, mine | QFile::ExeOwner))
            return Error{ErrorCode::Io, file.name, u"no folder %1"_s.arg(folder)};
    }
    if (const auto written = writeWhole(path, bytes); !written)
        return Error{ErrorCode::Io, file.name, written.error().detail};
    if (!QFile::setPermissions(path, mine))
        return Error{ErrorCode::Io, file.name, u"no permissions for %1"_s.arg(path)};
    return {};
}

Result<QByteArray> AttachmentStore::read(const Attachment &file) const
{
    const QString name = safeFileName(file.name);
    if (!isSha256(file.sha256))
        return Error{ErrorCode::NotFound, name, u"the message gives no SHA-256"_s};
    const QString sha256 = file.sha256.toLower();
    return readSame(pathOf(sha256), sha256, name);
}

Result<QByteArray> AttachmentStore::fetch(const Attachment &file, const QString &from) const
{
    Result<QByteArray> bytes = read(file);
    if (bytes || from.isEmpty() || !isSha256(file.sha256))
        return bytes;
    const QString name = safeFileName(file.name);
    const QString sha256 = file.sha256.toLower();
    bytes = readSame(from + u'/' + sha256, sha256, name);
    if (!bytes)
        return bytes;
    if (const auto kept = keep(*bytes, {name, sha256, bytes->size(), file.mime}); !kept)
        return kept.error();
    return bytes;
}

} // namespace baton::store
