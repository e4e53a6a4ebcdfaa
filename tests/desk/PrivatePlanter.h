#pragma once

#include "core/domain/Conversation.h"

#include <QtCore/QRandomGenerator>

namespace baton::tests {

/// Makes up what must not leave a desk, and sentences that it stands in. Shares nothing with what
/// finds it.
class PrivatePlanter
{
public:
    explicit PrivatePlanter(quint32 seed)
        : m_dice(seed)
    { }

    struct Plant
    {
        QString kind;
        QString value;
        QString sentence;
    };

    Plant plant()
    {
        switch (m_dice.bounded(7)) {
        case 0:
            return in(QStringLiteral("email"), email(),
                      {QStringLiteral("You can write to %1 at any time."),
                       QStringLiteral("My mail is %1"),
                       QStringLiteral("Bitte antworten Sie an %1."),
                       QStringLiteral("Mi correo es %1, gracias"), QStringLiteral("(%1)"),
                       QStringLiteral("contact:%1")});
        case 1:
            return in(QStringLiteral("phone"), phone(),
                      {QStringLiteral("Call me back on %1 please."),
                       QStringLiteral("%1 is where you reach me"),
                       QStringLiteral("Meine Nummer ist %1."), QStringLiteral("Mi teléfono: %1"),
                       QStringLiteral("I tried from %1 twice, nobody picked up.")});
        case 2:
            return in(QStringLiteral("card"), card(),
                      {QStringLiteral("It was charged to %1 yesterday."),
                       QStringLiteral("card number %1"),
                       QStringLiteral("Die Karte %1 wurde belastet."),
                       QStringLiteral("Pagué con %1.")});
        case 3:
            return in(QStringLiteral("iban"), iban(),
                      {QStringLiteral("Refund it to %1 please."), QStringLiteral("IBAN: %1"),
                       QStringLiteral("Überweisen Sie auf %1."),
                       QStringLiteral("Mi cuenta es %1")});
        case 4:
            return in(QStringLiteral("order"), order(),
                      {QStringLiteral("Where is order %1?"), QStringLiteral("%1 has not arrived."),
                       QStringLiteral("Meine Bestellung %1 fehlt."),
                       QStringLiteral("El pedido %1 no llegó."),
                       QStringLiteral("It is about %1, the second parcel.")});
        case 5:
            return in(QStringLiteral("address"), address(),
                      {QStringLiteral("Send it to %1."), QStringLiteral("My new address is %1"),
                       QStringLiteral("I live at %1, the red door."),
                       QStringLiteral("It went to %1 instead."),
                       QStringLiteral("The parcel was left at %1 by mistake.")});
        default:
            return in(QStringLiteral("name"), name(),
                      {QStringLiteral("My name is %1."), QStringLiteral("Kind regards, %1"),
                       QStringLiteral("Hello, this is %1 again."),
                       QStringLiteral("I spoke with %1 on Monday."),
                       QStringLiteral("The parcel was signed for by %1."),
                       QStringLiteral("Ich heiße %1."), QStringLiteral("Me llamo %1."),
                       QStringLiteral("Please ask for %1 at the desk."),
                       QStringLiteral("My sister %1 ordered it.")});
        }
    }

