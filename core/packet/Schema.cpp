#include "core/packet/Schema.h"

#include "core/packet/Refusal.h"

#include <QtCore/QFile>
#include <nlohmann/json.hpp>

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::packet {

using Json = nlohmann::json;

namespace {

/// node with every "$ref": "#/definitions/x" replaced by what it names. The definitions do not
/// recur.
Json withoutReferences(const Json &node, const Json &definitions)
{
    if (node.is_array()) {
        Json result = Json::array();
        for (const Json &item : node)
            result.push_back(withoutReferences(item, definitions));
        return result;
    }
    if (!node.is_object())
        return node;
    if (const auto reference = node.find("$ref"); reference != node.end()) {
        const std::string &path = reference->get_ref<const std::string &>();
        return withoutReferences(definitions.at(path.substr(path.rfind('/') + 1)), definitions);
    }
    Json result = Json::object();
    for (const auto &[key, value] : node.items()) {
        if (key != "definitions")
            result[key] = withoutReferences(value, definitions);
    }
    return result;
}

/// valijson compiles a regular expression each time it meets a date-time.
void dropFormats(Json &node)
{
    if (node.is_object() && node.contains("format") && node["format"].is_string())
        node.erase("format");
    for (Json &child : node) {
        if (child.is_structured())
            dropFormats(child);
    }
}

QStringList typeNames(const Json &schema)
{
    QStringList names;
    const auto types = schema.find("type");
    if (types == schema.end())
        return names;
    for (const Json &type : types->is_array() ? *types : Json::array({*types}))
        names += QString::fromStdString(type.get<std::string>());
    return names;
}

bool isOfType(const Json &value, const QString &type)
{
    return (type == "string"_L1 && value.is_string()) || (type == "object"_L1 && value.is_object())
        || (type == "array"_L1 && value.is_array()) || (type == "boolean"_L1 && value.is_boolean())
        || (type == "null"_L1 && value.is_null())
        || (type == "integer"_L1 && value.is_number_integer())
        || (type == "number"_L1 && value.is_number());
}

QString range(const Json &schema, const char *minimum, const char *maximum)
{
    if (!schema.contains(maximum))
        return {};
    const qint64 least = schema.value(minimum, qint64(0));
    return u"%1 to %2"_s.arg(least).arg(schema[maximum].get<qint64>());
}

QString describeType(const Json &schema, const QString &type)
{
    if (type == "string"_L1) {
        const std::string format = schema.value("format", "");
        if (format == "date-time")
            return u"an RFC 3339 time"_s;
        if (format == "duration")
            return u"an ISO 8601 duration"_s;
        const QString lengths = range(schema, "minLength", "maxLength");
        return lengths.isEmpty() ? u"a string"_s : u"a string of %1 characters"_s.arg(lengths);
    }
    if (type == "integer"_L1) {
        const QString limits = range(schema, "minimum", "maximum");
        return limits.isEmpty() ? u"a whole number"_s : u"a whole number from %1"_s.arg(limits);
    }
    if (type == "object"_L1)
        return u"an object"_s;
    if (type == "array"_L1)
        return u"an array"_s;
    if (type == "boolean"_L1)
        return u"true or false"_s;
    return type == "number"_L1 ? u"a number"_s : type;
}

/// What the schema asks of a value, in words.
QString describe(const Json &schema)
{
    if (const auto constant = schema.find("const"); constant != schema.end())
        return foundValue(*constant);
    QStringList alternatives;
    if (const auto words = schema.find("enum"); words != schema.end()) {
        QStringList names;
        for (const Json &word : *words) {
            if (word.is_string())
                names += QString::fromStdString(word.get<std::string>());
        }
        alternatives += u"one of "_s + names.join(u", "_s);
        if (std::any_of(words->begin(), words->end(),
                        [](const Json &word) { return word.is_null(); }))
            alternatives += u"null"_s;
    } else {
        for (const QString &type : typeNames(schema))
            alternatives += describeType(schema, type);
    }
    return alternatives.isEmpty() ? u"any JSON"_s : alternatives.join(u" or "_s);
}

/// Up to the first NUL, as valijson counts.
qint64 codePoints(const std::string &text)
{
    const auto end = std::find(text.begin(), text.end(), '\0');
    return std::count_if(text.begin(), end, [](char c) { return (uchar(c) & 0xC0) != 0x80; });
}

bool withinLimits(const Json &schema, const Json &value)
{
    if (value.is_number()) {
        const double number = value.get<double>();
        return number >= schema.value("minimum", number)
            && number <= schema.value("maximum", number);
    }
    if (value.is_string() && schema.contains("maxLength")) {
        const qint64 length = codePoints(value.get_ref<const std::string &>());
        return length >= schema.value("minLength", qint64(0))
            && length <= schema["maxLength"].get<qint64>();
    }
    return true;
}

bool fitsHere(const Json &schema, const Json &value)
{
    const QStringList types = typeNames(schema);
    if (!types.isEmpty() && std::none_of(types.begin(), types.end(), [&](const QString &type) {
            return isOfType(value, type);
        }))
        return false;
    if (schema.contains("const") && schema["const"] != value)
        return false;
    const auto words = schema.find("enum");
    if (words != schema.end() && std::find(words->begin(), words->end(), value) == words->end())
        return false;
    return withinLimits(schema, value);
}

/// The first place where value breaks schema, or nothing. Recurses as deep as the schema does.
std::optional<Rejection> firstBreach(const Json &schema, const Json &value, const Place &place)
{
    if (!fitsHere(schema, value))
        return refuse("schema", place, foundValue(value), describe(schema));
    const auto members = schema.find("properties");
    if (value.is_object() && members != schema.end()) {
        for (const Json &name : schema.value("required", Json::array())) {
            const std::string &key = name.get_ref<const std::string &>();
            if (!value.contains(key))
                return refuse("schema", place.at(key), QString::fromUtf16(nothing),
                              describe((*members)[key]));
        }
        for (const auto &[key, member] : members->items()) {
            const auto found = value.find(key);
            if (found == value.end())
                continue;
            if (auto breach = firstBreach(member, *found, place.at(key)))
                return breach;
        }
    }
    const auto items = schema.find("items");
    if (value.is_array() && items != schema.end()) {
        for (size_t i = 0; i < value.size(); ++i) {
            if (auto breach = firstBreach(*items, value[i], place.at(qsizetype(i))))
                return breach;
        }
    }
    return {};
}

} // namespace

struct Schema::Compiled
{
    Json source;
    valijson::Schema schema;
    valijson::Validator validator;
};

Schema::Schema()
    : m_compiled(std::make_unique<Compiled>())
{
    QFile file(u":/schema/handoff-1.schema.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("packet: the schema is not among the resources");
    try {
        const QByteArray bytes = file.readAll();
        const Json document = Json::parse(bytes.begin(), bytes.end());
        m_compiled->source = withoutReferences(document, document.at("definitions"));
        Json strict = m_compiled->source;
        dropFormats(strict);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(strict), m_compiled->schema);
    } catch (const std::exception &problem) {
        qFatal("packet: the schema does not compile: %s", problem.what());
    }
}

Schema::~Schema() = default;

std::optional<Rejection> Schema::check(const Json &packet)
{
    try {
        if (m_compiled->validator.validate(
                m_compiled->schema, valijson::adapters::NlohmannJsonAdapter(packet), nullptr))
            return {};
        if (auto breach = firstBreach(m_compiled->source, packet, Place()))
            return breach;
    } catch (const std::exception &) {
        // Told below: whatever it was, the line has not passed.
    }
    return refuse("schema", std::string(), foundValue(packet), u"a baton-handoff/1 packet"_s);
}

} // namespace baton::packet
