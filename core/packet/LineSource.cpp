#include "core/packet/LineSource.h"

#include "core/packet/Packet.h"

#include <QtCore/QFile>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace baton::packet {

namespace {

constexpr qsizetype rawSize = 64 << 10;
constexpr qsizetype plainSize = 256 << 10;

bool isBlank(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

} // namespace

/// A file's bytes, unpacked where they are gzip, cut into lines.
struct LineSource::Stream
{
    enum class Form { Unknown, Plain, Gzip, GzipEnded };

    QFile file;
    QString name;
    Form form = Form::Unknown;
    z_stream zip = {};
    QByteArray raw
        = QByteArray(rawSize, Qt::Uninitialized); ///< for gzip; zip.next_in points into it
    QByteArray plain = QByteArray(plainSize, Qt::Uninitialized);
    qsizetype position = 0; ///< in plain
    qsizetype filled = 0;   ///< of plain
    QByteArray line;
    qint64 number = 0;
    qint64 bytesRead = 0;
    bool ended = false; ///< the file has no more bytes
    std::optional<Error> error;

    ~Stream()
    {
        if (form == Form::Gzip || form == Form::GzipEnded)
            inflateEnd(&zip);
    }

    /// Reads at most size bytes of the file; 0 at its end and on failure.
    qsizetype readFile(char *to, qsizetype size)
    {
        qsizetype total = 0;
        while (total < size && !ended) {
            const qint64 count = file.read(to + total, size - total);
            if (count < 0)
                error = Error{ErrorCode::Io, name, file.errorString()};
            if (count <= 0)
                ended = true;
            else
                total += qsizetype(count);
            // A pipe gives what it has; a reader that waits for more would never show it.
            if (count > 0 && file.isSequential())
                break;
        }
        bytesRead += total;
        return total;
    }

    void broken(const QString &how) { error = Error{ErrorCode::Corrupt, name, how}; }

    void detectForm()
    {
        while (filled < 3 && !ended)
            filled += readFile(plain.data() + filled, filled == 0 ? rawSize : rawSize - filled);
        const QByteArrayView begin(plain.constData(), filled);
        form = Form::Plain;
        if (begin.startsWith("\x1F\x8B")) {
            std::memcpy(raw.data(), plain.constData(), size_t(filled));
            zip.next_in = reinterpret_cast<Bytef *>(raw.data());
            zip.avail_in = uInt(filled);
            filled = 0;
            if (inflateInit2(&zip, 15 + 16) != Z_OK)
                return broken(u"the decompressor cannot start"_s);
            form = Form::Gzip;
            fill();
        }
        if (QByteArrayView(plain.constData(), filled).startsWith("\xEF\xBB\xBF"))
            position = 3;
    }

    bool refillRaw()
    {
        if (zip.avail_in > 0)
            return true;
        const qsizetype count = readFile(raw.data(), rawSize);
        zip.next_in = reinterpret_cast<Bytef *>(raw.data());
        zip.avail_in = uInt(count);
        return count > 0;
    }

    /// Between two members: another may follow, or zeros as tape drives leave them, or the end.
    void startNextMember()
    {
        while (refillRaw() && *zip.next_in == 0) {
            ++zip.next_in;
            --zip.avail_in;
        }
        if (error || zip.avail_in == 0)
            return;
        if (*zip.next_in != 0x1F)
            return broken(u"bytes that are no gzip follow the compressed data"_s);
        inflateReset(&zip);
        form = Form::Gzip;
    }

    void inflateSome()
    {
        zip.next_out = reinterpret_cast<Bytef *>(plain.data());
        zip.avail_out = uInt(plainSize);
        while (zip.avail_out == uInt(plainSize) && !error) {
            if (form == Form::GzipEnded)
                startNextMember();
            if (error || form == Form::GzipEnded)
                break;
            if (!refillRaw()) {
                if (!error)
                    broken(u"the compressed data ends too early"_s);
                break;
            }
            const int status = inflate(&zip, Z_NO_FLUSH);
            if (status == Z_STREAM_END)
                form = Form::GzipEnded;
            else if (status != Z_OK && status != Z_BUF_ERROR)
                broken(u"the compressed data is damaged: "_s
                       + QString::fromLatin1(zip.msg ? zip.msg : "no gzip header"));
        }
        filled = plainSize - qsizetype(zip.avail_out);
    }

    /// Puts the next bytes into plain; none at the end and on failure.
    void fill()
    {
        position = 0;
        filled = 0;
        if (form == Form::Plain)
            filled = readFile(plain.data(), plainSize);
        else
            inflateSome();
    }

    /// Appends up to the next line end to line, nothing of what goes beyond maxLine. False at the
    /// end of all.
    bool readLine(bool &tooLong)
    {
        bool any = false;
        line.clear();
        tooLong = false;
        for (;;) {
            if (position == filled) {
                if (error)
                    return false;
                fill();
                if (filled == 0)
                    return any && !error;
            }
            const char *begin = plain.constData() + position;
            const void *end = std::memchr(begin, '\n', size_t(filled - position));
            const qsizetype count
                = end ? static_cast<const char *>(end) - begin : filled - position;
            any = true;
            // One byte more, for the carriage return that is cut below.
            if (line.size() + count > maxLine + 1)
                tooLong = true;
            if (tooLong)
                line.clear();
            else
                line.append(begin, count);
            position += count + (end ? 1 : 0);
            if (end)
                return true;
        }
    }
};

LineSource::LineSource(std::unique_ptr<Stream> stream)
    : m_stream(std::move(stream))
{ }

LineSource::~LineSource() = default;

Result<std::unique_ptr<LineSource>> LineSource::open(const QString &path)
{
    auto stream = std::make_unique<Stream>();
    stream->name = path;
    bool opened = false;
    if (path == "-"_L1) {
        opened = stream->file.open(stdin, QIODevice::ReadOnly);
    } else {
        stream->file.setFileName(path);
        opened = stream->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    if (!opened) {
        const bool absent = path != "-"_L1 && !stream->file.exists();
        return Error{absent ? ErrorCode::NotFound : ErrorCode::Io, path,
                     stream->file.errorString()};
    }
    return std::unique_ptr<LineSource>(new LineSource(std::move(stream)));
}

LineSource::Next LineSource::next()
{
    Stream &s = *m_stream;
    if (s.form == Stream::Form::Unknown)
        s.detectForm();
    bool tooLong = false;
    while (s.readLine(tooLong)) {
        ++s.number;
        if (tooLong)
            return Next::TooLong;
        if (s.line.endsWith('\r'))
            s.line.chop(1);
        if (s.line.size() > maxLine) {
            s.line.clear();
            return Next::TooLong;
        }
        if (!isBlank(s.line))
            return Next::Line;
    }
    s.line.clear();
    return s.error ? Next::Broken : Next::End;
}

const QByteArray &LineSource::line() const
{
    return m_stream->line;
}

qint64 LineSource::number() const
{
    return m_stream->number;
}

qint64 LineSource::bytesRead() const
{
    return m_stream->bytesRead;
}

qint64 LineSource::bytesTotal() const
{
    return m_stream->file.isSequential() ? -1 : m_stream->file.size();
}

Error LineSource::error() const
{
    return m_stream->error.value_or(
        Error{ErrorCode::Internal, m_stream->name, u"nothing is wrong"_s});
}

} // namespace baton::packet
