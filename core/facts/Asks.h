#pragma once

#include <QtCore/QStringView>

#include <vector>

namespace baton::facts {

/// What a person can be asked to give.
enum class Asked {
    OrderNumber,
    ReturnNumber,
    PaymentNumber,
    GiftCardNumber,
    Email,
    Phone,
    Address,
    Postcode,
    CardTail,
    Iban,
    Date,
    Amount,
    Product,
    Name,
    Picture
};

/// What a sentence asks its reader to give, in English, German or Spanish: "What is your order
/// number?", "Bitte nennen Sie mir …". An offer, a warning and a question for another or a new one
/// ask for nothing. In the order of Asked, each once.
std::vector<Asked> askedIn(QStringView sentence);

/// What a date or an amount is about, as bits: ordering, paying, arriving, sending back,
/// travelling, and what went wrong.
unsigned topicsOf(QStringView sentence);

} // namespace baton::facts
