#include "core/sync/demo/Template.h"

#include "core/packet/Words.h"
#include "core/sync/demo/Json.h"
#include "core/sync/demo/Stage.h"

#include <QtCore/QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

double real(const Json &json, const char *key)
{
    const Json &value = member(json, key);
    return value.is_number() ? value.get<double>() : 0;
}

qint64 ms(const Json &json, const char *key, double unit)
{
    return std::llround(real(json, key) * unit);
}

template <class Enum, size_t n>
Enum word(const std::array<packet::Word<Enum>, n> &words, const Json &json, const char *key)
{
    const QByteArray name = text(json, key).toUtf8();
    return packet::valueOf(words, {name.constData(), size_t(name.size())}).value_or(Enum{});
}

std::optional<int> csat(const Json &json)
{
    const Json &value = member(json, "csat");
    return value.is_number_integer() ? std::optional(value.get<int>()) : std::nullopt;
}

/// As the reader of packets gives it.
QString compact(const Json &json)
{
    return json.is_null() ? QString() : QString::fromStdString(json.dump());
}

Turn toTurn(const Json &json)
{
    Turn turn;
    turn.from = word(packet::senderWords, json, "from");
    turn.afterMs = ms(json, "after_s", secondMs);
    turn.text = text(json, "text");
    for (const Json &file : member(json, "attachments"))
        turn.attachments += {text(file, "name"), text(file, "sha256"),
                             member(file, "bytes").get<qint64>(), text(file, "mime")};
    if (const Json &tool = member(json, "tool"); tool.is_object()) {
        turn.tool = ToolCall{text(tool, "name"), compact(member(tool, "arguments")),
                             word(packet::toolStatusWords, tool, "status"),
                             compact(member(tool, "result"))};
        turn.what = text(json, "what");
        turn.outcome = word(packet::stepOutcomeWords, json, "outcome");
        turn.toldCustomer = member(json, "told_customer") == Json(true);
    }
    return turn;
}

QList<Turn> toTurns(const Json &json)
{
    QList<Turn> turns;
    for (const Json &turn : json)
        turns += toTurn(turn);
    return turns;
}

std::optional<Handoff> toHandoff(const Json &json)
{
    if (!json.is_object())
        return {};
    return Handoff{text(json, "reason"),
                   text(json, "class"),
                   text(json, "need"),
                   text(json, "expectation"),
                   texts(json, "risk_flags"),
                   text(json, "next_step"),
                   durationFromIso8601(text(json, "told_customer_wait")),
                   texts(json, "open_questions")};
}

FixedCustomer toFixed(const Json &json)
{
    FixedCustomer fixed;
    const QString currency = text(json, "currency");
    Customer &customer = fixed.customer;
    customer.id = CustomerId(text(json, "id"));
    customer.name = text(json, "name");
    customer.contact = text(json, "contact");
    customer.timeZone = text(json, "time_zone");
    customer.verified = Verification{text(json, "verified"), {}};
    customer.lifetimeValue = Money{real(json, "lifetime_value"), currency};
    customer.contacts90d = int(real(json, "contacts_90d"));
    for (const auto &attribute : member(json, "attributes").items())
        customer.attributes += {QString::fromStdString(attribute.key()),
                                QString::fromStdString(attribute.value().get<std::string>())};
    fixed.locale = text(json, "locale");
    for (const Json &it : member(json, "orders")) {
        Order order{text(it, "id"), text(it, "status"), Money{real(it, "total"), currency}, {}, {}};
        for (const Json &item : member(it, "items"))
            order.items += {text(item, "name"), int(real(item, "quantity")),
                            Money{real(item, "price"), currency}};
        for (const Json &payment : member(it, "payments")) {
            // Positive: so long before the scenario; negative: due after it.
            const auto days = qint64(real(payment, "days_ago"));
            const Instant when = scenarioStart + (-days * dayMs);
            order.payments += {text(payment, "id"), text(payment, "status"),
                               Money{real(payment, "amount"), currency},
                               days >= 0 ? std::optional(when) : std::nullopt,
                               days < 0 ? std::optional(when) : std::nullopt};
        }
        fixed.orders += order;
        fixed.orderDaysAgo += int(real(it, "days_ago"));
    }
    return fixed;
}

