#include "core/sync/demo/Facts.h"

#include "core/base/Text.h"
#include "core/sync/demo/Purchases.h"

#include <QtCore/QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

QDate localDay(Instant at, const QTimeZone &zone)
{
    return at.utc().toTimeZone(zone).date();
}

QDate workingDay(QDate day)
{
    return day.dayOfWeek() == Qt::Sunday ? day.addDays(1) : day;
}

ValueTier valueFor(const Template &story, const Contact &contact)
{
    if (contact.value != ValueTier::Absent)
        return contact.value;
    if (story.value != ValueTier::Absent)
        return story.value;
    const int worth = contact.who.worth;
    return worth < 70 ? ValueTier::Standard : worth < 93 ? ValueTier::Plus : ValueTier::Vip;
}

Money lifetime(ValueTier value, const QString &currency, int worth)
{
    const int low = value == ValueTier::Vip ? 3000 : value == ValueTier::Plus ? 600 : 60;
    const int more = low * worth / 40;
    return {double(low + more), currency};
}

QString verifiedBy(Channel channel)
{
    switch (channel) {
    case Channel::Voice:
        return u"name and order number"_s;
    case Channel::Email:
        return u"known address"_s;
    case Channel::Social:
        return u"linked profile"_s;
    default:
        return u"one-time code"_s;
    }
}

/// The promise that names {promise_date}, from the start of the conversation to its due time.
std::optional<qint64> promisedAfterMs(const Template &story)
{
    for (const TemplatePromise &promise : story.promises) {
        if (!promise.dueAfterMs || !promise.text.contains(u"{promise_date}"_s))
            continue;
        qint64 after = *promise.dueAfterMs;
        for (qsizetype i = 0; i <= promise.turn && i < story.turns.size(); ++i)
            after += story.turns[i].afterMs;
        return after;
    }
    return {};
}

/// What was paid, and the smaller or other amount.
std::pair<qint64, qint64> amounts(const Template &story, const Purchases &bought)
{
    const Purchase &first = bought.all.first();
    if (story.intent.startsWith("pay_in_3"_L1) || story.name == "bereavement_or_hardship-2"_L1
        || story.name == "close_account-2"_L1)
        return {first.cents / 3, first.cents / 3};
    if (story.name == "refund_amount_wrong-1"_L1)
        return {first.cents, first.cents - first.deliveryCents};
    if (story.intent == "refund_amount_wrong"_L1)
        return {first.cents, bought.firstItemCents};
    return {first.cents, bought.all.size() > 1 ? bought.all[1].cents : first.cents / 2};
}

} // namespace

QString Facts::fill(const QString &text) const
{
    QString filled;
    filled.reserve(text.size() + 32);
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0)
            break;
        const auto value = values.constFind(text.sliced(open + 1, close - open - 1));
        if (value == values.cend())
            continue;
        filled += QStringView(text).sliced(from, open - from);
        filled += *value;
        from = close + 1;
    }
    filled += QStringView(text).sliced(from);
    return filled;
}

