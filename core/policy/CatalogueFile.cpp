#include "core/base/JsonNode.h"
#include "core/policy/Policy.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace baton::policy {

namespace {

constexpr std::size_t longestExample = 2000; // bytes

QList<Example> readExamples(const JsonNode &node)
{
    QList<Example> examples;
    for (const JsonNode &entry : node.list()) {
        if (entry.object({"text", "language"}))
            examples.append({entry.at("text").text(longestExample), entry.at("language").text()});
    }
    return examples;
}

Level readLevel(const JsonNode &node)
{
    return node.oneOf<Level>({{"low"_L1, Level::Low}, {"high"_L1, Level::High}});
}

Intent readIntent(const JsonNode &node)
{
    Intent intent;
    if (!node.object({"name", "title", "description", "risk", "complexity", "queue", "examples"},
                     {"pin"}))
        return intent;
    intent.name = node.at("name").text();
    intent.title = node.at("title").text();
    intent.description = node.at("description").text();
    intent.risk = readLevel(node.at("risk"));
    intent.complexity = readLevel(node.at("complexity"));
    intent.queue = QueueId(node.at("queue").text());
    if (node.has("pin"))
        intent.pin = node.at("pin").oneOf<Route>(
            {{"A"_L1, Route::Contain}, {"B"_L1, Route::Assist}, {"C"_L1, Route::Escalate}});
    intent.examples = readExamples(node.at("examples"));
    if (intent.examples.isEmpty())
        node.at("examples").fail(u"expected at least one"_s);
    return intent;
}

Catalogue readCatalogueRoot(const JsonNode &root)
{
    Catalogue catalogue;
    if (!root.object({"catalogue", "version", "name", "intents", "none_of_these"}))
        return catalogue;
    if (root.at("catalogue").text() != "baton-catalogue/1"_L1)
        root.at("catalogue").fail(u"expected baton-catalogue/1"_s);
    catalogue.version = root.at("version").number(1, 1'000'000);
    catalogue.name = root.at("name").text();
    for (const JsonNode &node : root.at("intents").list()) {
        const Intent intent = readIntent(node);
        if (std::ranges::find(catalogue.intents, intent.name, &Intent::name)
            != catalogue.intents.end())
            node.at("name").fail(u"is there twice"_s);
        catalogue.intents.append(intent);
    }
    if (catalogue.intents.size() < 2)
        root.at("intents").fail(u"expected at least two"_s);
    catalogue.none = readExamples(root.at("none_of_these"));
    return catalogue;
}

} // namespace

Result<Catalogue> readCatalogue(const QByteArray &json)
{
    const nlohmann::json document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded())
        return Error{ErrorCode::InvalidInput, u"catalogue"_s, u": not JSON"_s};
    std::optional<Error> problem;
    Catalogue catalogue = readCatalogueRoot(JsonNode(document, u"catalogue"_s, problem));
    if (problem)
        return *problem;
    catalogue.index();
    catalogue.fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    return catalogue;
}

Catalogue bundledCatalogue()
{
    QFile file(u":/policy/catalogue.json"_s);
    Result<Catalogue> catalogue = file.open(QIODevice::ReadOnly)
        ? readCatalogue(file.readAll())
        : Error{ErrorCode::Internal, file.fileName(), {}};
    Q_ASSERT(catalogue);
    return std::move(catalogue).value_or(Catalogue{});
}

} // namespace baton::policy
