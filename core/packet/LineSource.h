#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace baton::packet {

/// The lines of a .jsonl or .jsonl.gz file ("-" is standard input; gzip is told by its first bytes,
/// not by the name), streamed: at most one line of maxLine bytes is in memory. Blank lines are
/// counted and skipped.
class LineSource
{
public:
    static Result<std::unique_ptr<LineSource>> open(const QString &path);
    ~LineSource();

    enum class Next { Line, TooLong, End, Broken };
    /// Moves to the next line. TooLong: the line was skipped. Broken: the compressed stream is
    /// damaged or cut; error() says how, and nothing follows.
    Next next();
    const QByteArray &line() const; ///< without the line end, valid until next()
    qint64 number() const;          ///< of the current line, from 1
    qint64 bytesRead() const;       ///< of the file as it lies on disk; for progress
    qint64 bytesTotal() const;      ///< −1 where unknown
    Error error() const;

private:
    struct Stream;
    explicit LineSource(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> m_stream;
};

} // namespace baton::packet
