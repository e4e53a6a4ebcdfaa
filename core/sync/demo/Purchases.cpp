#include "core/sync/demo/Purchases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

struct Line
{
    const Item *item = nullptr;
    int quantity = 1;
};

/// A walk through the 90,000 numbers of five digits: no number comes twice before all have come.
int fiveDigits(int place, int stride, int offset)
{
    constexpr qint64 count = 90000;
    return int(10000 + (qint64(place) * stride + offset) % count);
}

/// A parcel-sized article that is none of those.
const Item *another(const Cast &cast, const QList<Line> &lines, Dice &dice)
{
    for (;;) {
        const Item &item = dice.pick(cast.items);
        const bool taken = std::any_of(lines.begin(), lines.end(),
                                       [&item](const Line &l) { return l.item == &item; });
        if (item.size == ItemSize::Parcel && !taken)
            return &item;
    }
}

qint64 deliveryCents(const QList<Line> &lines, qint64 goods, const QString &currency)
{
    const bool pounds = currency == "GBP"_L1;
    const bool large = std::any_of(lines.begin(), lines.end(),
                                   [](const Line &l) { return l.item->size == ItemSize::Large; });
    if (large)
        return pounds ? 3500 : 3900;
    if (goods >= (pounds ? 5000 : 6000))
        return 0;
    return pounds ? 390 : 490;
}

Purchase purchase(const QString &id, const QString &status, const QList<Line> &lines,
                  const QString &currency, const QString &language, Instant at)
{
    Purchase bought;
    bought.order.id = id;
    bought.order.status = status;
    bought.order.at = at;
    for (const Line &line : lines) {
        const int price = line.item->price(currency);
        bought.cents += qint64(price) * 100 * line.quantity;
        bought.order.items
            += {line.item->name(language), line.quantity, Money{double(price), currency}};
    }
    bought.deliveryCents = deliveryCents(lines, bought.cents, currency);
    bought.cents += bought.deliveryCents;
    return bought;
}

struct Stand
{
    QString status;
    int leastDays = 0;
    int mostDays = 0;
};

/// How far the order of such a conversation is, and how long ago it was placed.
Stand standOf(const Template &story)
{
    const QString &intent = story.intent;
    const auto is = [&intent](std::initializer_list<const char *> starts) {
        return std::any_of(starts.begin(), starts.end(), [&intent](const char *start) {
            return intent.startsWith(QLatin1StringView(start));
        });
    };
    if (is({"refund", "return_not", "bank_details", "pay_in_3_after"}))
        return {u"returned"_s, 18, 30};
    if (is({"warranty"}))
        return {u"delivered"_s, 200, 600};
    if (is({"order_status", "delivery_", "stock"}))
        return {u"shipped"_s, 3, 6};
    if (is({"cancel_order", "change_order", "change_delivery_address", "payment_"}))
        return {u"confirmed"_s, 0, 1};
    if (is({"change_delivery_date", "large_item", "service"}))
        return {u"shipped"_s, 6, 12};
    return {u"delivered"_s, 6, 16};
}

QList<Line> linesFor(const Stage &stage, const Template &story, Purchases &out, Dice &dice)
{
    const Cast &cast = stage.cast;
    QList<Line> lines;
    for (const qsizetype index : story.articles)
        lines += {&cast.items[index], 1};
    if (lines.isEmpty() && story.quantityTold)
        lines += {&cast.items.first(), 1};
    if (story.quantityTold)
        lines.first().quantity = *story.quantityTold;
    const Item *item = another(cast, lines, dice);
    out.item = item->name(story.language);
    if (story.uses(u"item"_s) || lines.isEmpty())
        lines.prepend({item, 1});
    if (story.allText.contains(u"{qty} x"_s))
        lines.first().quantity = out.quantity;
    const Item *second = another(cast, lines + QList<Line>{{item, 1}}, dice);
    out.item2 = second->name(story.language);
    if (story.uses(u"item2"_s))
        lines += {second, 1};
    return lines;
}

} // namespace

Purchases purchasesFor(const Stage &stage, const Template &story, const Contact &contact,
                       const QString &currency, Dice &dice)
{
    Purchases out;
    out.quantity = dice.between(2, 4);
    QList<Line> lines = linesFor(stage, story, out, dice);
    const Stand stand = standOf(story);
    const int days = story.deliveredDaysAgo ? *story.deliveredDaysAgo + 3
                                            : dice.between(stand.leastDays, stand.mostDays);
    const auto ago = [&](int count) {
        return contact.start + (-(count * dayMs + dice.between(40, 500) * 60000LL));
    };
    // The one thing that was kept, at 9 pounds, and a delivery that was paid for.
    if (story.name == "refund_amount_wrong-3"_L1)
        lines += {&stage.cast.items.last(), 1};
    Purchase first = purchase(orderNumber(contact.number, 0),
                              story.orderStatus.isEmpty() ? stand.status : story.orderStatus, lines,
                              currency, story.language, ago(days));
    if (story.intent == "refund_amount_wrong"_L1 && first.deliveryCents == 0) {
        first.deliveryCents = currency == "GBP"_L1 ? 850 : 990; // sent by express
        first.cents += first.deliveryCents;
    }
    out.firstItemCents = qint64(lines.first().item->price(currency)) * 100;
    const bool large = lines.first().item->size == ItemSize::Large;
    out.carrier = large ? u"Hearthhaul"_s : dice.pick(stage.cast.carriers);
    out.all += first;
    if (story.uses(u"order2"_s) || dice.chance(35)) {
        const bool same = story.intent == "cancel_order"_L1;
        const bool later
            = same || story.intent.startsWith("charge"_L1) || story.intent.startsWith("service"_L1);
        const QList<Line> others
            = same ? lines : QList<Line>{{another(stage.cast, lines, dice), 1}};
        const QString status = same ? u"confirmed"_s : later ? u"shipped"_s : u"delivered"_s;
        out.all += purchase(orderNumber(contact.number, 1), status, others, currency,
                            story.language, ago(later ? std::min(days, 2) : days + 40));
    }
    for (Purchase &bought : out.all)
        bought.order.total = Money{double(bought.cents) / 100, currency};
    return out;
}

QString orderNumber(int conversation, int slot)
{
    return u"LF-%1"_s.arg(fiveDigits(conversation * 3 + slot, 7919, 60413));
}

QString paymentNumber(int conversation, int slot)
{
    return u"P-%1"_s.arg(fiveDigits(conversation * 2 + slot, 6007, 45102));
}

QString returnNumber(int conversation)
{
    return u"R-%1"_s.arg(fiveDigits(conversation, 4441, 21877));
}

} // namespace baton::sync::demo
