#include "core/drafting/Slots.h"

#include "core/base/Text.h"
#include "core/drafting/Phrasing.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

bool startsWithAny(const QString &code, const QStringList &starts)
{
    return std::any_of(starts.begin(), starts.end(), [&](const QString &start) {
        return code.startsWith(start, Qt::CaseInsensitive);
    });
}

Support messageSupport(const Message &message, int begin, int end)
{
    return {SupportKind::Message,
            message.id.text(),
            0,
            {},
            message.text.sliced(begin, end - begin),
            begin,
            end};
}

Support orderSupport(const Order &order, const QString &quote)
{
    return {SupportKind::Order, order.id, 0, {}, quote, 0, 0};
}

Support fieldSupport(const QString &name, const QString &quote)
{
    return {SupportKind::Field, name, 0, {}, quote.left(longestQuote), 0, 0};
}

bool isSpoken(const Message &message)
{
    return message.presence == Presence::Present && message.from != Sender::System;
}

} // namespace

const QStringList &Slots::names()
{
    static const QStringList all{u"customer.first"_s, u"agent.first"_s,    u"due"_s,
                                 u"order.id"_s,       u"order.status"_s,   u"order.item"_s,
                                 u"promise.text"_s,   u"promise.due"_s,    u"payment.id"_s,
                                 u"payment.date"_s,   u"payment.amount"_s, u"return.id"_s,
                                 u"giftcard.id"_s,    u"carrier"_s,        u"amount.said"_s};
    return all;
}

Slots::Slots(const Grounds &grounds, const Phrases &phrases, const QString &language)
    : m_phrases(phrases)
    , m_language(language)
{
    readPeople(grounds);
    readCodes(grounds);
    readOrder(grounds);
    readPayment(grounds);
    readCarrier(grounds);
    readPromise(grounds);
}

const SlotValue *Slots::find(const QString &name) const
{
    const auto found = m_values.constFind(name);
    return found == m_values.cend() ? nullptr : &*found;
}

void Slots::put(const QString &name, const QString &text, const Support &source)
{
    if (!text.isEmpty())
        m_values.insert(name, {text, source});
}

void Slots::readPeople(const Grounds &grounds)
{
    const QString &customer = grounds.conversation.customer.name;
    put(u"customer.first"_s, text::firstName(customer), fieldSupport(u"customer.name"_s, customer));
    put(u"agent.first"_s, text::firstName(grounds.agent.name),
        fieldSupport(u"agent.name"_s, grounds.agent.name));
}

/// Codes in the messages, the customer's words last so that they win; the last amount they named.
void Slots::readCodes(const Grounds &grounds)
{
    const auto read = [this](const Message &message) {
        const QString text = message.text.left(longestText);
        for (const Figure &figure : figuresIn(text, {message.at.utc().date()})) {
            const QString said = text.sliced(figure.begin, figure.end - figure.begin);
            const Support source = messageSupport(message, figure.begin, figure.end);
            if (figure.kind == FigureKind::Amount && message.from == Sender::Customer)
                put(u"amount.said"_s, said, source);
            if (figure.kind != FigureKind::Code)
                continue;
            if (startsWithAny(said, m_phrases.orderCodes))
                put(u"order.id"_s, said.toUpper(), source);
            else if (startsWithAny(said, m_phrases.paymentCodes))
                put(u"payment.id"_s, said.toUpper(), source);
            else if (startsWithAny(said, m_phrases.returnCodes))
                put(u"return.id"_s, said.toUpper(), source);
            else if (startsWithAny(said, m_phrases.giftcardCodes))
                put(u"giftcard.id"_s, said.toUpper(), source);
        }
    };
    for (const bool customers : {false, true}) {
        for (const Message &message : grounds.conversation.messages) {
            if (isSpoken(message) && (message.from == Sender::Customer) == customers)
                read(message);
        }
    }
}

std::optional<Support> Slots::lookUpOf(const Conversation &conversation, const QString &code)
{
    const QList<Step> &steps = conversation.stepsTried;
    for (qsizetype i = steps.size(); i-- > 0;) {
        const Step &step = steps[i];
        if (!step.tool)
            continue;
        for (const QString &json : {step.tool->result, step.tool->arguments}) {
            if (json.contains(code, Qt::CaseInsensitive))
                return Support{SupportKind::LookUp,
                               step.tool->name,
                               0,
                               {},
                               text::folded(flattened(json, {})).left(longestQuote),
                               0,
                               0};
        }
    }
    return {};
}

