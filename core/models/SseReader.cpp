#include "core/models/SseReader.h"

namespace baton::models {

Result<QList<SseEvent>> SseReader::take(const QByteArray &bytes)
{
    QList<SseEvent> out;
    for (const char c : bytes) {
        const bool feedOfReturn = c == '\n' && m_afterReturn;
        m_afterReturn = c == '\r';
        if (feedOfReturn)
            continue;
        if (c == '\n' || c == '\r') {
            line(out);
            continue;
        }
        m_line += c;
        if (m_line.size() > longestLine || m_event.data.size() > longestLine)
            return Error{ErrorCode::TooLarge, {}, QStringLiteral("a line of more than 1 MiB")};
    }
    return out;
}

QList<SseEvent> SseReader::flush()
{
    QList<SseEvent> out;
    if (!m_line.isEmpty())
        line(out);
    dispatch(out);
    return out;
}

void SseReader::line(QList<SseEvent> &out)
{
    QByteArray whole = std::exchange(m_line, {});
    if (!std::exchange(m_begun, true) && whole.startsWith("\xef\xbb\xbf"))
        whole.remove(0, 3);
    if (whole.isEmpty())
        return dispatch(out);
    const qsizetype colon = whole.indexOf(':');
    const QByteArray field = colon < 0 ? whole : whole.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : whole.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    } else if (field == "error") {
        m_event.error = value.isEmpty() ? QByteArrayLiteral("{}") : value;
    }
}

void SseReader::dispatch(QList<SseEvent> &out)
{
    if (std::exchange(m_hasData, false) || !m_event.error.isEmpty())
        out.append(std::exchange(m_event, {}));
}

} // namespace baton::models
