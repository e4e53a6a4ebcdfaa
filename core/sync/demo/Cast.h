#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QTime>
#include <QtCore/QTimeZone>

#include <nlohmann/json_fwd.hpp>

/// Who and what the invented conversations are about (resources/demo/cast.json).
namespace baton::sync::demo {

struct Region
{
    QString country;
    QString locale; ///< of its customers
    QString zone;   ///< IANA
    QString currency;
    int weight = 1; ///< of customers who write English, how many are from here
    QString phone;  ///< '#' stands for a digit
    QList<QString> cities;
    QList<QString> first;
    QList<QString> last;
    QTimeZone timeZone; ///< of zone
    QString language() const { return locale.section(u'-', 0, 0); }
};

enum class ItemSize { Small, Parcel, Large };
struct Item
{
    QString key; ///< the word that names it in a text of any language
    ItemSize size = ItemSize::Parcel;
    QString en;
    QString de;
    QString es;
    int euros = 0;
    int pounds = 0;
    QString name(const QString &language) const;
    int price(const QString &currency) const { return currency == u"GBP" ? pounds : euros; }
};

struct Colleague
{
    Person person;
    QTime from; ///< of Europe/Berlin, Monday to Friday; a shift over midnight is worked every night
    QTime to;
    bool worksByNight() const { return from > to; }
};

struct Cast
{
    QList<Region> regions;
    QList<Item> items;
    QList<QString> carriers;
    QList<QString> mailDomains;
    QList<Colleague> colleagues;

    /// Regions whose customers write this language, with weights beside them.
    QList<qsizetype> regionsOf(const QString &language) const;
    /// Indices of the items that a text names, in the order in which it does.
    QList<qsizetype> named(const QString &text) const;
    const Colleague *colleague(const QString &id) const;
};

/// Trusts the form of resources/demo/cast.json.
Cast toCast(const nlohmann::json &json);

/// One invented person: the number-th of a region in the world of a seed. No two numbers of a
/// region give the same name, and no two regions share a last name.
struct Somebody
{
    QString first;
    QString last;
    QString email;
    QString phone;
    QString city;
    QString card;        ///< last four digits
    int worth = 0;       ///< 0 … 99, of all customers how many are worth less
    int memberSince = 0; ///< year
    qsizetype region = 0;
    int number = 0;
    QString id() const; ///< for CustomerId
};
Somebody somebody(const Cast &cast, quint64 seed, qsizetype region, int number);
/// "maren.halvorsen@post.example": letters without their accents.
QString mailAddress(const QString &name, const QString &domain);

} // namespace baton::sync::demo
