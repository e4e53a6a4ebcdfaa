#pragma once

#include "core/base/Result.h"

#include <QtCore/QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace baton::policy {

/// One place in the document. The first thing wrong is kept, all later reading goes on with
/// defaults, so that the functions below read as the format does.
class JsonNode
{
public:
    JsonNode(const nlohmann::json &json, QString pointer, std::optional<Error> &problem)
        : m_json(json)
        , m_pointer(std::move(pointer))
        , m_problem(problem)
    { }

    void fail(const QString &what) const
    {
        if (!m_problem)
            m_problem = Error{ErrorCode::InvalidInput, QStringLiteral("policy"),
                              m_pointer + QStringLiteral(": ") + what};
    }

    /// Refuses whatever is no object, lacks a required key or has one that is neither required nor
    /// optional.
    bool object(std::initializer_list<const char *> required,
                std::initializer_list<const char *> optional = {}) const
    {
        if (!m_json.is_object()) {
            fail(QStringLiteral("expected an object"));
            return false;
        }
        for (const char *key : required) {
            if (!m_json.contains(key))
                at(key).fail(QStringLiteral("missing"));
        }
        for (const auto &item : m_json.items()) {
            const auto names = [&item](const char *key) { return item.key() == key; };
            if (std::none_of(required.begin(), required.end(), names)
                && std::none_of(optional.begin(), optional.end(), names))
                at(item.key()).fail(QStringLiteral("unknown key"));
        }
        return true;
    }

    bool has(const char *key) const { return m_json.is_object() && m_json.contains(key); }

    JsonNode at(const std::string &key) const
    {
        QString escaped = QString::fromStdString(key);
        escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        const auto found = m_json.find(key);
        return {found == m_json.end() ? none() : *found, m_pointer + u'/' + escaped, m_problem};
    }

    std::vector<JsonNode> list() const
    {
        std::vector<JsonNode> nodes;
        if (!m_json.is_array())
            fail(QStringLiteral("expected a list"));
        else
            for (std::size_t i = 0; i < m_json.size(); ++i)
                nodes.push_back({m_json[i], m_pointer + u'/' + QString::number(i), m_problem});
        return nodes;
    }

    QString text() const
    {
        const auto *string = m_json.get_ptr<const std::string *>();
        if (!string || string->empty() || string->size() > longestText) {
            fail(QStringLiteral("expected a text of 1 to %1 characters").arg(longestText));
            return {};
        }
        return QString::fromStdString(*string);
    }

    int number(int least, int most) const
    {
        if (m_json.is_number_integer()) {
            const auto value = m_json.get<std::int64_t>();
            if (value >= least && value <= most)
                return static_cast<int>(value);
        }
        fail(QStringLiteral("expected a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }

    template <class T>
    T oneOf(std::initializer_list<std::pair<QLatin1StringView, T>> choices) const
    {
        const QString name = text();
        QStringList names;
        for (const auto &[choice, value] : choices) {
            if (name == choice)
                return value;
            names.append(choice);
        }
        fail(QStringLiteral("expected one of %1").arg(names.join(u", ")));
        return choices.begin()->second;
    }

private:
    static constexpr int longestText = 200;

    static const nlohmann::json &none()
    {
        static const nlohmann::json null;
        return null;
    }

    const nlohmann::json &m_json;
    QString m_pointer;
    std::optional<Error> &m_problem;
};

} // namespace baton::policy
