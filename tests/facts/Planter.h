#pragma once

#include "core/domain/Fact.h"
#include "tests/packet/Random.h"

#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

/// Sentences with a fact in them, as people write them, made without the reader's patterns: numbers
/// are rolled, dates and amounts are worded by QLocale.
namespace baton::tests {

struct Planted
{
    FactKind kind = FactKind::OrderNumber;
    QString sentence;
    QString value; ///< empty: any of the kind will do
    Sender by = Sender::Customer;
    int begin = 0; ///< of the sentence in the message it went into
};

class Planter
{
public:
    explicit Planter(quint64 seed)
        : m_random(seed)
    { }

    enum Tongue { English, German, Spanish };

    /// For a message written then in that zone.
    Planted plant(FactKind kind, Tongue tongue, const QDate &today,
                  const Conversation &conversation)
    {
        using namespace Qt::StringLiterals;
        m_tongue = tongue;
        switch (kind) {
        case FactKind::OrderNumber: {
            const auto &orders = conversation.customer.orders;
            QString id
                = !orders.isEmpty() && m_random.oneIn(2) ? m_random.oneOf(orders).id : QString();
            if (id.isEmpty())
                id = m_random.oneOf(QStringList{u"LF-"_s + digits(5), u"#W"_s + digits(7),
                                                digits(8), digits(10), u"ORD-"_s + digits(6),
                                                u"A"_s + digits(7)});
            return {kind,
                    in({{u"my order number is %1"_s, u"Order %1 never arrived."_s,
                         u"it's about order #%1"_s, u"Where is order no. %1?"_s},
                        {u"meine Bestellnummer ist %1"_s, u"Bestellung %1 ist nicht da."_s,
                         u"Bestellnr. %1"_s},
                        {u"mi número de pedido es %1"_s, u"El pedido %1 no ha llegado."_s,
                         u"pedido n.º %1"_s}})
                        .arg(id.startsWith(u'#') ? id.sliced(1) : id),
                    QString(id).remove(u'#').toUpper()};
        }
        case FactKind::Amount: {
            const int cents = m_random.between(100, 299'999);
            const QString currency = m_random.oneOf(QStringList{u"EUR"_s, u"USD"_s, u"GBP"_s});
            const QString number = locale().toString(cents / 100.0, 'f', 2);
            const QString sign = currency == u"EUR"_s ? u"€"_s
                : currency == u"USD"_s                ? u"$"_s
                                                      : u"£"_s;
            const QString said = m_random.oneOf(
                m_tongue == English
                    ? QStringList{sign + number, number + u' ' + currency, currency + u' ' + number}
                    : QStringList{number + u' ' + sign, number + u' ' + currency, number + sign});
            return {kind,
                    in({{u"I was charged %1 for it"_s, u"you owe me %1!"_s, u"%1 is too much"_s},
                        {u"mir wurden %1 abgebucht"_s, u"Sie schulden mir %1!"_s},
                        {u"me cobraron %1"_s, u"me deben %1"_s}})
                        .arg(said),
                    QString::number(cents / 100.0, 'f', 2) + u' ' + currency};
        }
        case FactKind::Date:
            return date(today);
        case FactKind::Time: {
            const QTime time(m_random.between(0, 23), m_random.between(0, 59));
            const QString said = m_tongue == English && m_random.oneIn(2)
                ? time.toString(u"h:mm ap"_s)
                : time.toString(u"HH:mm"_s);
            return {kind,
                    in({{u"they were here at %1"_s, u"after %1 nobody answered"_s},
                        {u"um %1 Uhr war niemand da"_s, u"ab %1 erreichbar"_s},
                        {u"a las %1 no había nadie"_s, u"sobre las %1"_s}})
                        .arg(said),
                    time.toString(u"HH:mm"_s)};
        }
        case FactKind::CardTail: {
            const QString tail = digits(4);
            return {kind,
                    in({{u"I paid with the card ending in %1"_s, u"my Visa ending %1 was used"_s,
                         u"the last four digits of my card are %1"_s, u"Mastercard **** %1"_s},
                        {u"mit der Karte mit den Endziffern %1 bezahlt"_s,
                         u"meine Kreditkarte endet auf %1"_s,
                         u"die letzten vier Ziffern der Karte: %1"_s},
                        {u"pagué con la tarjeta terminada en %1"_s, u"mi tarjeta acaba en %1"_s,
                         u"los últimos cuatro dígitos de la tarjeta son %1"_s}})
                        .arg(tail),
                    tail};
        }
        case FactKind::Email: {
            const QString mail = word(6) + m_random.oneOf(QStringList{u"."_s, u"_"_s, u""_s})
                + word(5)
                + m_random.oneOf(QStringList{u"@post.example"_s, u"@mail.example.co.uk"_s,
                                             u"@web-shop.example.org"_s});
            return {kind,
                    in({{u"my email is %1"_s, u"write to %1, please"_s, u"%1"_s},
                        {u"meine Mail: %1."_s, u"schreibt an %1"_s},
                        {u"mi correo es %1"_s, u"escríbanme a %1."_s}})
                        .arg(mail),
                    mail};
        }
        case FactKind::Phone: {
            const QStringList forms[3]
                = {{u"+44 7700 900%1"_s.arg(digits(3)), u"020 7946 %1"_s.arg(digits(4)),
                    u"(%1) 555-%2"_s.arg(area(), digits(4)), u"%1-555-%2"_s.arg(area(), digits(4)),
                    u"+353 20 91%1"_s.arg(digits(5))},
                   {u"+49 30 901820%1"_s.arg(digits(2)), u"0176 %1"_s.arg(digits(8)),
                    u"030/%1"_s.arg(digits(7))},
                   {u"+34 612 %1 %2"_s.arg(digits(3), digits(3)),
                    u"6%1 %2 %3"_s.arg(digits(2), digits(3), digits(3)),
                    u"91 %1 %2 %3"_s.arg(digits(3), digits(2), digits(2))}};
            const QString said = m_random.oneOf(forms[m_tongue]);
            QString value;
            for (const QChar c : said)
                value += c.isDigit() || c == u'+' ? QString(c) : QString();
            return {kind,
                    in({{u"call me on %1"_s, u"my number is %1 (mobile)"_s,
                         u"you can reach me at %1"_s},
                        {u"meine Handynummer: %1"_s, u"rufen Sie mich unter %1 an"_s},
                        {u"mi teléfono es %1"_s, u"llámeme al %1"_s}})
                        .arg(said),
                    value};
        }
        case FactKind::Address: {
            const QString number = QString::number(m_random.between(1, 180));
            const QStringList forms[3]
                = {{number + u' '
                        + m_random.oneOf(QStringList{u"Maple Grove Road"_s, u"Kirkgate Street"_s,
                                                     u"Old Mill Lane"_s, u"Brushwick Drive"_s,
                                                     u"Lexington Ave"_s}),
                    number + u" High Street, Leeds LS"_s + digit() + u' ' + digit() + u"AB"_s,
                    number + u" Sunset Drive, Phoenix, AZ "_s + u"85"_s + digits(3)},
                   {m_random.oneOf(QStringList{u"Lindenstraße "_s, u"Lange Straße "_s,
                                               u"Am Stadtgraben "_s, u"Rosenweg "_s,
                                               u"Kaiserallee "_s})
                        + number,
                    u"Goethestr. "_s + number + u", 34"_s + digits(3) + u" Kassel"_s},
                   {m_random.oneOf(QStringList{u"calle Mayor "_s, u"Avenida de la Constitución, "_s,
                                               u"Plaza del Sol "_s, u"C/ Serrano "_s})
                        + number,
                    u"Calle Alcalá "_s + number + u", 28"_s + digits(3) + u" Madrid"_s}};
            return {kind,
                    in({{u"I live at %1"_s, u"send it to %1, please"_s, u"my address is %1"_s},
                        {u"Ich wohne in der %1"_s, u"bitte an %1 liefern"_s, u"Anschrift: %1"_s},
                        {u"vivo en %1"_s, u"mi dirección es %1"_s}})
                        .arg(m_random.oneOf(forms[m_tongue])),
                    {}};
        }
        case FactKind::Iban:
            return {kind,
                    in({{u"my IBAN is %1"_s, u"send the money to %1"_s},
                        {u"IBAN %1"_s, u"bitte auf %1 überweisen"_s},
                        {u"mi IBAN: %1"_s, u"a la cuenta %1"_s}})
                        .arg(iban()),
                    m_iban};
        case FactKind::Product: {
            QStringList names;
            for (const Order &order : conversation.customer.orders) {
                for (const OrderItem &item : order.items)
                    names += item.name;
            }
            const QString name = names.isEmpty() ? u"Floor lamp Tarn"_s : m_random.oneOf(names);
            return {kind,
                    in({{u"the %1 is broken"_s, u"I want to return my %1"_s},
                        {u"der Artikel %1 ist kaputt"_s, u"%1 fehlt"_s},
                        {u"el %1 está roto"_s, u"falta %1"_s}})
                        .arg(name),
                    names.isEmpty() ? QString() : name};
        }
        case FactKind::Tried:
            return {kind,
                    in({{u"I have tried to reset it twice"_s, u"I already cleared the cache"_s,
                         u"We tried another browser as well."_s,
                         u"I've reinstalled the app, it didn't help"_s},
                        {u"Ich habe es schon neu gestartet"_s,
                         u"ich habe versucht, mich neu anzumelden"_s,
                         u"Den Stecker habe ich bereits gezogen"_s},
                        {u"Ya he reiniciado el teléfono"_s, u"he intentado cambiar la contraseña"_s,
                         u"Ya borré las cookies"_s}}),
                    {}};
        case FactKind::Promise:
            return {kind,
                    in({{u"We will refund it within %1 working days."_s,
                         u"I'll call you back in %1 hours."_s, u"You will receive it in %1 days."_s,
                         u"Your order will be delivered by Friday."_s},
                        {u"Wir erstatten den Betrag innerhalb von %1 Tagen."_s,
                         u"Ich melde mich in %1 Stunden bei Ihnen."_s,
                         u"Sie erhalten das Paket bis Donnerstag."_s},
                        {u"Le llamaremos en %1 horas."_s,
                         u"Recibirá el reembolso en %1 días laborables."_s,
                         u"Le enviaremos la factura mañana."_s}})
                        .replace(u"%1"_s, QString::number(m_random.between(2, 9))),
                    {},
                    Sender::Agent};
        }
        return {};
    }

    /// What looks like a fact and is none.
    QString decoy()
    {
        using namespace Qt::StringLiterals;
        const QString n = QString::number(m_random.between(2, 9));
        return m_random.oneOf(QStringList{u"my flight BA2%1 was late"_s.arg(digits(3)),
                                          u"account number 934%1"_s.arg(digits(8)),
                                          u"it is %1 minutes on the way to the store"_s.arg(n),
                                          u"I waited %1 hours"_s.arg(n),
                                          u"version 10.%1.4 of the app"_s.arg(n),
                                          u"%1 out of 10 people"_s.arg(n),
                                          u"in 2019 we were three"_s,
                                          u"the code is 9%1"_s.arg(digits(5)),
                                          u"a %1.5 kg box of 30x40 cm"_s.arg(n),
                                          u"error 0x80%1"_s.arg(digits(4)),
                                          u"room %1 is cold"_s.arg(digits(3)),
                                          u"@%1 please help"_s.arg(digits(6)),
                                          u"ticket ref %1"_s.arg(digits(7)),
                                          u"%1 % of it"_s.arg(n),
                                          u"about 1/%1 of them"_s.arg(n),
                                          u"24/7 service they say"_s,
                                          u"Ich warte seit %1 Stunden"_s.arg(n),
                                          u"auf dem Weg %1 Kinder getroffen"_s.arg(n),
                                          u"Kundennummer 77%1"_s.arg(digits(6)),
                                          u"tengo %1 hijos"_s.arg(n),
                                          u"la habitación %1"_s.arg(digits(3)),
                                          u"Happy Friday everyone"_s,
                                          u"they may help, the mar is calm"_s,
                                          u"we ordered %1 of them"_s.arg(n)});
    }

    size_t below(size_t n) { return m_random.below(n); }

private:
    QLocale locale() const
    {
        return m_tongue == English ? QLocale(QLocale::English, QLocale::UnitedKingdom)
            : m_tongue == German   ? QLocale(QLocale::German)
                                   : QLocale(QLocale::Spanish, QLocale::Mexico);
    }
    QString in(const QList<QStringList> &forms) { return m_random.oneOf(forms[m_tongue]); }
    QString digit() { return QString::number(m_random.between(1, 9)); }
    QString digits(int count)
    {
        QString out = digit();
        while (out.size() < count)
            out += QString::number(m_random.below(10));
        return out;
    }
    QString area() { return QString::number(m_random.between(201, 989)); }
    QString word(int length)
    {
        QString out;
        while (out.size() < length)
            out += QChar(u'a' + char16_t(m_random.below(26)));
        return out;
    }

    /// Check digits so that the whole leaves 1 when divided by 97.
    QString iban()
    {
        using namespace Qt::StringLiterals;
        const auto [country, length] = m_random.oneOf(std::vector<std::pair<QString, int>>{
            {u"DE"_s, 18}, {u"ES"_s, 20}, {u"AT"_s, 16}, {u"FR"_s, 23}});
        const QString account = digits(length);
        QString number = account;
        for (const QChar c : country)
            number += QString::number(c.unicode() - u'A' + 10);
        number += u"00"_s;
        int rest = 0;
        for (const QChar c : number)
            rest = (rest * 10 + c.digitValue()) % 97;
        m_iban = country + QString::number(98 - rest).rightJustified(2, u'0') + account;
        if (m_random.oneIn(2))
            return m_iban;
        QString parted;
        for (qsizetype i = 0; i < m_iban.size(); ++i)
            parted += (i > 0 && i % 4 == 0 ? u" "_s : QString()) + m_iban[i];
        return parted;
    }

    Planted date(const QDate &today)
    {
        using namespace Qt::StringLiterals;
        const int weekday = m_random.between(1, 7);
        const QString name = locale().standaloneDayName(weekday);
        const QDate coming = today.addDays((weekday - today.dayOfWeek() + 6) % 7 + 1);
        const QDate gone = today.addDays(-((today.dayOfWeek() - weekday + 6) % 7 + 1));
        const QDate day = today.addDays(m_random.between(-100, 100));
        const QString month = locale().standaloneMonthName(day.month());
        const QString number = QString::number(day.day());
        const int ago = m_random.between(2, 9);
        const std::vector<std::pair<QString, QDate>> forms[3]
            = {{{u"I need it by next %1"_s.arg(name), coming},
                {u"it broke last %1"_s.arg(name), gone},
                {u"you promised it for tomorrow"_s, today.addDays(1)},
                {u"I bought it on %1 %2"_s.arg(number, month), day},
                {u"I bought it on %1 %2, %3"_s.arg(month, number).arg(day.year()), day},
                {u"that was %1 days ago"_s.arg(ago), today.addDays(-ago)},
                {u"it arrived on %1"_s.arg(day.toString(Qt::ISODate)), day}},
               {{u"ich brauche es bis nächsten %1"_s.arg(name), coming},
                {u"letzten %1 ging es kaputt"_s.arg(name), gone},
                {u"spätestens morgen brauche ich es"_s, today.addDays(1)},
                {u"gekauft am %1. %2"_s.arg(number, month), day},
                {u"am %1 kam es an"_s.arg(day.toString(u"d.M.yyyy"_s)), day},
                {u"vor %1 Tagen"_s.arg(ago), today.addDays(-ago)}},
               {{u"lo necesito el próximo %1"_s.arg(name), coming},
                {u"se rompió el %1 pasado"_s.arg(name), gone},
                {u"lo quiero para mañana"_s, today.addDays(1)},
                {u"lo compré el %1 de %2"_s.arg(number, month), day},
                {u"llegó el %1"_s.arg(day.toString(u"d/M/yyyy"_s)), day},
                {u"hace %1 días"_s.arg(ago), today.addDays(-ago)}}};
        const auto &[said, meant] = m_random.oneOf(forms[m_tongue]);
        return {FactKind::Date, said, meant.toString(Qt::ISODate)};
    }

    Random m_random;
    Tongue m_tongue = English;
    QString m_iban;
};

} // namespace baton::tests
