#include "core/packet/PacketWriter.h"

#include "core/packet/JsonDocument.h"
#include "core/packet/Words.h"

#include <algorithm>

namespace baton::packet {

namespace {

/// Members in the order in which they are given, as DESIGN §4 lists them.
using Ordered = nlohmann::ordered_json;

/// As deep as a tool's JSON may be where it stands in a packet, below four others.
constexpr int innerDepth = maxDepth - 4;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

void put(Ordered &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = utf8(text);
}

void put(Ordered &object, const char *key, const std::optional<Instant> &time)
{
    if (time)
        object[key] = utf8(toRfc3339(*time));
}

void put(Ordered &object, const char *key, const QList<QString> &texts)
{
    for (const QString &text : texts)
        object[key].push_back(utf8(text));
}

void put(Ordered &object, const char *key, const std::optional<Money> &money)
{
    if (!money)
        return;
    object[key]["amount"] = money->amount;
    put(object[key], "currency", money->currency);
}

void put(Ordered &object, const char *key, const Person &person)
{
    put(object[key], "id", person.id);
    put(object[key], "name", person.name);
    if (object[key].is_null())
        object.erase(key);
}

std::string duration(qint64 ms)
{
    if (ms % 60000 == 0)
        return "PT" + std::to_string(ms / 60000) + "M";
    return utf8(QStringLiteral("PT%1S").arg(double(ms) / 1000, 0, 'f', 3));
}

int depthOf(const Json &value)
{
    int deepest = 0;
    for (const Json &child : value.is_structured() ? value : Json())
        deepest = std::max(deepest, depthOf(child));
    return value.is_structured() ? deepest + 1 : 0;
}

/// The JSON that compact stands for, null where it is none or not in the form that the reader
/// gives.
Json fromCompact(const QString &compact)
{
    JsonDocument document;
    const std::string bytes = utf8(compact);
    if (readJson(bytes, document) || depthOf(document.root) > innerDepth
        || document.root.dump() != bytes)
        return {};
    return document.root;
}

Ordered written(const ToolCall &tool)
{
    Ordered object = Ordered::object();
    put(object, "name", tool.name);
    if (const Json arguments = fromCompact(tool.arguments); !arguments.is_null())
        object["arguments"] = arguments;
    object["status"] = wordOf(toolStatusWords, tool.status);
    if (const Json result = fromCompact(tool.result); result.is_structured())
        object["result"] = result;
    else
        put(object, "result", tool.result);
    return object;
}

Ordered written(const Order &order)
{
    Ordered object = Ordered::object();
    put(object, "id", order.id);
    put(object, "status", order.status);
    put(object, "total", order.total);
    put(object, "at", order.at);
    for (const OrderItem &item : order.items) {
        Ordered line = {{"quantity", item.quantity}};
        put(line, "name", item.name);
        put(line, "price", item.price);
        object["items"].push_back(std::move(line));
    }
    for (const Payment &payment : order.payments) {
        Ordered line = Ordered::object();
        put(line, "id", payment.id);
        put(line, "status", payment.status);
        put(line, "amount", payment.amount);
        put(line, "at", payment.at);
        put(line, "due", payment.due);
        object["payments"].push_back(std::move(line));
    }
    return object;
}

Ordered written(const Customer &customer)
{
    Ordered object = Ordered::object();
    put(object, "id", customer.id.text());
    put(object, "name", customer.name);
    put(object, "contact", customer.contact);
    put(object, "time_zone", customer.timeZone);
    if (customer.verified) {
        Ordered &verified = object["verified"] = Ordered::object();
        put(verified, "how", customer.verified->how);
        put(verified, "at", customer.verified->at);
    }
    if (customer.value != ValueTier::Absent)
        object["value_tier"] = wordOf(valueWords, customer.value);
    put(object, "lifetime_value", customer.lifetimeValue);
    for (const Attribute &attribute : customer.attributes)
        object["attributes"][utf8(attribute.name)] = utf8(attribute.value);
    for (const Order &order : customer.orders)
        object["orders"].push_back(written(order));
    if (customer.contacts90d)
        object["contacts_90d"] = *customer.contacts90d;
    return object;
}

Ordered written(const IntentGuess &guess)
{
    return {{"name", utf8(guess.name)}, {"confidence", guess.confidence}};
}

Ordered written(const Bot &bot)
{
    Ordered object = Ordered::object();
    put(object, "name", bot.name);
    put(object, "policy_version", bot.policyVersion);
    if (bot.intent) {
        object["intent"] = written(*bot.intent);
        if (bot.runnerUp)
            object["intent"]["runner_up"] = written(*bot.runnerUp);
    }
    if (bot.answerConfidence)
        object["answer_confidence"] = *bot.answerConfidence;
    put(object, "gaps", bot.gaps);
    return object;
}

Ordered written(const Message &message)
{
    Ordered object = Ordered::object();
    put(object, "id", message.id.text());
    put(object, "at", std::optional(message.at));
    object["from"] = wordOf(senderWords, message.from);
    put(object, "author", message.author);
    object["visibility"] = wordOf(visibilityWords, message.visibility);
    object["text"] = utf8(message.text);
    for (const Attachment &attachment : message.attachments) {
        Ordered file = Ordered::object();
        put(file, "name", attachment.name);
        put(file, "sha256", attachment.sha256);
        file["bytes"] = attachment.bytes;
        put(file, "mime", attachment.mime);
        object["attachments"].push_back(std::move(file));
    }
    return object;
}

Ordered written(const Step &step)
{
    Ordered object = Ordered::object();
    put(object, "at", step.at);
    put(object, "what", step.what);
    object["by"] = wordOf(senderWords, step.by);
    if (step.tool)
        object["tool"] = written(*step.tool);
    object["outcome"] = wordOf(stepOutcomeWords, step.outcome);
    object["told_customer"] = step.toldCustomer;
    put(object, "side_effects", step.sideEffects);
    return object;
}

Ordered written(const Handoff &handoff)
{
    Ordered object = Ordered::object();
    put(object, "reason", handoff.reason);
    put(object, "class", handoff.kind);
    put(object, "need", handoff.need);
    put(object, "expectation", handoff.expectation);
    put(object, "risk_flags", handoff.riskFlags);
    put(object, "next_step", handoff.nextStep);
    if (handoff.toldCustomerWaitMs)
        object["told_customer_wait"] = duration(*handoff.toldCustomerWaitMs);
    put(object, "open_questions", handoff.openQuestions);
    return object;
}

Ordered written(const Outcome &outcome)
{
    Ordered object = {{"kind", wordOf(outcomeWords, outcome.kind)}};
    put(object, "at", outcome.at);
    if (outcome.csat)
        object["csat"] = *outcome.csat;
    object["reopened"] = outcome.reopened;
    return object;
}

Ordered written(const Promise &promise)
{
    Ordered object = Ordered::object();
    put(object, "message_id", promise.message.text());
    put(object, "text", promise.text);
    put(object, "due_at", promise.dueAt);
    return object;
}

Ordered written(const Conversation &c)
{
    Ordered object = {{"packet", "baton-handoff/1"}};
    put(object, "id", c.id.text());
    object["version"] = c.version;
    object["channel"] = wordOf(channelWords, c.channel);
    put(object, "locale", c.locale);
    put(object, "subject", c.subject);
    put(object, "queue", c.queue.text());
    put(object, "created_at", std::optional(c.createdAt));
    put(object, "handed_off_at", c.handedOffAt);
    put(object, "waiting_since", c.waitingSince);
    object["state"] = wordOf(stateWords, c.state);
    if (c.owner)
        put(object, "owner", *c.owner);
    put(object, "snoozed_until", c.snoozedUntil);
    if (c.routeTaken)
        object["route_taken"] = wordOf(routeWords, *c.routeTaken);
    object["customer"] = written(c.customer);
    object["messages"] = Ordered::array();
    for (const Message &message : c.messages) {
        if (message.presence == Presence::Present)
            object["messages"].push_back(written(message));
    }
    for (const Step &step : c.stepsTried)
        object["steps_tried"].push_back(written(step));
    for (const Promise &promise : c.promises)
        object["promises"].push_back(written(promise));
    if (c.bot)
        object["bot"] = written(*c.bot);
    if (c.handoff)
        object["handoff"] = written(*c.handoff);
    if (c.outcome)
        object["outcome"] = written(*c.outcome);
    put(object, "tags", c.tags);
    return object;
}

} // namespace

QByteArray write(const Conversation &conversation)
{
    return QByteArray::fromStdString(written(conversation).dump());
}

} // namespace baton::packet
