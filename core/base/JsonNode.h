#pragma once

#include "core/base/Result.h"

#include <QtCore/QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace baton {

/// One place in a document of ours (policy, catalogue, terms). The first thing wrong is kept, all
/// later reading goes on with defaults, so that the functions below read as the format does.
class JsonNode
{
public:
    /// document names what is read in the error: "policy".
    JsonNode(const nlohmann::json &json, QString document, std::optional<Error> &problem,
             QString pointer = {})
        : m_json(json)
        , m_document(std::move(document))
        , m_pointer(std::move(pointer))
        , m_problem(problem)
    { }

    void fail(const QString &what) const
    {
        if (!m_problem)
            m_problem = Error{ErrorCode::InvalidInput, m_document,
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

    bool isObject() const { return m_json.is_object(); }
    bool has(const char *key) const { return m_json.is_object() && m_json.contains(key); }

    JsonNode at(const std::string &key) const
    {
        QString escaped = QString::fromStdString(key);
        escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        const auto found = m_json.find(key);
        return {found == m_json.end() ? none() : *found, m_document, m_problem,
                m_pointer + u'/' + escaped};
    }

    std::vector<JsonNode> list() const
    {
        std::vector<JsonNode> nodes;
        if (!m_json.is_array())
            fail(QStringLiteral("expected a list"));
        else
            for (std::size_t i = 0; i < m_json.size(); ++i)
                nodes.push_back(
                    {m_json[i], m_document, m_problem, m_pointer + u'/' + QString::number(i)});
        return nodes;
    }

    QString text(std::size_t longest = longestText) const
    {
        const auto *string = m_json.get_ptr<const std::string *>();
        if (!string || string->empty() || string->size() > longest) {
            fail(QStringLiteral("expected a text of 1 to %1 bytes").arg(longest));
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

    double real(double least, double most) const
    {
        if (m_json.is_number()) {
            const auto value = m_json.get<double>();
            if (value >= least && value <= most)
                return value;
        }
        fail(QStringLiteral("expected a number from %1 to %2").arg(least).arg(most));
        return least;
    }

    bool flag() const
    {
        if (!m_json.is_boolean())
            fail(QStringLiteral("expected true or false"));
        return m_json.is_boolean() && m_json.get<bool>();
    }

    QStringList keys() const
    {
        QStringList names;
        if (m_json.is_object()) {
            for (const auto &item : m_json.items())
                names.append(QString::fromStdString(item.key()));
        }
        return names;
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
    static constexpr std::size_t longestText = 200;

    static const nlohmann::json &none()
    {
        static const nlohmann::json null;
        return null;
    }

    const nlohmann::json &m_json;
    QString m_document;
    QString m_pointer;
    std::optional<Error> &m_problem;
};

} // namespace baton
