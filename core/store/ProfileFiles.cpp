#include "core/store/ProfileFiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

Error ioError(const QString &path)
{
    return {ErrorCode::Io, path, QString::fromLocal8Bit(std::strerror(errno))};
}

Result<void> makeFolder(const QString &path)
{
    if (QDir(path).exists())
        return {};
    if (!QDir().mkpath(path))
        return ioError(path);
    if (::chmod(QFile::encodeName(path).constData(), S_IRWXU) != 0)
        return ioError(path);
    return {};
}

} // namespace

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                                  S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return ioError(path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        Error error = ioError(path);
        if (errno == EWOULDBLOCK) {
            char owner[32] = {};
            const ssize_t length = ::pread(descriptor, owner, sizeof owner - 1, 0);
            const QByteArray process(owner, std::max<ssize_t>(length, 0));
            error = {ErrorCode::Locked, path,
                     u"held by process %1"_s.arg(QString::fromLatin1(process).trimmed())};
        }
        ::close(descriptor);
        return error;
    }
    const QByteArray pid = QByteArray::number(::getpid()) + '\n';
    const bool written = ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, pid.constData(), static_cast<size_t>(pid.size()), 0) == pid.size();
    if (!written) {
        const Error error = ioError(path);
        ::close(descriptor);
        return error;
    }
    return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

Result<void> makeFolders(const Paths &paths)
{
    for (const QString &folder : {paths.data, paths.state, paths.importsFolder()}) {
        if (const Result<void> made = makeFolder(folder); !made)
            return made;
    }
    return {};
}

Result<void> touchDatabase(const QString &file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                                  S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return ioError(file);
    ::close(descriptor);
    return {};
}

void removeLeftovers(const Paths &paths)
{
    QDir imports(paths.importsFolder());
    for (const QString &name : imports.entryList({u"*.part"_s}, QDir::Files))
        imports.remove(name);
}

QString damageMarker(const Paths &paths)
{
    return paths.data + u"/cache.damaged"_s;
}

void markDamaged(const Paths &paths, const QString &problem)
{
    QFile marker(damageMarker(paths));
    if (marker.open(QIODevice::WriteOnly))
        marker.write(problem.toUtf8());
}

Result<QString> setCacheAside(const Paths &paths, Instant now)
{
    const QString base
        = paths.cacheFile() + u".damaged-"_s + now.utc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString target = base;
    for (int n = 2; QFile::exists(target); ++n)
        target = base + u'-' + QString::number(n);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString from = paths.cacheFile() + suffix;
        if (QFile::exists(from) && !QFile::rename(from, target + suffix))
            return Error{ErrorCode::Io, from, u"cannot be moved aside"_s};
    }
    QFile::remove(damageMarker(paths));
    return target;
}

} // namespace baton::store
