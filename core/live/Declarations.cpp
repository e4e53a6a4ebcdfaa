#include "core/live/Declarations.h"

#include "core/base/JsonNode.h"
#include "core/live/JsonLines.h"
#include "core/live/Template.h"

#include <QtCore/QFile>
#include <QtCore/QSet>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

using Json = nlohmann::json;

constexpr qint64 largestFile = 1 << 20;
constexpr int mostShown = 30;
constexpr int deepestBody = 16;

bool isName(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

bool isHeader(const QString &text)
{
    static const QSet<QString> ours{u"host"_s,       u"content-length"_s, u"content-type"_s,
                                    u"connection"_s, u"cookie"_s,         u"transfer-encoding"_s};
    return !ours.contains(text.toLower()) && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-');
    });
}

bool isPointer(const QString &text)
{
    // Each ~ begins ~0 or ~1.
    for (qsizetype i = text.indexOf(u'~'); i >= 0; i = text.indexOf(u'~', i + 1)) {
        if (i + 1 >= text.size() || (text[i + 1] != u'0' && text[i + 1] != u'1'))
            return false;
    }
    return text.startsWith(u'/');
}

QByteArray readPointer(const JsonNode &node)
{
    const QString text = node.text();
    if (!text.isEmpty() && !isPointer(text))
        node.fail(u"expected a JSON pointer such as /order/status"_s);
    return text.toUtf8();
}

QString readForm(const JsonNode &node)
{
    const QString form = node.text(1000);
    if (const QString wrong = wrongWith(form); !wrong.isEmpty())
        node.fail(wrong);
    return form;
}

/// What an answer is about, or a call is told: by name.
Argument readArgument(const JsonNode &node)
{
    return node.oneOf<Argument>({{"order"_L1, Argument::Order},
                                 {"customer"_L1, Argument::Customer},
                                 {"email"_L1, Argument::Email},
                                 {"phone"_L1, Argument::Phone},
                                 {"card"_L1, Argument::Card},
                                 {"conversation"_L1, Argument::Conversation},
                                 {"amount"_L1, Argument::Amount},
                                 {"currency"_L1, Argument::Currency}});
}

