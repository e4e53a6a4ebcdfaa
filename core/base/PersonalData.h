#pragma once

#include <QtCore/QString>

#include <vector>

/// What tells who somebody is or what they pay with, wherever it stands in a text. Pure; any
/// thread; linear in the text's length.
namespace baton::text {

enum class Personal { Email, Phone, Card, Iban };

struct PersonalStretch
{
    Personal kind = Personal::Email;
    qsizetype begin = 0; ///< UTF-16 units
    qsizetype end = 0;
    /// One spelling: an address in lower case; a phone's digits, with a + where it was written;
    /// a card's last four digits; an IBAN without blanks.
    QString value;
    bool operator==(const PersonalStretch &) const = default;
};

/// By place, not overlapping. A card's number passes the Luhn check, an IBAN has its country's
/// length and passes mod 97. Digits are a phone's where they begin with +, 00 or a trunk 0, are
/// grouped as phones are, or a word beside them says so; never a date, an amount, or what is called
/// an order, an account or a code.
std::vector<PersonalStretch> personalDataIn(QStringView text);

/// The text for display and export: "m•••n@post.example", "•••907", "•••• 4471", "DE•••3000".
QString masked(QStringView text);
/// The same of a text that is known to be one.
QString masked(Personal kind, QStringView text);

} // namespace baton::text