void Slots::readOrder(const Grounds &grounds)
{
    const QList<Order> &orders = grounds.conversation.customer.orders;
    const auto known = [&](const QString &id) {
        return std::find_if(orders.begin(), orders.end(), [&](const Order &order) {
            return order.id.compare(id, Qt::CaseInsensitive) == 0;
        });
    };
    auto order = orders.end();
    if (const SlotValue *named = find(u"order.id"_s))
        order = known(named->text);
    else {
        const auto tried = std::find_if(orders.begin(), orders.end(), [&](const Order &one) {
            return !one.id.isEmpty() && lookUpOf(grounds.conversation, one.id);
        });
        order = tried != orders.end() ? tried : orders.size() == 1 ? orders.begin() : orders.end();
    }
    if (order == orders.end() || order->id.isEmpty())
        return;
    if (!find(u"order.id"_s))
        put(u"order.id"_s, order->id, orderSupport(*order, order->id));
    put(u"order.status"_s, m_phrases.statusIn(m_language, order->status),
        orderSupport(*order, order->status));
    if (order->items.size() == 1)
        put(u"order.item"_s, order->items.front().name,
            orderSupport(*order, order->items.front().name));
}

void Slots::readPayment(const Grounds &grounds)
{
    const Conversation &conversation = grounds.conversation;
    if (!find(u"payment.id"_s)) {
        for (const Step &step : conversation.stepsTried) {
            const QString result = step.tool ? flattened(step.tool->result, {}) : QString();
            for (const Figure &figure : figuresIn(result, {})) {
                const QString code = result.sliced(figure.begin, figure.end - figure.begin);
                if (figure.kind == FigureKind::Code && startsWithAny(code, m_phrases.paymentCodes))
                    put(u"payment.id"_s, code, *lookUpOf(conversation, code));
            }
        }
    }
    const SlotValue *payment = find(u"payment.id"_s);
    if (!payment)
        return;
    const QString id = payment->text;
    for (const Step &step : conversation.stepsTried) {
        if (!step.tool || step.tool->status != ToolStatus::Ok)
            continue;
        const QHash<QString, QString> members = membersBeside(step.tool->result, id);
        if (members.isEmpty())
            continue;
        QStringList quote;
        for (const QString &key :
             {u"id"_s, u"amount"_s, u"currency"_s, u"on"_s, u"date"_s, u"at"_s}) {
            if (members.contains(key))
                quote += key + u": "_s + members.value(key);
        }
        const Support source{SupportKind::LookUp, step.tool->name, 0, {}, quote.join(u", "), 0, 0};
        bool ok = false;
        const double amount = members.value(u"amount"_s).toDouble(&ok);
        const QString currency = members.value(u"currency"_s, currencyOf(conversation));
        if (ok && !currency.isEmpty())
            put(u"payment.amount"_s, m_phrases.moneyIn(m_language, amount, currency), source);
        for (const QString &key : {u"on"_s, u"date"_s, u"at"_s}) {
            const QDate day = QDate::fromString(members.value(key).left(10), Qt::ISODate);
            if (day.isValid())
                put(u"payment.date"_s, m_phrases.dayIn(m_language, day), source);
        }
    }
}

void Slots::readCarrier(const Grounds &grounds)
{
    for (const QString &carrier : m_phrases.carriers) {
        if (const auto source = lookUpOf(grounds.conversation, carrier)) {
            put(u"carrier"_s, carrier, *source);
            return;
        }
        for (const Message &message : grounds.conversation.messages) {
            const qsizetype at = message.text.left(longestText).indexOf(carrier);
            if (at >= 0 && isSpoken(message) && message.from != Sender::Customer) {
                put(u"carrier"_s, carrier,
                    messageSupport(message, int(at), int(at + carrier.size())));
                return;
            }
        }
    }
}

void Slots::readPromise(const Grounds &grounds)
{
    const QList<Promise> &made = grounds.conversation.promises;
    if (made.isEmpty())
        return;
    const Promise &last = made.back();
    // It is quoted: in another language it would be no sentence of the draft's.
    const QString language = languageOf(last.text);
    if (!language.isEmpty() && language != m_language)
        return;
    const QString name = u"promises/%1"_s.arg(made.size() - 1);
    put(u"promise.text"_s, text::folded(last.text).left(longestQuote),
        fieldSupport(name, last.text));
    if (!last.dueAt)
        return;
    const QTimeZone zone(grounds.zone);
    const QDateTime due = zone.isValid() ? last.dueAt->utc().toTimeZone(zone) : last.dueAt->utc();
    put(u"promise.due"_s, m_phrases.dayIn(m_language, due.date()),
        fieldSupport(name, stamp(*last.dueAt, grounds.zone)));
}

} // namespace baton::drafting
