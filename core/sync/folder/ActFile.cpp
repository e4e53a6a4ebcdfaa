#include "core/sync/folder/ActFile.h"

#include "core/packet/LineSource.h"
#include "core/sync/folder/FolderFiles.h"
#include "core/sync/folder/TopLevel.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton::sync::folder {

namespace {

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    { }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

Error failure(const QString &path)
{
    const bool gone = errno == ENOENT || errno == ENOTDIR || errno == ESTALE;
    return {gone ? ErrorCode::Offline : ErrorCode::Io, path, qt_error_string(errno)};
}

/// The length up to and with the last line end; −1 on failure.
qint64 wholeLines(int file, qint64 size)
{
    std::array<char, 64 << 10> block;
    for (qint64 end = size; end > 0;) {
        const qint64 begin = std::max<qint64>(0, end - qint64(block.size()));
        const ssize_t count = pread(file, block.data(), size_t(end - begin), begin);
        if (count != end - begin)
            return -1;
        const std::string_view text(block.data(), size_t(count));
        if (const size_t at = text.rfind('\n'); at != std::string_view::npos)
            return begin + qint64(at) + 1;
        end = begin;
    }
    return 0;
}

bool endsWhole(const QString &path)
{
    QFile file(path);
    char last = '\n';
    if (file.open(QIODevice::ReadOnly) && file.size() > 0 && file.seek(file.size() - 1))
        file.getChar(&last);
    return last == '\n';
}

} // namespace

bool syncFolder(const QString &folder)
{
    const Descriptor opened(
        open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.number() >= 0 && fsync(opened.number()) == 0;
}

Result<void> appendLine(const QString &path, const QByteArray &line)
{
    constexpr mode_t everybodyAsUmaskSays = 0666;
    const Descriptor file(open(QFile::encodeName(path).constData(),
                               O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
                               everybodyAsUmaskSays));
    struct stat info = {};
    if (file.number() < 0 || fstat(file.number(), &info) != 0)
        return failure(path);
    if (!S_ISREG(info.st_mode))
        return Error{ErrorCode::Io, path, u"not a regular file"_s};
    const qint64 whole = wholeLines(file.number(), info.st_size);
    if (whole < 0 || (whole != info.st_size && ftruncate(file.number(), whole) != 0))
        return failure(path);
    errno = 0;
    const bool written = write(file.number(), line.constData(), size_t(line.size())) == line.size();
    if (!written && errno == 0)
        errno = ENOSPC;
    if (!written || fsync(file.number()) != 0
        || (info.st_size == 0 && !syncFolder(QFileInfo(path).path()))) {
        const Error error = failure(path);
        if (ftruncate(file.number(), whole) != 0)
            return Error{ErrorCode::Io, path, error.detail};
        return error;
    }
    return {};
}

Result<QSet<ActKey>> writtenKeys(const QString &folder)
{
    const auto files = list(folder, Kind::Output);
    if (!files)
        return files.error();
    using Next = packet::LineSource::Next;
    QSet<ActKey> keys;
    for (const File &file : *files) {
        const QString path = folder + u'/' + file.name;
        auto source = packet::LineSource::open(path);
        if (!source)
            return Error{ErrorCode::Io, path, source.error().detail};
        packet::LineSource &lines = **source;
        std::optional<ActKey> last;
        Next next = lines.next();
        for (; next == Next::Line || next == Next::TooLong; next = lines.next()) {
            if (last)
                keys += *last;
            last.reset();
            if (next != Next::Line)
                continue;
            if (const auto key = topLevelString(lines.line(), "key"))
                last = ActKey(*key);
        }
        if (next == Next::Broken && lines.error().code == ErrorCode::Io)
            return lines.error();
        // A last line without its end is torn: appendLine will cut it off.
        if (last && (!file.name.endsWith(".jsonl"_L1) || endsWhole(path)))
            keys += *last;
    }
    return keys;
}

} // namespace baton::sync::folder
