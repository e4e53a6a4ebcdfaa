#include "app/batonctl/Conversations.h"
#include "core/base/PersonalData.h"
#include "core/facts/Facts.h"
#include "core/packet/Words.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

namespace {

using FactJson = nlohmann::ordered_json;

const char *nameOf(FactKind kind)
{
    switch (kind) {
    case FactKind::OrderNumber:
        return "order_number";
    case FactKind::Amount:
        return "amount";
    case FactKind::Date:
        return "date";
    case FactKind::Time:
        return "time";
    case FactKind::CardTail:
        return "card_tail";
    case FactKind::Email:
        return "email";
    case FactKind::Phone:
        return "phone";
    case FactKind::Address:
        return "address";
    case FactKind::Iban:
        return "iban";
    case FactKind::Product:
        return "product";
    case FactKind::Tried:
        return "tried";
    case FactKind::Promise:
        return "promise";
    }
    return "";
}

/// What tells who somebody is does not leave with the facts unless asked for.
QString maskedAs(FactKind kind, const QString &text)
{
    switch (kind) {
    case FactKind::Email:
        return text::masked(text::Personal::Email, text);
    case FactKind::Phone:
        return text::masked(text::Personal::Phone, text);
    case FactKind::Iban:
        return text::masked(text::Personal::Iban, text);
    default:
        return text::masked(text);
    }
}

FactJson toJson(const Fact &fact, bool unmasked)
{
    const auto shown
        = [&](const QString &text) { return utf8(unmasked ? text : maskedAs(fact.kind, text)); };
    const bool inMessage = fact.field.isEmpty();
    return {
        {"kind", nameOf(fact.kind)},
        {"value", shown(fact.value)},
        {"text", shown(fact.said.text)},
        {"message_id", inMessage ? FactJson(utf8(fact.said.message.text())) : FactJson(nullptr)},
        {"begin", inMessage ? FactJson(fact.said.begin) : FactJson(nullptr)},
        {"end", inMessage ? FactJson(fact.said.end) : FactJson(nullptr)},
        {"field", inMessage ? FactJson(nullptr) : FactJson(utf8(fact.field))},
        {"by", packet::wordOf(packet::senderWords, fact.by)},
        {"at", utf8(toRfc3339(fact.at))},
        {"due_at", fact.due ? FactJson(utf8(toRfc3339(*fact.due))) : FactJson(nullptr)}};
}

} // namespace

Exit facts(Session &session)
{
    return eachConversation(session, u"The reading"_s, [&](const Conversation &conversation) {
        FactJson all = FactJson::array();
        for (const Fact &fact : facts::factsOf(conversation))
            all.push_back(toJson(fact, session.options.unmasked));
        if (session.output.isJson()) {
            session.output.json({{"id", utf8(conversation.id.text())}, {"facts", std::move(all)}});
            return;
        }
        QStringList words;
        for (const FactJson &fact : all)
            words += QString::fromStdString(fact.at("kind").get<std::string>()) + u' '
                + QString::fromStdString(fact.at("value").get<std::string>());
        session.output.line(conversation.id.text() + u": "_s + words.join(u"; "_s));
    });
}

} // namespace baton::ctl
