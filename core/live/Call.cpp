#include "core/live/Call.h"

#include "core/facts/Facts.h"
#include "core/live/Template.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

using Json = nlohmann::json;

constexpr qsizetype longestArgument = 200;

bool isPlain(const QString &value)
{
    const auto dot = [](QChar c) { return c == u'.'; };
    const auto control = [](QChar c) { return c.unicode() < 32 || c.unicode() == 127; };
    return !value.isEmpty() && value.size() <= longestArgument
        && !std::all_of(value.begin(), value.end(), dot)
        && std::none_of(value.begin(), value.end(), control);
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

void fillTexts(Json &json, const std::function<QString(Argument)> &fill)
{
    if (json.is_string()) {
        const auto form = QString::fromStdString(json.get_ref<const std::string &>());
        json = filled(form, fill).toStdString();
    }
    if (!json.is_structured())
        return;
    for (Json &child : json)
        fillTexts(child, fill);
}

/// The order that is talked about: named by the customer, else the newest of the packet's.
QString orderOf(const Conversation &conversation, const QList<Fact> &facts)
{
    const Fact *fact = facts::given(facts, FactKind::OrderNumber);
    if (fact && fact->by == Sender::Customer)
        return fact->value;
    const Order *newest = nullptr;
    for (const Order &order : conversation.customer.orders) {
        if (!order.id.isEmpty() && (!newest || order.at > newest->at))
            newest = &order;
    }
    return newest ? newest->id : fact ? fact->value : QString();
}

} // namespace

Known knownOf(const Conversation &conversation)
{
    const QList<Fact> facts = facts::factsOf(conversation);
    Known known;
    const auto put = [&known](Argument argument, const QString &value) {
        if (!value.isEmpty())
            known.insert(argument, value);
    };
    const auto given = [&](Argument argument, FactKind kind) {
        if (const Fact *fact = facts::given(facts, kind))
            put(argument, fact->value);
    };
    put(Argument::Order, orderOf(conversation, facts));
    put(Argument::Customer, conversation.customer.id.text());
    put(Argument::Conversation, conversation.id.text());
    given(Argument::Email, FactKind::Email);
    given(Argument::Phone, FactKind::Phone);
    given(Argument::Card, FactKind::CardTail);
    return known;
}

Result<Call> callFor(const Endpoint &endpoint, const System &system, const Known &known)
{
    for (const Argument argument : argumentsOf(endpoint)) {
        if (!known.contains(argument))
            return Error{ErrorCode::NotFound, nameOf(argument), u"is not known"_s};
        if (!isPlain(known.value(argument)))
            return Error{ErrorCode::InvalidArgument, nameOf(argument),
                         u"cannot be a part of an address"_s};
    }
    const auto inAddress = [&known](Argument argument) { return encoded(known.value(argument)); };
    QString base = system.base.toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QString address = base + filled(endpoint.path, inAddress);
    QStringList query;
    for (auto it = endpoint.query.begin(); it != endpoint.query.end(); ++it)
        query += encoded(it.key()) + u'='
            + encoded(filled(it.value(), [&](Argument argument) { return known.value(argument); }));
    if (!query.isEmpty())
        address += u'?' + query.join(u'&');
    Call call;
    call.system = system;
    call.method = endpoint.method;
    call.url = QUrl::fromEncoded(address.toLatin1(), QUrl::StrictMode);
    call.wait = endpoint.wait;
    if (!call.url.isValid() || call.url.authority() != system.base.authority()
        || call.url.scheme() != system.base.scheme())
        return Error{ErrorCode::InvalidArgument, endpoint.name, u"makes no address"_s};
    if (!endpoint.body.isEmpty()) {
        Json body = Json::parse(endpoint.body.begin(), endpoint.body.end(), nullptr, false);
        fillTexts(body, [&known](Argument argument) { return known.value(argument); });
        call.body
            = QByteArray::fromStdString(body.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    return call;
}

QString aboutOf(const Endpoint &endpoint, const Known &known)
{
    const QList<Argument> arguments = argumentsOf(endpoint);
    for (const Argument argument :
         {Argument::Order, Argument::Card, Argument::Email, Argument::Phone, Argument::Customer}) {
        if (arguments.contains(argument))
            return known.value(argument);
    }
    return {};
}

} // namespace baton::live
