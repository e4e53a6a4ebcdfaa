#include "app/batonctl/ErrorWords.h"
#include "app/batonctl/IntentsParts.h"
#include "app/batonctl/Judges.h"
#include "app/batonctl/Packets.h"
#include "core/policy/Policy.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using Json = nlohmann::ordered_json;

const char *nameOf(Trend trend)
{
    switch (trend) {
    case Trend::Falling:
        return "falling";
    case Trend::Level:
        return "level";
    case Trend::Rising:
        return "rising";
    }
    return "";
}

const char *nameOf(ValueTier value)
{
    switch (value) {
    case ValueTier::Absent:
        return "none";
    case ValueTier::Standard:
        return "standard";
    case ValueTier::Plus:
        return "plus";
    case ValueTier::Vip:
        return "vip";
    }
    return "";
}

// Member by member: an initializer list copies what it holds, and a route has many.
Json toJson(const IntentGuess &intent)
{
    Json json;
    json["name"] = intentName(intent.name);
    json["confidence"] = intent.confidence;
    return json;
}

Json toJson(const Evidence &evidence)
{
    Json json;
    json["message_id"] = utf8(evidence.message.text());
    json["begin"] = evidence.begin;
    json["end"] = evidence.end;
    json["text"] = utf8(evidence.text);
    return json;
}

/// Of each customer message that shows any feeling, how it feels and the words that carried it.
Json toJson(const Mood &mood)
{
    Json points = Json::array();
    for (const MoodPoint &point : mood.points) {
        if (point.words.isEmpty() && point.valence == 0)
            continue;
        Json words = Json::array();
        for (const MoodWord &word : point.words)
            words.push_back(Json::array({word.begin, word.end}));
        Json json;
        json["message_id"] = utf8(point.message.text());
        json["valence"] = point.valence;
        json["words"] = std::move(words);
        if (point.again)
            json["again"] = true;
        points.push_back(std::move(json));
    }
    Json json;
    json["level"] = mood.level;
    json["trend"] = nameOf(mood.trend);
    json["messages"] = std::move(points);
    return json;
}

Json toJson(const Trigger &trigger)
{
    Json evidence = Json::array();
    for (const Evidence &e : trigger.evidence)
        evidence.push_back(toJson(e));
    Json json;
    json["rule"] = policy::nameOf(trigger.rule).data();
    json["observed"] = utf8(trigger.observed);
    json["limit"] = utf8(trigger.limit);
    json["evidence"] = std::move(evidence);
    return json;
}

struct ToJson
{
    Json operator()(const WithConfidence &c) const
    {
        return {{"signal", "confidence"}, {"to", c.confidence}};
    }
    Json operator()(const WithMood &c) const { return {{"signal", "mood"}, {"to", c.level}}; }
    Json operator()(const WithoutPhrase &c) const
    {
        return {{"signal", policy::nameOf(ruleOf(c.phrase)).data()}, {"to", nullptr}};
    }
    Json operator()(const WithFailedTools &c) const
    {
        return {{"signal", "failed_tools"}, {"to", c.count}};
    }
    Json operator()(const WithSameAnswers &c) const
    {
        return {{"signal", "same_answers"}, {"to", c.count}};
    }
    Json operator()(const WithContacts &c) const
    {
        return {{"signal", "contacts_90d"}, {"to", c.count}};
    }
    Json operator()(const WithValue &c) const
    {
        return {{"signal", "value"}, {"to", nameOf(c.value)}};
    }
    Json operator()(const WithIntent &c) const
    {
        return {{"signal", "intent"}, {"to", intentName(c.name)}};
    }
    Json operator()(const WithBotAgreeing &) const
    {
        return {{"signal", "bot_intent"}, {"to", "the same"}};
    }
};

Json toJson(const std::optional<Flip> &flip)
{
    if (!flip)
        return nullptr;
    Json changes = Json::array();
    for (const Change &change : flip->changes)
        changes.push_back(std::visit(ToJson{}, change));
    Json json;
    json["changes"] = std::move(changes);
    json["route"] = routeName(flip->to);
    return json;
}

} // namespace

Exit route(Session &session)
{
    const std::optional<policy::Policy> policy = policyFor(session);
    if (!policy)
        return Exit::CouldNot;
    const Catalogue catalogue = policy::bundledCatalogue();
    const std::optional<signs::SignalReader> reader = readerFor(session, catalogue);
    if (!reader)
        return Exit::CouldNot;
    PacketCounts counts;
    return readPackets(session, u"The routing"_s, counts, [&](packet::Packet &packet) {
        const Signals signs = reader->read(packet.conversation);
        const Decision decision = policy::decide(signs, *policy, catalogue);
        Json triggers = Json::array();
        for (const Trigger &trigger : decision.triggers)
            triggers.push_back(toJson(trigger));
        Json line;
        line["id"] = utf8(packet.conversation.id.text());
        line["route"] = routeName(decision.route);
        line["tier"] = std::string(1, tierLetter(decision.route));
        line["intent"] = toJson(signs.intent);
        line["intent"]["runner_up"] = toJson(signs.runnerUp);
        line["sentiment"] = toJson(signs.mood);
        line["triggers"] = std::move(triggers);
        line["flip"] = toJson(policy::explain(signs, *policy, catalogue));
        line["policy_version"] = decision.policyVersion;
        session.output.json(line);
    });
}

} // namespace baton::ctl
