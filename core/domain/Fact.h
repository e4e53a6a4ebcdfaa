#pragma once

#include "core/domain/Signal.h"

/// What somebody said, or the packet holds, that must not be asked again, suggested again or broken
/// (DESIGN §1). Plain values; core/facts reads them.
namespace baton {

enum class FactKind {
    OrderNumber,
    Amount,
    Date,
    Time,
    CardTail,
    Email,
    Phone,
    Address, ///< a street with its number, a postcode, or both
    Iban,
    Product,
    Tried,  ///< what the customer tried, or a step that failed
    Promise ///< of bot or agent
};

struct Fact
{
    FactKind kind = FactKind::OrderNumber;
    /// One spelling: an order's number as the packet has it, else in capitals without #;
    /// "1299.00 EUR"; "2025-11-21"; "18:00"; a card's last four digits; an address in lower case;
    /// a phone's digits; an IBAN without blanks; a product as the packet or the knowledge names it;
    /// else the words.
    QString value;
    /// In a message; its text is what stands there, but for a card's whole number: "•••• 4471".
    /// Where the packet says it: no message, no offsets.
    Evidence said;
    QString field; ///< "customer.contact", "steps_tried/2", "promises/0"; empty for a message
    Sender by = Sender::Customer; ///< System for the packet's fields
    Instant at;
    std::optional<Instant> due; ///< of a promise
    bool operator==(const Fact &) const = default;
};

} // namespace baton
