#include "core/packet/Members.h"

#include "core/packet/Refusal.h"

#include <limits>

namespace baton::packet {

const Json *member(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json *objectAt(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_object() ? value : nullptr;
}

const Json::array_t &items(const Json &object, const char *key)
{
    static const Json::array_t none;
    const Json *value = member(object, key);
    return value && value->is_array() ? value->get_ref<const Json::array_t &>() : none;
}

std::string_view bytes(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_string() ? std::string_view(value->get_ref<const std::string &>())
                                       : std::string_view();
}

QString text(const Json &object, const char *key)
{
    return toText(bytes(object, key));
}

QList<QString> texts(const Json &object, const char *key)
{
    QList<QString> result;
    for (const Json &item : items(object, key)) {
        if (item.is_string())
            result += toText(item.get_ref<const std::string &>());
    }
    return result;
}

QString textOrJson(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return toText(value->is_string() ? value->get_ref<const std::string &>() : value->dump());
}

bool flag(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_boolean() && value->get<bool>();
}

std::optional<qint64> wholeNumber(const Json &object, const char *key, qint64 most)
{
    const Json *value = member(object, key);
    if (!value || !value->is_number_integer())
        return {};
    const double size = value->get<double>();
    return size >= 0 && size <= double(most) ? std::optional(value->get<qint64>()) : std::nullopt;
}

std::optional<int> count(const Json &object, const char *key)
{
    const auto number = wholeNumber(object, key, std::numeric_limits<int>::max());
    return number ? std::optional(int(*number)) : std::nullopt;
}

} // namespace baton::packet