EarlierContact toEarlier(const Json &json)
{
    return {text(json, "id"),
            ms(json, "days_ago", dayMs) + ms(json, "hours_ago", hourMs),
            text(json, "subject"),
            text(json, "intent"),
            text(json, "by"),
            word(packet::outcomeWords, json, "outcome"),
            csat(json),
            toTurns(member(json, "messages"))};
}

/// What the tools of the conversation say about the order.
void readFindings(const Json &turns, Template &story)
{
    for (const Json &turn : turns) {
        const Json &result = member(member(turn, "tool"), "result");
        if (!result.is_object())
            continue;
        for (const char *key : {"days_since_delivery", "age_days"}) {
            if (member(result, key).is_number_integer())
                story.deliveredDaysAgo = member(result, key).get<int>();
        }
        const QString tool = text(member(turn, "tool"), "name");
        if (tool == "orders.find"_L1 || tool == "shipments.track"_L1)
            story.orderStatus = text(result, "status");
        if (member(result, "quantity").is_number_integer())
            story.quantityTold = member(result, "quantity").get<int>();
        if (tool == "orders.find"_L1)
            story.itemsTold = compact(member(result, "items"));
    }
}

} // namespace

qint64 Template::lengthMs() const
{
    qint64 length = 0;
    for (const Turn &turn : turns)
        length += turn.afterMs;
    return length;
}

Template toTemplate(const Json &json)
{
    Template story;
    story.name = text(json, "template");
    story.intent = text(json, "intent");
    if (story.intent == "none_of_these"_L1)
        story.intent.clear();
    story.language = text(json, "language");
    story.channel = word(packet::channelWords, json, "channel");
    story.subject = text(json, "subject");
    story.scene = text(json, "scene");
    const Json &bot = member(json, "bot");
    story.confidence = real(bot, "confidence");
    story.runnerUp = text(bot, "runner_up");
    if (member(bot, "answer_confidence").is_number())
        story.answerConfidence = real(bot, "answer_confidence");
    story.route = word(packet::routeWords, json, "route");
    if (text(json, "value") != "any"_L1)
        story.value = word(packet::valueWords, json, "value");
    story.turns = toTurns(member(json, "turns"));
    for (const Json &it : member(json, "promises")) {
        TemplatePromise promise{qsizetype(real(it, "turn")), text(it, "text"), {}};
        if (member(it, "due_after_h").is_number())
            promise.dueAfterMs = ms(it, "due_after_h", hourMs);
        story.promises += promise;
    }
    story.handoff = toHandoff(member(json, "handoff"));
    story.reply = text(json, "colleague_reply");
    story.note = text(json, "colleague_note");
    story.afterReply = toTurns(member(json, "after_reply"));
    story.outcome = word(packet::outcomeWords, json, "outcome");
    story.csat = csat(json);
    if (const Json &back = member(json, "comes_back"); back.is_object())
        story.comesBack = ComesBack{ms(back, "after_h", hourMs), text(back, "text")};
    if (member(json, "customer").is_object())
        story.fixed = toFixed(member(json, "customer"));
    for (const Json &it : member(json, "before"))
        story.before += toEarlier(it);
    readFindings(member(json, "turns"), story);
    // Line ends come out as \\n; blanks keep the words apart.
    story.allText = QString::fromStdString(json.dump()).replace("\\n"_L1, " "_L1);
    static const QRegularExpression placeholder(u"\\{([a-z_0-9]+)\\}"_s);
    for (auto it = placeholder.globalMatch(story.allText); it.hasNext();)
        story.placeholders.insert(it.next().captured(1));
    story.countsInPounds = story.allText.contains(" quid"_L1);
    return story;
}

} // namespace baton::sync::demo
