#pragma once

#include "core/base/Result.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QStringList>

/// Words and forms around a playbook's sentences, by language (resources/drafting/phrases.json).
namespace baton::drafting {

struct Phrases
{
    using ByLanguage = QHash<QString, QString>;

    ByLanguage oneTried; ///< with one "{step}"
    ByLanguage twoTried; ///< with two
    ByLanguage oneMore;  ///< the same behind such a sentence
    ByLanguage twoMore;
    ByLanguage day; ///< QLocale date formats
    ByLanguage dayAndTime;
    ByLanguage amount;      ///< of "{sign}" and "{amount}"
    QStringList orderCodes; ///< what their codes start with, upper case
    QStringList paymentCodes;
    QStringList returnCodes;
    QStringList giftcardCodes;
    QStringList carriers;
    QHash<QString, ByLanguage> statuses; ///< of an order, by the word in the packet, lower case

    /// In the language's words and order; English where the form is missing.
    QString dayIn(const QString &language, const QDate &day) const;
    QString timeIn(const QString &language, const QDateTime &time) const;
    QString moneyIn(const QString &language, double amount, const QString &currency) const;
    QString statusIn(const QString &language, const QString &status) const;
};

/// InvalidInput: the detail is "POINTER: what"; unknown keys are refused.
Result<Phrases> readPhrases(const QByteArray &json);
Phrases bundledPhrases();

} // namespace baton::drafting
