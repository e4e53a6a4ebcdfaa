#include "core/signals/SealedFile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace baton::signs {

namespace {

constexpr qint64 largest = 512LL << 20; // bytes
constexpr int hashBytes = 32;

} // namespace

Result<void> writeSealed(const QString &path, const QByteArray &body)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray seal = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    if (!file.open(QIODevice::WriteOnly) || file.write(body) != body.size()
        || file.write(seal) != seal.size() || !file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

Result<QByteArray> readSealed(const QString &path, const QString &damaged)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    if (file.size() <= hashBytes || file.size() > largest)
        return Error{ErrorCode::Corrupt, path, damaged};
    const QByteArray all = file.readAll();
    QByteArray body = all.chopped(hashBytes);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256) != all.right(hashBytes))
        return Error{ErrorCode::Corrupt, path, damaged};
    return body;
}

} // namespace baton::signs
