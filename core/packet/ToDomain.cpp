#include "core/packet/ToDomain.h"

#include "core/domain/Tags.h"
#include "core/packet/Members.h"
#include "core/packet/Refusal.h"

#include <QtCore/QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace baton::packet {

namespace {

std::optional<Instant> instantOf(std::string_view utf8)
{
    std::array<char16_t, 40> buffer;
    if (utf8.size() > buffer.size())
        return instantFromRfc3339(toText(utf8));
    std::transform(utf8.begin(), utf8.end(), buffer.begin(),
                   [](char c) { return char16_t(uchar(c)); });
    return instantFromRfc3339(QStringView(buffer.data(), qsizetype(utf8.size())));
}

/// Walks the document once; the first thing that is wrong stays in rejection, and the rest is of no
/// matter.
class Conversion
{
public:
    std::optional<Rejection> rejection;

    Conversation conversation(const JsonDocument &document)
    {
        const Json &root = document.root;
        const Place top;
        Conversation c;
        c.id = ConversationId(id(root, "id", top));
        c.version = count(root, "version").value_or(0);
        c.channel = word(channelWords, root, "channel").value_or(Channel::Chat);
        c.locale = text(root, "locale");
        c.subject = text(root, "subject");
        c.queue = QueueId(id(root, "queue", top));
        c.createdAt = time(root, "created_at", top).value_or(Instant());
        c.handedOffAt = time(root, "handed_off_at", top);
        c.waitingSince = time(root, "waiting_since", top);
        c.state = word(stateWords, root, "state").value_or(State::Waiting);
        const Person owner = person(root, "owner", top);
        if (!owner.id.isEmpty())
            c.owner = owner;
        c.snoozedUntil = time(root, "snoozed_until", top);
        c.routeTaken = word(routeWords, root, "route_taken");
        if (const Json *value = objectAt(root, "customer"))
            c.customer = customer(*value, document.attributeOrder, top.at("customer"));
        c.messages = messages(root, top.at("messages"));
        c.stepsTried = steps(root, top.at("steps_tried"));
        c.promises = promises(root, top.at("promises"));
        if (const Json *value = objectAt(root, "bot"))
            c.bot = bot(*value);
        if (const Json *value = objectAt(root, "handoff"))
            c.handoff = handoff(*value, top.at("handoff"));
        if (const Json *value = objectAt(root, "outcome"))
            c.outcome = outcome(*value, top.at("outcome"));
        c.tags = withTags({}, texts(root, "tags"), {});
        return c;
    }

private:
    void fail(const char *code, const Place &place, const QString &found, const QString &expected)
    {
        if (!rejection)
            rejection = refuse(code, place, found, expected);
    }

    std::optional<Instant> time(const Json &object, const char *key, const Place &place)
    {
        const Json *value = member(object, key);
        if (!value || !value->is_string())
            return {};
        const std::string &utf8 = value->get_ref<const std::string &>();
        const std::optional<Instant> instant = instantOf(utf8);
        if (!instant)
            fail("bad-time", place.at(key), foundText(utf8),
                 u"an RFC 3339 time with an offset, from 1970 to 2200"_s);
        return instant;
    }

    QString id(const Json &object, const char *key, const Place &place)
    {
        const QString value = text(object, key);
        const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (std::any_of(value.begin(), value.end(), isControl))
            fail("bad-id", place.at(key), foundText(bytes(object, key)),
                 u"an id without control characters"_s);
        return value;
    }

    Person person(const Json &object, const char *key, const Place &place)
    {
        const Json *value = objectAt(object, key);
        return value ? Person{id(*value, "id", place.at(key)), text(*value, "name")} : Person();
    }

    Customer customer(const Json &object, const std::vector<std::string> &attributeOrder,
                      const Place &place)
    {
        Customer c;
        c.id = CustomerId(id(object, "id", place));
        c.name = text(object, "name");
        c.contact = text(object, "contact");
        c.timeZone = text(object, "time_zone");
        if (const Json *value = objectAt(object, "verified"))
            c.verified
                = Verification{text(*value, "how"), time(*value, "at", place.at("verified"))};
        c.value = word(valueWords, object, "value_tier").value_or(ValueTier::Absent);
        if (const Json *value = objectAt(object, "lifetime_value")) {
            const Json *amount = member(*value, "amount");
            if (amount && amount->is_number())
                c.lifetimeValue = Money{amount->get<double>(), text(*value, "currency")};
        }
        if (const Json *attributes = objectAt(object, "attributes")) {
            for (const std::string &name : attributeOrder) {
                const auto value = attributes->find(name); // by length: a name may hold a NUL
                if (value != attributes->end() && !value->is_null())
                    c.attributes += Attribute{toText(name), textOrJson(&*value)};
            }
        }
        for (const Json &order : items(object, "orders"))
            c.orders += toOrder(order);
        c.contacts90d = count(object, "contacts_90d");
        return c;
    }

