#pragma once

#include "core/domain/Conversation.h"
#include "core/facts/Patterns.h"

#include <QtCore/QSet>
#include <QtCore/QStringView>

namespace baton::facts {

/// A stretch of a text and what it stands for, in one spelling.
struct Named
{
    Hit place;
    QString value;
};

/// The numbers that a customer's orders have, and how such numbers look.
class OrderNumbers
{
public:
    explicit OrderNumbers(const QList<Order> &orders);

    /// By place: a known number in any spelling, or its digits alone where they are five or more;
    /// a code of a known one's letters and as many digits; what the words before call an order's;
    /// "#W5362037". bare: one was asked for, and a code with four digits or more is one.
    std::vector<Named> in(QStringView text, const QByteArray &plain, bool bare) const;

private:
    QHash<QByteArray, QString> m_known;  ///< by letters and digits alone
    QHash<QByteArray, QString> m_digits; ///< by the digits alone
    QSet<QByteArray> m_shapes;           ///< "lf99999"
};

/// Last four digits of a card: "Visa ending 4471", "**** 4471", "mit den letzten vier Ziffern
/// 4471". Words beside them say that it is a card. bare: they were asked for, and four digits are
/// them.
std::vector<Named> cardTailsIn(QStringView text, const QByteArray &plain, bool bare);

/// Names of things, found where a text has a whole name or the word that is only its own: "Ebba"
/// for "Lounge chair Ebba, oat". Immutable.
class ProductNames
{
public:
    /// The first of names that share a word has it.
    explicit ProductNames(const QStringList &names);
    std::vector<Named> in(const QByteArray &plain) const;

private:
    struct Name
    {
        QString name;
        QByteArray whole; ///< its words between blanks
        QByteArray own;   ///< likewise; empty where no word is its own
    };
    std::vector<Name> m_names;
};

} // namespace baton::facts
