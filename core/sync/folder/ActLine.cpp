#include "core/sync/folder/ActLine.h"

#include "core/packet/Words.h"

#include <nlohmann/json.hpp>

namespace baton::sync::folder {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array<packet::Word<ActKind>, 8> kindWords = {{
    {"claim", ActKind::Claim},
    {"release", ActKind::Release},
    {"reply", ActKind::Reply},
    {"note", ActKind::Note},
    {"snooze", ActKind::Snooze},
    {"transfer", ActKind::Transfer},
    {"close", ActKind::Close},
    {"tag", ActKind::Tag},
}};

OrderedJson text(const QString &string)
{
    return string.toStdString();
}

OrderedJson texts(const QStringList &strings)
{
    OrderedJson list = OrderedJson::array();
    for (const QString &string : strings)
        list.push_back(text(string));
    return list;
}

OrderedJson person(const Person &someone)
{
    return {{"id", text(someone.id)}, {"name", text(someone.name)}};
}

OrderedJson bodyOf(const Act &act)
{
    OrderedJson body = OrderedJson::object();
    switch (act.kind) {
    case ActKind::Claim:
    case ActKind::Release:
        break;
    case ActKind::Reply:
    case ActKind::Note:
        body["text"] = text(act.text);
        for (const Attachment &file : act.attachments)
            body["attachments"].push_back({{"name", text(file.name)},
                                           {"sha256", text(file.sha256)},
                                           {"bytes", file.bytes},
                                           {"mime", text(file.mime)}});
        break;
    case ActKind::Snooze:
        if (act.until)
            body["until"] = text(toRfc3339(*act.until));
        break;
    case ActKind::Transfer:
        if (act.toAgent)
            body["agent"] = person(*act.toAgent);
        if (!act.toQueue.isEmpty())
            body["queue"] = text(act.toQueue.text());
        break;
    case ActKind::Close:
        if (act.outcome)
            body["outcome"] = packet::wordOf(packet::outcomeWords, *act.outcome);
        break;
    case ActKind::Tag:
        body["added"] = texts(act.tagsAdded);
        body["removed"] = texts(act.tagsRemoved);
        break;
    }
    return body;
}

} // namespace

QByteArray actLine(const Act &act)
{
    OrderedJson line;
    line["packet"] = "baton-act/1";
    line["key"] = text(act.key.text());
    line["conversation"] = text(act.conversation.text());
    line["base_message"]
        = act.base.lastPublic.isEmpty() ? OrderedJson(nullptr) : text(act.base.lastPublic.text());
    line["agent"] = person(act.agent);
    line["at"] = text(toRfc3339(act.at));
    line["act"] = packet::wordOf(kindWords, act.kind);
    line["body"] = bodyOf(act);
    return QByteArray::fromStdString(
               line.dump(-1, ' ', false, OrderedJson::error_handler_t::replace))
        + '\n';
}

} // namespace baton::sync::folder
