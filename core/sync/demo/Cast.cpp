#include "core/sync/demo/Cast.h"

#include "core/base/Dice.h"
#include "core/sync/demo/Json.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace baton::sync::demo {

namespace {

constexpr quint64 peopleStream = 0x70656f706c65;

QString spelled(QString pattern, Dice &dice)
{
    for (QChar &c : pattern) {
        if (c == u'#')
            c = QChar(u'0' + dice.below(10));
    }
    return pattern;
}

} // namespace

QString Item::name(const QString &language) const
{
    if (language == "de"_L1)
        return de;
    return language == "es"_L1 ? es : en;
}

QList<qsizetype> Cast::regionsOf(const QString &language) const
{
    QList<qsizetype> list;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (language == "en"_L1 || regions[i].language() == language)
            list += i;
    }
    return list;
}

QList<qsizetype> Cast::named(const QString &text) const
{
    QList<std::pair<qsizetype, qsizetype>> found;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QRegularExpression word(u"\\b%1\\b"_s.arg(items[i].key));
        if (const auto match = word.match(text); match.hasMatch())
            found += {match.capturedStart(), i};
    }
    std::sort(found.begin(), found.end());
    QList<qsizetype> indices;
    for (const auto &[place, index] : found)
        indices += index;
    return indices;
}

const Colleague *Cast::colleague(const QString &id) const
{
    for (const Colleague &colleague : colleagues) {
        if (colleague.person.id == id)
            return &colleague;
    }
    return nullptr;
}

Cast toCast(const Json &json)
{
    Cast cast;
    for (const Json &it : json.at("regions")) {
        cast.regions += {text(it, "country"),   text(it, "locale"),
                         text(it, "zone"),      text(it, "currency"),
                         it.value("weight", 1), text(it, "phone"),
                         texts(it, "cities"),   texts(it, "first"),
                         texts(it, "last"),     QTimeZone(text(it, "zone").toLatin1())};
    }
    for (const Json &it : json.at("items")) {
        const QString size = text(it, "size");
        cast.items += {text(it, "key"),
                       size == "large"_L1       ? ItemSize::Large
                           : size == "small"_L1 ? ItemSize::Small
                                                : ItemSize::Parcel,
                       text(it, "en"),
                       text(it, "de"),
                       text(it, "es"),
                       it.value("EUR", 0),
                       it.value("GBP", 0)};
    }
    cast.carriers = texts(json, "carriers");
    cast.mailDomains = texts(json, "mail_domains");
    for (const Json &it : json.at("colleagues"))
        cast.colleagues += {{text(it, "id"), text(it, "name")},
                            QTime::fromString(text(it, "from"), u"HH:mm"_s),
                            QTime::fromString(text(it, "to"), u"HH:mm"_s)};
    return cast;
}

QString Somebody::id() const
{
    return u"c-%1%2"_s.arg(region + 10).arg(number, 5, 10, QChar(u'0'));
}

QString mailAddress(const QString &name, const QString &domain)
{
    QString local;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            local += c;
        else if (c == u'ø')
            local += u'o';
        else if (c == u'æ' || c == u'œ')
            local += c == u'æ' ? "ae"_L1 : "oe"_L1;
        else if (c == u'ß')
            local += "ss"_L1;
        else if (c == u'ł')
            local += u'l';
        else if (c == u' ' && !local.endsWith(u'.'))
            local += u'.';
        else if (c == u'-')
            local += u'-';
    }
    return local + u'@' + domain;
}

Somebody somebody(const Cast &cast, quint64 seed, qsizetype region, int number)
{
    const Region &home = cast.regions[region];
    const qsizetype firsts = home.first.size();
    const qsizetype lasts = home.last.size();
    const qsizetype pairs = firsts * lasts;
    // A walk through all pairs in an order of the seed's own; each further round has two last
    // names.
    Dice order(seed, peopleStream, quint64(region));
    const qsizetype offset = order.below(pairs);
    qsizetype stride = pairs / 3 + order.below(pairs / 3);
    while (std::gcd(stride, pairs) != 1)
        ++stride;
    const qsizetype place = (offset + (number % pairs) * stride) % pairs;
    const qsizetype round = number / pairs;

    Dice dice(seed, peopleStream + 1 + quint64(region), quint64(number));
    Somebody who;
    who.first = home.first[place % firsts];
    const qsizetype last = place / firsts;
    who.last = home.last[last];
    if (round > 0)
        who.last += (home.language() == "es"_L1 ? u' ' : u'-') + home.last[(last + round) % lasts];
    who.email = mailAddress(who.first + u' ' + who.last, dice.pick(cast.mailDomains));
    who.phone = spelled(home.phone, dice);
    who.city = dice.pick(home.cities);
    who.card = QString::number(dice.between(1000, 9999));
    who.worth = dice.below(100);
    who.memberSince = dice.between(2018, 2024);
    who.region = region;
    who.number = number;
    return who;
}

} // namespace baton::sync::demo