Facts factsFor(const Stage &stage, const Template &story, const Contact &contact, Dice dice)
{
    const Somebody &who = contact.who;
    const Region &home = stage.cast.regions[who.region];
    const QString &language = story.language;
    const QString currency = language == "en"_L1 ? home.currency : u"EUR"_s;
    Facts facts;
    facts.locale = home.locale;
    const QString name = contact.name.isEmpty() ? who.first + u' ' + who.last : contact.name;
    const QString email
        = contact.name.isEmpty() ? who.email : mailAddress(name, stage.cast.mailDomains.first());

    const ValueTier value = valueFor(story, contact);
    const Purchases bought = purchasesFor(stage, story, contact, currency, dice);
    const auto [amount, amount2] = amounts(story, bought);
    const QDate today = localDay(contact.start, home.timeZone);
    const QDate ordered = localDay(*bought.all.first().order.at, home.timeZone);
    const bool aboutOrderDay = story.intent == "order_status"_L1
        || story.intent == "delivery_delayed"_L1 || story.intent == "loyalty_points"_L1;
    const QDate past = aboutOrderDay ? ordered : today.addDays(-dice.between(2, 6));
    qint64 promised = promisedAfterMs(story).value_or(dice.between(1, 3) * dayMs);
    const QDate promiseDay = localDay(contact.start + promised, home.timeZone);
    promised += promiseDay.daysTo(workingDay(promiseDay)) * dayMs;
    facts.promiseDue = contact.start + promised;
    const QDate later = workingDay(today.addDays(dice.between(4, 11)));

    facts.values = {
        {u"first"_s, text::firstName(name)},
        {u"last"_s, name.section(u' ', 1)},
        {u"email"_s, email},
        {u"phone"_s, who.phone},
        {u"city"_s, who.city},
        {u"card"_s, who.card},
        {u"order"_s, bought.all.first().order.id},
        {u"order2"_s, orderNumber(contact.number, 1)},
        {u"payment"_s, paymentNumber(contact.number, 0)},
        {u"payment2"_s, paymentNumber(contact.number, 1)},
        {u"return"_s, returnNumber(contact.number)},
        {u"giftcard"_s, u"GC-%1%2"_s.arg(dice.between(1000, 9999)).arg(dice.between(1000, 9999))},
        {u"item"_s, bought.item},
        {u"item2"_s, bought.item2},
        {u"qty"_s, QString::number(bought.quantity)},
        {u"carrier"_s, bought.carrier},
        {u"amount"_s, amountText(amount, currency, language)},
        {u"amount2"_s, amountText(amount2, currency, language)},
        {u"date"_s, dayText(past, language)},
        {u"date2"_s, dayText(later, language)},
        {u"promise_date"_s, dayText(workingDay(promiseDay), language)},
    };

    Customer &customer = facts.customer;
    customer.id = CustomerId(who.id());
    customer.name = name;
    customer.contact = story.channel == Channel::Voice ? who.phone : email;
    customer.timeZone = home.zone;
    if (dice.chance(70))
        customer.verified = Verification{verifiedBy(story.channel), contact.start + 30000};
    customer.value = value;
    customer.lifetimeValue = lifetime(value, currency, who.worth);
    if (value != ValueTier::Standard)
        customer.attributes += {u"plan"_s, u"Larkfield Plus since %1"_s.arg(who.memberSince)};
    customer.attributes += {u"payment"_s, u"Visa ending %1"_s.arg(who.card)};
    for (const Purchase &purchase : bought.all)
        customer.orders += purchase.order;
    customer.contacts90d = contact.contacts90d;

    if (story.fixed) {
        customer = story.fixed->customer;
        customer.value = story.value;
        customer.orders = story.fixed->orders;
        for (qsizetype i = 0; i < customer.orders.size(); ++i)
            customer.orders[i].at = contact.start + (-story.fixed->orderDaysAgo[i] * dayMs);
        if (customer.verified)
            customer.verified->at = contact.start + 20000;
        facts.locale = story.fixed->locale;
        facts.values.insert(u"first"_s, text::firstName(customer.name));
        facts.values.insert(u"last"_s, customer.name.section(u' ', 1));
        facts.values.insert(u"email"_s, customer.contact);
    }
    return facts;
}

QString amountText(qint64 cents, const QString &currency, const QString &language)
{
    const bool english = language == "en"_L1;
    QString whole = QString::number(cents / 100);
    if (whole.size() > 3)
        whole.insert(whole.size() - 3, english ? u',' : u'.');
    const QString digits
        = whole + (english ? u'.' : u',') + u"%1"_s.arg(cents % 100, 2, 10, QChar(u'0'));
    const QString sign = currency == "GBP"_L1 ? u"£"_s : u"€"_s;
    return english ? sign + digits : digits + u' ' + sign;
}

QString dayText(const QDate &day, const QString &language)
{
    static const QStringList english
        = u"January February March April May June July August September October November December"_s
              .split(u' ');
    static const QStringList german
        = u"Januar Februar März April Mai Juni Juli August September Oktober November Dezember"_s
              .split(u' ');
    static const QStringList spanish
        = u"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"_s
              .split(u' ');
    const int month = day.month() - 1;
    if (language == "de"_L1)
        return u"%1. %2"_s.arg(day.day()).arg(german[month]);
    if (language == "es"_L1)
        return u"%1 de %2"_s.arg(day.day()).arg(spanish[month]);
    return u"%1 %2"_s.arg(day.day()).arg(english[month]);
}

} // namespace baton::sync::demo
