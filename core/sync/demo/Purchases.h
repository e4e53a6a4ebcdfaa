#pragma once

#include "core/sync/demo/Facts.h"

/// The orders of the customer of a conversation, as its texts need them.
namespace baton::sync::demo {

/// An order, its total in cents.
struct Purchase
{
    Order order;
    qint64 cents = 0;
    qint64 deliveryCents = 0;
};

struct Purchases
{
    QList<Purchase> all;       ///< the one that {order} names first, that of {order2} second
    QString item;              ///< {item}
    QString item2;             ///< {item2}
    int quantity = 2;          ///< {qty}
    qint64 firstItemCents = 0; ///< the price of one {item}, or of the first article
    QString carrier;           ///< {carrier}
};

/// currency is EUR or GBP. Throws dice, so the order of calls counts.
Purchases purchasesFor(const Stage &stage, const Template &story, const Contact &contact,
                       const QString &currency, Dice &dice);

/// "LF-70413", from the numbers of a conversation; slot is 0 to 2. No two of a seed are alike.
QString orderNumber(int conversation, int slot);
/// "P-77119" and "R-41877" likewise; slot is 0 or 1.
QString paymentNumber(int conversation, int slot);
QString returnNumber(int conversation);

} // namespace baton::sync::demo
