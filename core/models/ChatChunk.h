#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace baton::models {

/// How a server says that it is done.
enum class Finish {
    Stop,
    Length, ///< no more tokens were allowed
    Filter, ///< a filter stopped it, or the model refused
    Other   ///< another word: not to be relied on
};

/// What one JSON object of an answer says: a chunk of a stream, or the whole where a server does
/// not stream. Reasoning is never text.
struct ChatChunk
{
    bool isJson = false; ///< false: cut off or something else; all below is empty then
    QString text;
    bool thinks = false;  ///< reasoning came
    bool refuses = false; ///< delta.refusal came
    std::optional<Finish> finish;
    std::optional<int> promptTokens;
    /// An error under HTTP 200: its code where it has one, else "error"; empty: none.
    QString error;
    bool operator==(const ChatChunk &) const = default;
};

ChatChunk chatChunk(const QByteArray &json);

} // namespace baton::models
