#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <nlohmann/json.hpp>

/// Members of the demo's bundled files: what is not there, or is something else, is empty.
namespace baton::sync::demo {

using Json = nlohmann::json;

inline const Json &member(const Json &json, const char *key)
{
    static const Json none;
    const auto found = json.find(key);
    return found == json.end() ? none : *found;
}

inline QString text(const Json &json, const char *key)
{
    const auto *string = member(json, key).get_ptr<const std::string *>();
    return string ? QString::fromStdString(*string) : QString();
}

inline QList<QString> texts(const Json &json, const char *key)
{
    QList<QString> list;
    for (const Json &value : member(json, key))
        list += QString::fromStdString(value.get<std::string>());
    return list;
}

} // namespace baton::sync::demo
