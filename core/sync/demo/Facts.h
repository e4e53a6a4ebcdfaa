#pragma once

#include "core/base/Dice.h"
#include "core/sync/demo/Stage.h"

namespace baton::sync::demo {

/// Who and what one conversation is about: the values of a template's placeholders, and the
/// customer that goes with them. Texts and orders agree: the articles a text names are in its
/// order, an amount is that order's total (an instalment's is a third of it).
struct Facts
{
    QHash<QString, QString> values; ///< by placeholder, without braces
    Customer customer;
    QString locale;
    std::optional<Instant> promiseDue; ///< the day that {promise_date} names

    /// text with every placeholder filled.
    QString fill(const QString &text) const;
};

/// What is asked of factsFor beside the template.
struct Contact
{
    int number = 0; ///< of the conversation; gives it order, payment and return numbers of its own
    Instant start;  ///< of its first message
    Somebody who;
    int contacts90d = 1;
    QString name;                        ///< another name than who's; empty: who's
    ValueTier value = ValueTier::Absent; ///< Absent: as the template or the dice say
};

Facts factsFor(const Stage &stage, const Template &story, const Contact &contact, Dice dice);

/// "€1,234.50", "1.234,50 €": as the language writes it. currency is EUR or GBP.
QString amountText(qint64 cents, const QString &currency, const QString &language);
/// "15 November", "15. November", "15 de noviembre".
QString dayText(const QDate &day, const QString &language);

} // namespace baton::sync::demo
