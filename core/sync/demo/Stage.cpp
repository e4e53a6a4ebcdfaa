#include "core/sync/demo/Stage.h"

#include "core/packet/Words.h"
#include "core/policy/Policy.h"
#include "core/sync/demo/Json.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

Json bundled(const QString &path)
{
    QFile file(u":/demo/"_s + path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QByteArray bytes = opened ? file.readAll() : QByteArray();
    Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    Q_ASSERT(!json.is_discarded());
    return json;
}

QList<Template> bundledTemplates()
{
    QList<Template> templates;
    for (const QString &name : QDir(u":/demo/conversations"_s).entryList(QDir::Files, QDir::Name))
        templates += toTemplate(bundled(u"conversations/"_s + name));
    for (const QString &name : QDir(u":/demo/opening"_s).entryList(QDir::Files, QDir::Name)) {
        if (name != "opening.json"_L1)
            templates += toTemplate(bundled(u"opening/"_s + name));
    }
    return templates;
}

Scene toScene(const Json &json)
{
    Scene scene{text(json, "name"),
                text(json, "title"),
                text(json, "caption"),
                {},
                json.value("minutes", 0),
                json.value("arrivals_percent", 100),
                json.value("extra_per_hour", 0),
                text(json, "draws_from"),
                text(json, "network") == "down"_L1 ? Network::Down : Network::Up};
    if (const QString begins = text(json, "begins"); !begins.isEmpty())
        scene.begins = QTime::fromString(begins, u"HH:mm"_s);
    return scene;
}

OpeningEntry toEntry(const Json &json, const QList<Template> &templates)
{
    const QString name = text(json, "template");
    const auto story = std::find_if(templates.begin(), templates.end(),
                                    [&name](const Template &t) { return t.name == name; });
    Q_ASSERT(story != templates.end());
    const std::string value = json.value("value", std::string());
    return {story - templates.begin(),
            json.value("minutes", 0),
            text(json, "customer"),
            packet::valueOf(packet::valueWords, value).value_or(ValueTier::Absent),
            text(json, "owner"),
            text(json, "note_by")};
}

} // namespace

QString Stage::queueOf(const QString &intent, ValueTier value) const
{
    const QString queue = queues.value(intent, u"general"_s);
    const bool priority
        = value == ValueTier::Vip && (queue == "general"_L1 || queue == "orders"_L1);
    return priority ? u"vip"_s : queue;
}

QList<Scene> bundledScenes()
{
    QList<Scene> scenes;
    for (const Json &it : bundled(u"scenes.json"_s))
        scenes += toScene(it);
    return scenes;
}

std::shared_ptr<const Stage> bundledStage()
{
    auto stage = std::make_shared<Stage>();
    stage->templates = bundledTemplates();
    stage->cast = toCast(bundled(u"cast.json"_s));
    for (Template &story : stage->templates) {
        story.articles = stage->cast.named(story.itemsTold);
        if (story.articles.isEmpty() && story.uses(u"order"_s))
            story.articles = stage->cast.named(story.allText);
    }
    const Json phrases = bundled(u"phrases.json"_s);
    for (const auto &language : phrases.items()) {
        const Json &it = language.value();
        Phrases said{texts(it, "thanks"),   texts(it, "closing"),   texts(it, "impatient"),
                     text(it, "bot_again"), text(it, "again_need"), text(it, "again_reply"),
                     text(it, "goodwill"),  texts(it, "coaching"),  {}};
        for (const auto &pair : it.at("drafted").items())
            said.drafted.append({QString::fromStdString(pair.key()),
                                 QString::fromStdString(pair.value().get<std::string>())});
        stage->phrases.insert(QString::fromStdString(language.key()), said);
    }
    const Json opening = bundled(u"opening/opening.json"_s);
    for (const Json &it : opening.at("waiting"))
        stage->waiting += toEntry(it, stage->templates);
    for (const Json &it : opening.at("with_the_bot"))
        stage->withTheBot += toEntry(it, stage->templates);
    for (const Intent &intent : policy::bundledCatalogue().intents)
        stage->queues.insert(intent.name, intent.queue.text());
    return stage;
}

} // namespace baton::sync::demo