    QString name()
    {
        const QString first
            = one({"Aoife",  "Björn",   "Chidi",   "Dorota",  "Ewa",    "Fatou", "Giorgos",
                   "Hamza",  "Ioana",   "Jürgen",  "Katalin", "Luc",    "María", "Nguyen",
                   "Oisín",  "Paweł",   "Qiang",   "Rukmini", "Søren",  "Tomás", "Uzma",
                   "Vasile", "Wanjiru", "Xiomara", "Yannick", "Zsófia", "Rose",  "Mark",
                   "Grace",  "Will",    "John",    "Emily",   "Robert"});
        const QString last = one(
            {"Adeyemi",   "Brzęczyk",  "Cohen",   "Dlamini",      "Eriksson",   "Fernández",
             "Gallagher", "Hughes",    "Ivanova", "Jankowski",    "Kaya",       "Lindqvist",
             "Moreau",    "Nakamura",  "O'Brien", "Papadopoulos", "Quispe",     "Rahman",
             "Schäfer",   "Tanaka",    "Umarov",  "Van Dijk",     "Whitfield",  "Xu",
             "Yıldız",    "Zielinski", "Baker",   "Johnson",      "de la Cruz", "Smith-Jones"});
        return first + u' ' + last;
    }

private:
    QString one(std::initializer_list<const char *> all)
    {
        return QString::fromUtf8(all.begin()[m_dice.bounded(int(all.size()))]);
    }
    Plant in(const QString &kind, const QString &value, const QStringList &sentences)
    {
        return {kind, value, sentences[m_dice.bounded(sentences.size())].arg(value)};
    }
    QString digits(int count)
    {
        QString out = QString::number(m_dice.bounded(1, 10));
        while (out.size() < count)
            out += QString::number(m_dice.bounded(10));
        return out;
    }
    QString grouped(const QString &digits, int size, const QString &by)
    {
        QStringList parts;
        for (qsizetype i = 0; i < digits.size(); i += size)
            parts += digits.mid(i, size);
        return parts.join(by);
    }
    QString email()
    {
        const QString user
            = one({"mail", "j.doe", "aoife_b", "x+shop", "kontakt", "müller", "A.B", "n-1987"});
        return user + digits(2) + u'@'
            + one({"post.example", "mail.co.uk", "example.org", "web-mail.de", "büro.example"});
    }
    QString phone()
    {
        switch (m_dice.bounded(6)) {
        case 0:
            return QStringLiteral("+44 20 ") + digits(4) + u' ' + digits(4);
        case 1:
            return QStringLiteral("(") + digits(3) + QStringLiteral(") ") + digits(3) + u'-'
                + digits(4);
        case 2:
            return QStringLiteral("0") + digits(3) + u'/' + digits(7);
        case 3:
            return QStringLiteral("06 ") + grouped(digits(8), 2, QStringLiteral(" "));
        case 4:
            return QStringLiteral("+1.") + digits(3) + u'.' + digits(3) + u'.' + digits(4);
        default:
            return QStringLiteral("0049") + digits(10);
        }
    }
    QString card()
    {
        const QString number = one({"4", "5", "37", "6"}) + digits(15);
        return m_dice.bounded(2) ? grouped(number.first(16), 4, one({" ", "-"})) : number.first(16);
    }
    QString iban()
    {
        const QString number = one({"DE", "AT", "ES", "FR", "PT"}) + digits(20);
        return m_dice.bounded(2) ? grouped(number, 4, QStringLiteral(" ")) : number;
    }
    QString order()
    {
        switch (m_dice.bounded(5)) {
        case 0:
            return QStringLiteral("LF-") + digits(3) + u'-' + digits(3);
        case 1:
            return QStringLiteral("#W") + digits(7);
        case 2:
            return digits(5 + m_dice.bounded(5));
        case 3:
            return QStringLiteral("2025-") + one({"A", "B", "K"}) + digits(4);
        default:
            return one({"ORD", "NW", "BX", "SO"}) + digits(6);
        }
    }
    QString address()
    {
        switch (m_dice.bounded(6)) {
        case 0:
            return digits(2) + u' '
                + one({"Acacia Avenue", "Elm Road", "Park Lane", "Station Street"})
                + QStringLiteral(", ") + one({"London SW1A 2AA", "Leeds LS1 4DY", "Bath BA1 1SU"});
        case 1:
            return digits(4) + u' ' + one({"Maple Drive", "Sunset Boulevard", "Oak Court"})
                + QStringLiteral(", Springfield, ") + one({"IL", "OR", "TX"}) + u' ' + digits(5);
        case 2:
            return one({"Lindenstraße", "Bahnhofstr.", "Goetheplatz", "Am Markt"}) + u' '
                + digits(2) + QStringLiteral(", ") + digits(5) + u' '
                + one({"Berlin", "Köln", "Ulm"});
        case 3:
            return QStringLiteral("Calle ") + one({"Mayor", "del Sol", "Alcalá"}) + u' ' + digits(2)
                + QStringLiteral(", ") + digits(5) + u' ' + one({"Madrid", "Sevilla"});
        case 4:
            return digits(2) + QStringLiteral(" rue ") + one({"de la Paix", "Victor Hugo"})
                + QStringLiteral(", ") + digits(5) + QStringLiteral(" Paris");
        default:
            return QStringLiteral("Flat ") + digits(1) + QStringLiteral(", ") + digits(2) + u' '
                + one({"Abbey Crescent", "Mill Close"}) + QStringLiteral(", York YO1 7HH");
        }
    }

    QRandomGenerator m_dice;
};

} // namespace baton::tests