QUrl readBase(const JsonNode &node, bool allowHttp)
{
    const QUrl url(node.text(1000), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        node.fail(u"expected an address such as https://shop.example/api"_s);
    else if (url.scheme() == "http"_L1 && !allowHttp && !isLoopback(url))
        node.fail(u"http is not encrypted; use https, or say \"allow_http\": true"_s);
    else if (!url.userInfo().isEmpty())
        node.fail(u"a secret has no place in an address; name it under auth"_s);
    else if (url.hasQuery() || url.hasFragment())
        node.fail(u"no ? and no # here; a look-up has a query of its own"_s);
    return url;
}

System readSystem(const QString &name, const JsonNode &node)
{
    System system;
    system.name = name;
    if (!isName(name) || name.isEmpty())
        node.fail(u"a name has small letters, digits and _"_s);
    if (!node.object({"url"}, {"auth", "allow_http"}))
        return system;
    system.base = readBase(node.at("url"), node.has("allow_http") && node.at("allow_http").flag());
    if (!node.has("auth"))
        return system;
    const JsonNode auth = node.at("auth");
    if (!auth.object({"header"}, {"prefix", "environment", "keychain"}))
        return system;
    const QString header = auth.at("header").text(60);
    if (!isHeader(header))
        auth.at("header").fail(u"expected the name of a header such as Authorization"_s);
    system.secretHeader = header.toLatin1();
    if (auth.has("prefix"))
        system.secretPrefix = auth.at("prefix").text(40).toLatin1();
    system.inKeychain = auth.has("keychain");
    if (system.inKeychain == auth.has("environment")) {
        auth.fail(u"name the secret once: under keychain or under environment"_s);
        return system;
    }
    const JsonNode secret = auth.at(system.inKeychain ? "keychain" : "environment");
    system.secretName = secret.text(100);
    static const auto ofName
        = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    if (!std::all_of(system.secretName.begin(), system.secretName.end(), ofName))
        secret.fail(u"expected a name of capitals, digits and _, never the secret itself"_s);
    return system;
}

Shown readShown(const JsonNode &node)
{
    Shown shown;
    if (!node.object({"label", "at"}, {"is", "currency", "currency_at"}))
        return shown;
    shown.label = node.at("label").text(60);
    shown.pointer = readPointer(node.at("at"));
    if (node.has("is"))
        shown.shape = node.at("is").oneOf<Shape>({{"text"_L1, Shape::Text},
                                                  {"number"_L1, Shape::Number},
                                                  {"money"_L1, Shape::Money},
                                                  {"time"_L1, Shape::Time},
                                                  {"flag"_L1, Shape::Flag}});
    if (node.has("currency"))
        shown.currency = node.at("currency").text(3);
    if (node.has("currency_at"))
        shown.currencyAt = readPointer(node.at("currency_at"));
    const bool hasCurrency = !shown.currency.isEmpty() || !shown.currencyAt.isEmpty();
    if (hasCurrency != (shown.shape == Shape::Money))
        node.fail(u"a currency, or where it stands, goes with \"is\": \"money\", and only there"_s);
    return shown;
}

bool isTooDeep(const Json &json, int depth)
{
    if (depth > deepestBody)
        return true;
    return json.is_structured()
        && std::any_of(json.begin(), json.end(),
                       [depth](const Json &child) { return isTooDeep(child, depth + 1); });
}

QByteArray readBody(const JsonNode &node, const Json &body)
{
    if (!body.is_object() || isTooDeep(body, 0)) {
        node.fail(u"expected an object, nested %1 deep at most"_s.arg(deepestBody));
        return {};
    }
    const QByteArray json = QByteArray::fromStdString(body.dump());
    eachText(json, [&node](const QString &form) {
        if (const QString wrong = wrongWith(form); !wrong.isEmpty())
            node.fail(wrong);
    });
    return json;
}

qsizetype readSystemOf(const JsonNode &node, const QList<System> &systems)
{
    const QString name = node.text();
    const auto at = std::find_if(systems.begin(), systems.end(),
                                 [&name](const System &one) { return one.name == name; });
    if (at == systems.end()) {
        node.fail(u"names none of the systems"_s);
        return 0;
    }
    return at - systems.begin();
}

/// What look-ups and actions share. The caller has looked at the keys.
Endpoint readEndpoint(const JsonNode &node, const Json &json, const QList<System> &systems)
{
    Endpoint endpoint;
    endpoint.name = node.at("name").text(60);
    if (!isName(endpoint.name))
        node.at("name").fail(u"a name has small letters, digits and _"_s);
    endpoint.title = node.at("title").text(60);
    endpoint.system = readSystemOf(node.at("system"), systems);
    endpoint.path = readForm(node.at("path"));
    static const auto ofPath
        = [](QChar c) { return c.unicode() > 32 && c.unicode() < 127 && c != u'?' && c != u'#'; };
    if (!endpoint.path.startsWith(u'/') || endpoint.path.startsWith("//"_L1)
        || endpoint.path.contains(".."_L1)
        || !std::all_of(endpoint.path.begin(), endpoint.path.end(), ofPath))
        node.at("path").fail(u"expected a path such as /orders/{order}; a query stands apart"_s);
    if (node.has("query")) {
        const JsonNode query = node.at("query");
        if (!query.isObject())
            query.fail(u"expected an object"_s);
        for (const QString &key : query.keys())
            endpoint.query.insert(key, readForm(query.at(key.toStdString())));
    }
    if (node.has("body"))
        endpoint.body = readBody(node.at("body"), json.at("body"));
    const JsonNode about = node.at("about");
    if (!about.isObject() || about.keys().isEmpty())
        about.fail(
            u"expected an object such as {\"/id\": \"order\"}: what the answer must be of"_s);
    for (const QString &key : about.keys()) {
        if (!isPointer(key))
            about.at(key.toStdString()).fail(u"expected a JSON pointer such as /order/id"_s);
        endpoint.about.insert(key.toUtf8(), readArgument(about.at(key.toStdString())));
    }
    for (const JsonNode &shown : node.at("show").list())
        endpoint.shown.append(readShown(shown));
    if (endpoint.shown.size() > mostShown)
        node.at("show").fail(u"more than %1 values"_s.arg(mostShown));
    endpoint.wait = std::chrono::milliseconds(
        node.has("timeout_ms") ? node.at("timeout_ms").number(100, 60'000) : 5000);
    return endpoint;
}

LookUpSpec readLookUp(const JsonNode &node, const Json &json, const QList<System> &systems)
{
    LookUpSpec spec;
    if (!node.object({"name", "title", "system", "path", "about", "show"},
                     {"method", "query", "body", "timeout_ms", "fresh_s"}))
        return spec;
    spec.endpoint = readEndpoint(node, json, systems);
    spec.endpoint.method = node.has("method")
        ? node.at("method").oneOf<QByteArray>({{"GET"_L1, "GET"}, {"POST"_L1, "POST"}})
        : QByteArrayLiteral("GET");
    if (spec.endpoint.method == "GET" && !spec.endpoint.body.isEmpty())
        node.at("body").fail(u"GET has none; say \"method\": \"POST\""_s);
    spec.freshMs = (node.has("fresh_s") ? node.at("fresh_s").number(1, 86'400) : 60) * 1000LL;
    for (const Argument argument : argumentsOf(spec.endpoint)) {
        if (argument == Argument::Amount || argument == Argument::Currency)
            node.fail(u"{%1} is for actions only"_s.arg(nameOf(argument)));
    }
    return spec;
}

ActionSpec readAction(const JsonNode &node, const Json &json, const QList<System> &systems)
{
    ActionSpec spec;
    if (!node.object(
            {"name", "title", "system", "method", "path", "about", "show", "idempotency_header"},
            {"query", "body", "timeout_ms"}))
        return spec;
    spec.endpoint = readEndpoint(node, json, systems);
    spec.endpoint.method = node.at("method").oneOf<QByteArray>(
        {{"POST"_L1, "POST"}, {"PUT"_L1, "PUT"}, {"PATCH"_L1, "PATCH"}, {"DELETE"_L1, "DELETE"}});
    const QString header = node.at("idempotency_header").text(60);
    if (!isHeader(header))
        node.at("idempotency_header").fail(u"expected the name of a header: Idempotency-Key"_s);
    spec.keyHeader = header.toLatin1();
    const QList<Argument> arguments = argumentsOf(spec.endpoint);
    if (arguments.contains(Argument::Amount) != arguments.contains(Argument::Currency))
        node.fail(u"{amount} and {currency} go together"_s);
    return spec;
}

template <class List>
void refuseSameNames(const JsonNode &node, const List &list)
{
    QSet<QString> names;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString &name = list[i].endpoint.name;
        if (names.contains(name))
            node.list()[size_t(i)].at("name").fail(u"is there twice"_s);
        names.insert(name);
    }
}

Declarations readRoot(const JsonNode &root, const Json &json)
{
    Declarations out;
    if (!root.object({"live", "systems"}, {"look_ups", "actions"}))
        return out;
    if (root.at("live").text() != "baton-live/1"_L1)
        root.at("live").fail(u"expected baton-live/1"_s);
    const JsonNode systems = root.at("systems");
    if (!systems.isObject())
        systems.fail(u"expected an object"_s);
    for (const QString &name : systems.keys())
        out.systems.append(readSystem(name, systems.at(name.toStdString())));
    const auto readEach = [&](const char *key, auto &into, auto read) {
        if (!root.has(key))
            return;
        const std::vector<JsonNode> nodes = root.at(key).list();
        for (size_t i = 0; i < nodes.size(); ++i)
            into.append(read(nodes[i], json.at(key).at(i), out.systems));
        refuseSameNames(root.at(key), into);
    };
    readEach("look_ups", out.lookUps, &readLookUp);
    readEach("actions", out.actions, &readAction);
    return out;
}

} // namespace

const ActionSpec *Declarations::action(const QString &name) const
{
    const auto at = std::find_if(actions.begin(), actions.end(), [&name](const ActionSpec &one) {
        return one.endpoint.name == name;
    });
    return at == actions.end() ? nullptr : &*at;
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

Result<Declarations> readDeclarations(const QByteArray &json)
{
    Json document;
    try {
        document = Json::parse(json.begin(), json.end());
    } catch (const Json::parse_error &wrong) {
        const qsizetype before = std::min(qsizetype(wrong.byte), json.size());
        return Error{ErrorCode::InvalidInput, u"live-systems.json"_s,
                     u"line %1: not JSON"_s.arg(json.left(before).count('\n') + 1)};
    }
    std::optional<Error> problem;
    Declarations out = readRoot(JsonNode(document, u"live-systems.json"_s, problem), document);
    if (problem) {
        const QString pointer = problem->detail.section(u": "_s, 0, 0);
        problem->detail = u"line %1: %2"_s.arg(lineOf(json, pointer)).arg(problem->detail);
        return *problem;
    }
    return out;
}

Result<Declarations> loadDeclarations(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Declarations{};
    if (file.size() > largestFile)
        return Error{ErrorCode::TooLarge, path, u"more than %1 bytes"_s.arg(largestFile)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    Result<Declarations> read = readDeclarations(file.readAll());
    if (!read)
        return Error{read.error().code, path, read.error().detail};
    return read;
}

} // namespace baton::live
