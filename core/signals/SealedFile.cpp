#include "core/signals/SealedFile.h"

#include "core/base/WholeFile.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

#include <zlib.h>

namespace baton::signs {

namespace {

constexpr qint64 largest = 512LL << 20; // bytes
constexpr int sealBytes = 4;

/// Against damage, not against malice: read at every start, so it has to be fast.
QByteArray sealOf(QByteArrayView body)
{
    const auto sum
        = quint32(crc32_z(0, reinterpret_cast<const Bytef *>(body.data()), size_t(body.size())));
    QByteArray seal(sealBytes, Qt::Uninitialized);
    qToLittleEndian(sum, seal.data());
    return seal;
}

} // namespace

Result<void> writeSealed(const QString &path, const QByteArray &body)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    return writeWhole(path, body + sealOf(body));
}

Result<QByteArray> readSealed(const QString &path, const QString &damaged)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    if (file.size() <= sealBytes || file.size() > largest)
        return Error{ErrorCode::Corrupt, path, damaged};
    const QByteArray all = file.readAll();
    QByteArray body = all.chopped(sealBytes);
    if (sealOf(body) != all.right(sealBytes))
        return Error{ErrorCode::Corrupt, path, damaged};
    return body;
}

} // namespace baton::signs
