#include "core/models/ChatChunk.h"

#include "core/models/ServerAccess.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::models {

namespace {

using Json = nlohmann::json;

QString stringAt(const Json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return {};
    return QString::fromStdString(found->get_ref<const std::string &>());
}

bool holds(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && !found->is_null() && *found != "";
}

Finish finishCalled(const QString &word)
{
    if (word == "stop"_L1)
        return Finish::Stop;
    if (word == "length"_L1)
        return Finish::Length;
    if (word == "content_filter"_L1)
        return Finish::Filter;
    return Finish::Other;
}

/// Text may come as parts: [{"type": "text", "text": "…"}].
QString contentOf(const Json &delta)
{
    const auto content = delta.find("content");
    if (content == delta.end() || !content->is_array())
        return stringAt(delta, "content");
    QString text;
    for (const Json &part : *content) {
        if (part.is_object())
            text += stringAt(part, "text");
    }
    return text;
}

} // namespace

ChatChunk chatChunk(const QByteArray &bytes)
{
    ChatChunk chunk;
    const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object())
        return chunk;
    chunk.isJson = true;
    if (holds(json, "error") || holds(json, "error_type") || holds(json, "error_message")
        || stringAt(json, "object") == "error"_L1) {
        const QString code = errorCodeIn(bytes);
        chunk.error = code.isEmpty() ? u"error"_s : code;
    }
    if (const auto usage = json.find("usage"); usage != json.end() && usage->is_object()) {
        const auto tokens = usage->find("prompt_tokens");
        if (tokens != usage->end() && tokens->is_number_integer())
            chunk.promptTokens = int(std::clamp<qint64>(tokens->get<qint64>(), 0, 1 << 30));
    }
    const auto choices = json.find("choices");
    if (choices == json.end() || !choices->is_array() || choices->empty()
        || !choices->front().is_object())
        return chunk;
    const Json &choice = choices->front();
    for (const char *name : {"delta", "message"}) {
        const auto delta = choice.find(name);
        if (delta == choice.end() || !delta->is_object())
            continue;
        chunk.text += contentOf(*delta);
        chunk.thinks
            = chunk.thinks || holds(*delta, "reasoning") || holds(*delta, "reasoning_content");
        chunk.refuses = chunk.refuses || holds(*delta, "refusal");
    }
    if (const QString word = stringAt(choice, "finish_reason"); !word.isEmpty())
        chunk.finish = finishCalled(word);
    return chunk;
}

} // namespace baton::models
