#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace baton::models {

/// One event of a stream. Bytes as they came; UTF-8 is complete, since events end at line ends.
struct SseEvent
{
    QByteArray data; ///< the data fields, joined by line feeds
    /// Of a field "error:", as old llama.cpp writes it in place of data.
    QByteArray error;
    bool operator==(const SseEvent &) const = default;
};

/// Server-sent events (WHATWG HTML §9.2) from bytes in any pieces: lines end in \n, \r\n or \r;
/// comments and unknown fields are passed over.
class SseReader
{
public:
    static constexpr qsizetype longestLine = 1 << 20; ///< bytes; likewise of an event's data

    /// The events that these bytes complete. TooLarge where a line or an event is too long; the
    /// reader is of no use then.
    Result<QList<SseEvent>> take(const QByteArray &bytes);
    /// What was not ended by an empty line when the stream ended.
    QList<SseEvent> flush();

private:
    void line(QList<SseEvent> &out);
    void dispatch(QList<SseEvent> &out);

    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_afterReturn = false; ///< a line feed that follows belongs to the last line end
    bool m_begun = false;       ///< the byte order mark was looked for
};

} // namespace baton::models
