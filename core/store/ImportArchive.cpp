#include "core/store/ImportArchive.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace baton::store {

namespace {

constexpr qsizetype chunk = 256 << 10;
constexpr int level = 3;            // close to the size of 6 in half its time
constexpr int gzipWindow = 15 + 16; // zlib's way to ask for a gzip header

Error ioError(const QFile &file)
{
    return {ErrorCode::Io, file.fileName(), file.errorString()};
}

/// A rename is durable only once the folder is.
bool syncFolder(const QString &folder)
{
    const int descriptor
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

struct ImportArchive::Writer
{
    QString folder;
    QFile file;
    z_stream zip = {};
    bool started = false;
    qint64 lines = 0;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QByteArray pending;
    QByteArray packed = QByteArray(chunk, Qt::Uninitialized);

    ~Writer()
    {
        if (started)
            deflateEnd(&zip);
        if (file.isOpen())
            file.remove();
    }

    Result<void> write(int flush)
    {
        hash.addData(pending);
        zip.next_in = reinterpret_cast<Bytef *>(pending.data());
        zip.avail_in = static_cast<uInt>(pending.size());
        do {
            zip.next_out = reinterpret_cast<Bytef *>(packed.data());
            zip.avail_out = static_cast<uInt>(packed.size());
            if (deflate(&zip, flush) == Z_STREAM_ERROR)
                return Error{ErrorCode::Internal, file.fileName(), u"deflate"_s};
            const qint64 made = packed.size() - zip.avail_out;
            if (file.write(packed.constData(), made) != made)
                return ioError(file);
        } while (zip.avail_out == 0);
        pending.clear();
        return {};
    }
};

ImportArchive::ImportArchive(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
{ }
ImportArchive::~ImportArchive() = default;

Result<std::unique_ptr<ImportArchive>> ImportArchive::create(const QString &folder)
{
    const QFileDevice::Permissions mine
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    QDir place(folder);
    if (!place.exists() && !(place.mkpath(u"."_s) && QFile::setPermissions(folder, mine)))
        return Error{ErrorCode::Io, folder, u"cannot be made"_s};
    for (const QString &left : place.entryList({u"*.part"_s}, QDir::Files))
        place.remove(left);

    auto writer = std::make_unique<Writer>();
    writer->folder = folder;
    writer->file.setFileName(place.filePath(u"import.part"_s));
    if (!writer->file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                           QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return ioError(writer->file);
    if (deflateInit2(&writer->zip, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return Error{ErrorCode::Internal, writer->file.fileName(), u"deflateInit2"_s};
    writer->started = true;
    return std::unique_ptr<ImportArchive>(new ImportArchive(std::move(writer)));
}

Result<void> ImportArchive::add(const QByteArray &line)
{
    ++m_writer->lines;
    m_writer->pending.append(line).append('\n');
    return m_writer->pending.size() < chunk ? Result<void>() : m_writer->write(Z_NO_FLUSH);
}

Result<QString> ImportArchive::finish()
{
    if (m_writer->lines == 0)
        return QString();
    if (const auto written = m_writer->write(Z_FINISH); !written)
        return written.error();
    QFile &file = m_writer->file;
    if (!file.flush() || ::fsync(file.handle()) != 0)
        return ioError(file);
    const QString name = QString::fromLatin1(m_writer->hash.result().toHex()) + u".jsonl.gz"_s;
    const QString path = m_writer->folder + u'/' + name;
    if (QFile::exists(path))
        return path; // the very same lines; the destructor removes the copy
    file.close();
    if (!file.rename(path) || !syncFolder(m_writer->folder))
        return ioError(file);
    return path;
}

} // namespace baton::store
