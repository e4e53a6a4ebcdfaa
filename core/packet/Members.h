#pragma once

#include "core/packet/JsonDocument.h"
#include "core/packet/Words.h"

/// Members of a JSON object as values; what is absent, null or of another type is empty.
namespace baton::packet {

/// Null where it is absent, null, or object is no object.
const Json *member(const Json &object, const char *key);
const Json *objectAt(const Json &object, const char *key);
const Json::array_t &items(const Json &object, const char *key);

/// A string's UTF-8, valid as long as object is.
std::string_view bytes(const Json &object, const char *key);
QString text(const Json &object, const char *key);
QList<QString> texts(const Json &object, const char *key);
/// A string as it is, anything else as compact JSON, nothing for null.
QString textOrJson(const Json *value);

bool flag(const Json &object, const char *key);
/// 0 to most.
std::optional<qint64> wholeNumber(const Json &object, const char *key, qint64 most);
std::optional<int> count(const Json &object, const char *key);

template <class Enum, size_t n>
std::optional<Enum> word(const std::array<Word<Enum>, n> &words, const Json &object,
                         const char *key)
{
    return valueOf(words, bytes(object, key));
}

} // namespace baton::packet
