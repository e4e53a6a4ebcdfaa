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

/// What is read of a file, and its hash.
struct HashedBytes
{
    QByteArray bytes;
    QString sha256;
};

/// No more than largestAttachment is ever in memory.
Result<HashedBytes> readHashed(const QString &path, const QString &name)
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
    HashedBytes read;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        const QByteArray part = file.read(block);
        if (part.isEmpty())
            break;
        read.bytes += part;
        if (read.bytes.size() > largestAttachment) // it grew meanwhile
            return tooLarge;
        hash.addData(part);
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Io, name, file.errorString()};
    read.sha256 = QString::fromLatin1(hash.result().toHex());
    return read;
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Attachment named(const QByteArray &bytes, const QString &sha256, const QString &name)
{
    return {name, sha256, bytes.size(),
            QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name()};
}

} // namespace

QString AttachmentStore::pathOf(const QString &sha256) const
{
    return m_folder + u'/' + sha256.first(2) + u'/' + sha256;
}

Result<Attachment> AttachmentStore::add(const QString &path) const
{
    const QString name = safeFileName(path);
    Result<HashedBytes> read = readHashed(path, name);
    if (!read)
        return read.error();
    if (read->bytes.isEmpty())
        return Error{ErrorCode::InvalidInput, name, u"the file is empty"_s};
    const Attachment file = named(read->bytes, read->sha256, name);
    if (const auto kept = keep(read->bytes, file); !kept)
        return kept.error();
    return file;
}

Result<Attachment> AttachmentStore::add(const QByteArray &bytes, const QString &name) const
{
    const QString safe = safeFileName(name);
    if (bytes.isEmpty())
        return Error{ErrorCode::InvalidInput, safe, u"the file is empty"_s};
    if (bytes.size() > largestAttachment)
        return Error{ErrorCode::TooLarge, safe, u"limit %1 bytes"_s.arg(largestAttachment)};
    const Attachment file = named(bytes, sha256Of(bytes), safe);
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
    Result<HashedBytes> read = readHashed(pathOf(sha256), name);
    if (!read)
        return read.error();
    if (read->sha256 != sha256)
        return Error{ErrorCode::Corrupt, name, u"its bytes are not those of %1"_s.arg(sha256)};
    return std::move(read->bytes);
}

Result<void> AttachmentStore::fetch(const Attachment &file, const QString &from) const
{
    if (const auto there = read(file); there || from.isEmpty() || !isSha256(file.sha256))
        return there ? Result<void>() : there.error();
    const QString name = safeFileName(file.name);
    const QString sha256 = file.sha256.toLower();
    Result<HashedBytes> read = readHashed(from + u'/' + sha256, name);
    if (!read)
        return read.error();
    if (read->sha256 != sha256)
        return Error{ErrorCode::Corrupt, name, u"its bytes are not those of %1"_s.arg(sha256)};
    return keep(read->bytes, {name, sha256, read->bytes.size(), file.mime});
}

} // namespace baton::store
