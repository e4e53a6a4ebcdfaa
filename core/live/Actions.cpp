#include "core/live/Actions.h"

#include <QtCore/QUuid>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::live {

namespace {

constexpr double mostMoney = 1e9;

bool asksAmount(const Endpoint &endpoint)
{
    return argumentsOf(endpoint).contains(Argument::Amount);
}

bool isKnown(const Endpoint &endpoint, const Known &known)
{
    const QList<Argument> wanted = argumentsOf(endpoint);
    return std::all_of(wanted.begin(), wanted.end(), [&known](Argument argument) {
        return argument == Argument::Amount || argument == Argument::Currency
            || known.contains(argument);
    });
}

std::optional<Money> totalOf(const Conversation &conversation, const QString &order)
{
    for (const Order &one : conversation.customer.orders) {
        if (one.id == order)
            return one.total;
    }
    return {};
}

} // namespace

QList<ActionOffer> offersFor(const Declarations &declarations, const Known &known,
                             const Conversation &conversation)
{
    QList<ActionOffer> offers;
    for (const ActionSpec &spec : declarations.actions) {
        const Endpoint &endpoint = spec.endpoint;
        if (!isKnown(endpoint, known))
            continue;
        ActionOffer offer{endpoint.name, endpoint.title, aboutOf(endpoint, known), false, {}};
        offer.asksAmount = asksAmount(endpoint);
        if (offer.asksAmount)
            offer.amount = totalOf(conversation, known.value(Argument::Order));
        offers.append(offer);
    }
    return offers;
}

Result<ActionRequest> requestFor(const Declarations &declarations, const QString &name,
                                 const Known &known, const std::optional<Money> &amount)
{
    const ActionSpec *spec = declarations.action(name);
    if (!spec)
        return Error{ErrorCode::NotFound, name, u"no such action is declared"_s};
    Known all = known;
    ActionRequest request;
    if (asksAmount(spec->endpoint)) {
        if (!amount || !(amount->amount > 0) || amount->amount > mostMoney
            || amount->currency.isEmpty())
            return Error{ErrorCode::InvalidArgument, name, u"needs an amount above 0"_s};
        all.insert(Argument::Amount, QString::number(amount->amount, 'f', 2));
        all.insert(Argument::Currency, amount->currency);
        request.amount = amount;
    }
    const System &system = declarations.systemOf(spec->endpoint);
    const auto call = callFor(spec->endpoint, system, all);
    if (!call)
        return call.error();
    request.key = ActKey(QUuid::createUuid().toString(QUuid::WithoutBraces));
    request.name = name;
    request.title = spec->endpoint.title;
    request.about = aboutOf(spec->endpoint, known);
    request.system = system.name;
    request.method = QString::fromLatin1(call->method);
    request.url = call->url.toString(QUrl::FullyEncoded);
    request.body = QString::fromUtf8(call->body);
    request.keyHeader = QString::fromLatin1(spec->keyHeader);
    for (const Argument argument : argumentsOf(spec->endpoint))
        request.arguments.insert(nameOf(argument), all.value(argument));
    return request;
}

Result<Call> callOf(const ActionRequest &request, const Declarations &declarations)
{
    const ActionSpec *spec = declarations.action(request.name);
    const QUrl url = QUrl::fromEncoded(request.url.toLatin1(), QUrl::StrictMode);
    if (!spec || declarations.systemOf(spec->endpoint).name != request.system)
        return Error{ErrorCode::Refused, request.name, u"is no longer declared"_s};
    const System &system = declarations.systemOf(spec->endpoint);
    if (url.scheme() != system.base.scheme() || url.authority() != system.base.authority())
        return Error{ErrorCode::Refused, request.name, u"was meant for another address"_s};
    Call call;
    call.system = system;
    call.method = request.method.toLatin1();
    call.url = url;
    call.body = request.body.toUtf8();
    call.keyHeader = request.keyHeader.toLatin1();
    call.key = request.key.text().toLatin1();
    call.wait = spec->endpoint.wait;
    return call;
}

QString evidenceOf(const ActionEntry &entry)
{
    using Json = nlohmann::ordered_json;
    const ActionRequest &request = entry.request;
    Json json{{"done", request.title.toStdString()}, {"of", request.about.toStdString()}};
    if (request.amount)
        json["amount"] = u"%1 %2"_s.arg(request.amount->amount, 0, 'f', 2)
                             .arg(request.amount->currency)
                             .toStdString();
    const Json answer = Json::parse(entry.answer.toStdString(), nullptr, false);
    for (const auto &item : answer.items()) {
        if (answer.is_object())
            json[item.key()] = item.value();
    }
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<Answer> answerOf(const ActionRequest &request, const Declarations &declarations,
                        const Reply &reply)
{
    const ActionSpec *spec = declarations.action(request.name);
    if (!spec)
        return Error{ErrorCode::Refused, request.name, u"is no longer declared"_s};
    Known asked;
    for (const Argument argument : argumentsOf(spec->endpoint))
        asked.insert(argument, request.arguments.value(nameOf(argument)));
    return answerOf(spec->endpoint, asked, reply);
}

} // namespace baton::live