    QList<Message> messages(const Json &root, const Place &place)
    {
        const Json::array_t &array = items(root, "messages");
        QList<Message> result;
        QSet<MessageId> seen;
        result.reserve(qsizetype(array.size()));
        seen.reserve(qsizetype(array.size()));
        for (const Json &item : array) {
            const Place here = place.at(result.size());
            result += message(item, here);
            const MessageId &own = result.constLast().id;
            if (seen.contains(own))
                fail("duplicate-id", here.at("id"), foundText(bytes(item, "id")),
                     u"an id that no other message has"_s);
            seen.insert(own);
            if (rejection)
                break;
        }
        const auto earlier = [](const Message &a, const Message &b) { return a.at < b.at; };
        std::stable_sort(result.begin(), result.end(), earlier);
        return result;
    }

    Message message(const Json &object, const Place &place)
    {
        Message m;
        m.id = MessageId(id(object, "id", place));
        m.at = time(object, "at", place).value_or(Instant());
        m.from = word(senderWords, object, "from").value_or(Sender::Customer);
        m.author = person(object, "author", place);
        m.visibility = word(visibilityWords, object, "visibility").value_or(Visibility::Public);
        const std::string_view utf8 = bytes(object, "text");
        if (qsizetype(utf8.size()) > maxText)
            fail("text-too-long", place.at("text"), u"%1 bytes"_s.arg(utf8.size()),
                 u"at most %1 bytes"_s.arg(maxText));
        m.text = toText(utf8);
        for (const Json &value : items(object, "attachments")) {
            const qint64 size
                = wholeNumber(value, "bytes", std::numeric_limits<qint64>::max() / 2).value_or(0);
            m.attachments += Attachment{text(value, "name"), text(value, "sha256"), size,
                                        text(value, "mime")};
        }
        return m;
    }

    QList<Step> steps(const Json &root, const Place &place)
    {
        QList<Step> result;
        for (const Json &object : items(root, "steps_tried")) {
            Step step;
            step.at = time(object, "at", place.at(result.size()));
            step.what = text(object, "what");
            step.by = word(senderWords, object, "by").value_or(Sender::Bot);
            if (const Json *tool = objectAt(object, "tool")) {
                const Json *arguments = member(*tool, "arguments");
                step.tool = ToolCall{
                    text(*tool, "name"), arguments ? toText(arguments->dump()) : QString(),
                    word(toolStatusWords, *tool, "status").value_or(ToolStatus::Ok),
                    textOrJson(member(*tool, "result"))};
            }
            step.outcome = word(stepOutcomeWords, object, "outcome").value_or(StepOutcome::Unknown);
            step.toldCustomer = flag(object, "told_customer");
            step.sideEffects = texts(object, "side_effects");
            result += step;
        }
        return result;
    }

    QList<Promise> promises(const Json &root, const Place &place)
    {
        QList<Promise> result;
        for (const Json &object : items(root, "promises")) {
            const Place here = place.at(result.size());
            result += Promise{MessageId(id(object, "message_id", here)), text(object, "text"),
                              time(object, "due_at", here)};
        }
        return result;
    }

    static std::optional<double> share(const Json &object, const char *key)
    {
        const Json *value = member(object, key);
        if (!value || !value->is_number())
            return {};
        return std::clamp(value->get<double>(), 0.0, 1.0);
    }

    static std::optional<IntentGuess> guess(const Json &object, const char *key)
    {
        const Json *value = objectAt(object, key);
        if (!value || text(*value, "name").isEmpty())
            return {};
        return IntentGuess{text(*value, "name"), share(*value, "confidence").value_or(0)};
    }

    static Bot bot(const Json &object)
    {
        Bot b;
        b.name = text(object, "name");
        b.policyVersion = textOrJson(member(object, "policy_version"));
        b.intent = guess(object, "intent");
        if (b.intent)
            b.runnerUp = guess(*objectAt(object, "intent"), "runner_up");
        b.answerConfidence = share(object, "answer_confidence");
        b.gaps = texts(object, "gaps");
        return b;
    }

    Handoff handoff(const Json &object, const Place &place)
    {
        Handoff h;
        h.reason = text(object, "reason");
        h.kind = text(object, "class");
        h.need = text(object, "need");
        h.expectation = text(object, "expectation");
        h.riskFlags = texts(object, "risk_flags");
        h.nextStep = text(object, "next_step");
        if (member(object, "told_customer_wait")) {
            h.toldCustomerWaitMs = durationFromIso8601(text(object, "told_customer_wait"));
            if (!h.toldCustomerWaitMs)
                fail("bad-duration", place.at("told_customer_wait"),
                     foundText(bytes(object, "told_customer_wait")),
                     u"an ISO 8601 duration up to 366 days"_s);
        }
        h.openQuestions = texts(object, "open_questions");
        return h;
    }

    std::optional<Outcome> outcome(const Json &object, const Place &place)
    {
        const auto kind = word(outcomeWords, object, "kind");
        const auto at = time(object, "at", place);
        if (!kind)
            return {};
        return Outcome{*kind, at, count(object, "csat"), flag(object, "reopened")};
    }
};

} // namespace

std::optional<Rejection> toDomain(const JsonDocument &document, Conversation &conversation)
{
    Conversion conversion;
    conversation = conversion.conversation(document);
    return conversion.rejection;
}

} // namespace baton::packet
