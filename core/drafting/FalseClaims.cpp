#include "core/drafting/FalseClaims.h"

#include "core/base/Text.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

/// Sentences of parts, one of each list.
using Grammar = QList<QStringList>;

QString spoken(const QList<Grammar> &grammars, QRandomGenerator &dice)
{
    QStringList parts;
    for (const QStringList &choices : grammars[qsizetype(dice.bounded(quint32(grammars.size())))])
        parts += choices[qsizetype(dice.bounded(quint32(choices.size())))];
    return parts.join(u' ') + u'.';
}

const QList<Grammar> &policies(const QString &language)
{
    static const QHash<QString, QList<Grammar>> all{
        {u"en"_s,
         {{{u"Students"_s, u"Teachers"_s, u"New customers"_s, u"Our regular customers"_s,
            u"Customers over 65"_s, u"Business customers"_s},
           {u"get"_s, u"receive"_s, u"are given"_s},
           {u"a discount on every order"_s, u"double points at weekends"_s,
            u"a second parcel at half price"_s, u"free repairs for life"_s, u"a personal adviser"_s,
            u"priority over other customers"_s},
           {u"when they show a pass"_s, u"without asking"_s, u"on request"_s,
            u"from their third order on"_s}},
          {{u"Opened boxes"_s, u"Presents"_s, u"Articles bought in a sale"_s, u"Used textiles"_s,
            u"Orders placed by phone"_s},
           {u"may be swapped"_s, u"are taken back"_s, u"can be handed in"_s, u"are refused"_s},
           {u"at any petrol station"_s, u"without a receipt"_s, u"only with a signed form"_s,
            u"by neighbours"_s, u"against a deposit"_s, u"if a manager agrees"_s}},
          {{u"Our policy is that"_s, u"It is our rule that"_s, u"We have decided that"_s},
           {u"refunds above a hundred euros"_s, u"complaints about couriers"_s,
            u"changes of address"_s, u"missing parts"_s},
           {u"need a notarised letter"_s, u"are settled in cash"_s,
            u"must be approved by the police"_s, u"are closed after one reminder"_s,
            u"are paid by the courier"_s}}}},
        {u"de"_s,
         {{{u"Studierende"_s, u"Lehrkräfte"_s, u"Neukunden"_s, u"Stammkunden"_s,
            u"Geschäftskunden"_s},
           {u"bekommen"_s, u"erhalten"_s},
           {u"einen Nachlass auf jede Bestellung"_s, u"am Wochenende doppelte Punkte"_s,
            u"lebenslang kostenlose Reparaturen"_s, u"einen persönlichen Berater"_s},
           {u"gegen Vorlage eines Ausweises"_s, u"ohne Nachfrage"_s,
            u"ab der dritten Bestellung"_s}},
          {{u"Geöffnete Kartons"_s, u"Geschenke"_s, u"Reduzierte Artikel"_s,
            u"Getragene Textilien"_s},
           {u"nehmen wir"_s, u"tauschen wir"_s},
           {u"an jeder Tankstelle zurück"_s, u"ohne Beleg zurück"_s,
            u"nur mit Unterschrift des Nachbarn zurück"_s, u"gegen ein Pfand zurück"_s}},
          {{u"Unsere Regel lautet, dass"_s, u"Es gilt bei uns, dass"_s},
           {u"Erstattungen über hundert Euro"_s, u"Beschwerden über Fahrer"_s, u"fehlende Teile"_s},
           {u"einen Brief vom Notar brauchen"_s, u"bar ausgezahlt werden"_s,
            u"die Polizei genehmigen muss"_s}}}},
        {u"es"_s,
         {{{u"Los estudiantes"_s, u"Los profesores"_s, u"Los nuevos clientes"_s, u"Las empresas"_s},
           {u"reciben"_s, u"obtienen"_s},
           {u"un descuento en cada pedido"_s, u"puntos dobles el fin de semana"_s,
            u"reparaciones gratis de por vida"_s, u"un asesor personal"_s},
           {u"al mostrar un carné"_s, u"sin pedirlo"_s, u"a partir del tercer pedido"_s}},
          {{u"Las cajas abiertas"_s, u"Los regalos"_s, u"Los artículos rebajados"_s},
           {u"se devuelven"_s, u"se cambian"_s},
           {u"en cualquier gasolinera"_s, u"sin recibo"_s, u"con la firma de un vecino"_s,
            u"con una fianza"_s}},
          {{u"Nuestra norma es que"_s, u"Hemos decidido que"_s},
           {u"los reembolsos de más de cien euros"_s, u"las quejas sobre repartidores"_s},
           {u"necesitan una carta del notario"_s, u"se pagan en efectivo"_s,
            u"los aprueba la policía"_s}}}}};
    const auto found = all.constFind(language);
    return found == all.cend() ? *all.constFind(u"en"_s) : *found;
}

const QList<Grammar> &promisesOf(const QString &language)
{
    static const QHash<QString, QList<Grammar>> all{
        {u"en"_s,
         {{{u"I guarantee that"_s, u"We promise that"_s, u"I assure you that"_s,
            u"You have my word that"_s},
           {u"your money"_s, u"the replacement"_s, u"everything you ordered"_s, u"a courier"_s},
           {u"will be with you"_s, u"reaches you"_s, u"arrives"_s},
           {u"tomorrow morning"_s, u"within the hour"_s, u"before the weekend"_s, u"tonight"_s}},
          {{u"I will"_s, u"We will"_s, u"I'll gladly"_s},
           {u"give you"_s, u"send you"_s, u"add"_s, u"put in"_s},
           {u"a voucher worth €75"_s, u"a second one as a present"_s, u"twice what you paid"_s,
            u"a year of deliveries at our expense"_s, u"a bouquet of flowers"_s},
           {u"for the trouble"_s, u"to make up for this"_s, u"as an apology"_s}},
          {{u"This will never happen to you again"_s, u"You will not pay for anything again"_s,
            u"Our director will visit you at home"_s,
            u"Every future repair will be on the house"_s},
           {u"and that is a promise"_s, u"whatever happens"_s, u"as long as you live there"_s}}}},
        {u"de"_s,
         {{{u"Ich garantiere, dass"_s, u"Wir versprechen, dass"_s, u"Ich versichere Ihnen, dass"_s},
           {u"Ihr Geld"_s, u"der Ersatz"_s, u"ein Kurier"_s},
           {u"morgen früh bei Ihnen ist"_s, u"in einer Stunde ankommt"_s,
            u"noch heute Abend eintrifft"_s}},
          {{u"Ich werde Ihnen"_s, u"Wir werden Ihnen"_s},
           {u"einen Gutschein über 75 €"_s, u"ein zweites Stück als Geschenk"_s,
            u"das Doppelte des Kaufpreises"_s, u"einen Blumenstrauß"_s},
           {u"für die Mühe"_s, u"zur Wiedergutmachung"_s},
           {u"schenken"_s, u"schicken"_s, u"geben"_s}}}},
        {u"es"_s,
         {{{u"Le garantizo que"_s, u"Prometemos que"_s, u"Le aseguro que"_s},
           {u"su dinero"_s, u"el recambio"_s, u"un mensajero"_s},
           {u"llegará mañana por la mañana"_s, u"estará con usted en una hora"_s,
            u"llega esta noche"_s}},
          {{u"Voy a"_s, u"Vamos a"_s},
           {u"regalarle"_s, u"enviarle"_s, u"darle"_s},
           {u"un vale de 75 €"_s, u"una segunda unidad de regalo"_s, u"el doble de lo que pagó"_s,
            u"un ramo de flores"_s},
           {u"por las molestias"_s, u"como disculpa"_s}}}}};
    const auto found = all.constFind(language);
    return found == all.cend() ? *all.constFind(u"en"_s) : *found;
}

std::optional<Falsehood> staleStatus(const TrueSentences &about, QRandomGenerator &dice)
{
    static const QStringList states{u"processing"_s, u"packed"_s,    u"shipped"_s,
                                    u"delivered"_s,  u"cancelled"_s, u"returned"_s};
    const QList<Order> &orders = about.grounds.conversation.customer.orders;
    if (orders.isEmpty() || orders.front().id.isEmpty())
        return {};
    const QString id = orders.front().id;
    const QString before = states[qsizetype(dice.bounded(quint32(states.size())))];
    const QString now = states[qsizetype(dice.bounded(quint32(states.size())))];
    if (before == now)
        return {};
    const auto answer = [&](const QString &status) {
        return uR"({"order":"%1","status":"%2"})"_s.arg(id, status);
    };
    constexpr qint64 anHour = 3'600'000;
    Grounds grounds = about.grounds;
    grounds.conversation.messages.clear();
    grounds.conversation.stepsTried.clear();
    grounds.approved.clear();
    grounds.lookUps = {{u"order_status"_s, answer(before), Instant{grounds.now.ms - anHour}},
                       {u"order_status"_s, answer(now), grounds.now}};
    return Falsehood{FalseKind::StaleValue, u"Your order %1 is %2."_s.arg(id, before),
                     u"Your order %1 is %2."_s.arg(id, now), grounds};
}

QSet<QString> longWordsOf(const QString &text)
{
    static const QRegularExpression word(u"\\p{L}{4,}"_s);
    QSet<QString> words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.insert(found.next().captured().toLower());
    return words;
}

/// Whether another sentence of documents has one of the figures that were changed, and half of the
/// words: then nothing is stale.
bool isSaidElsewhere(const QString &sentence, const QString &newer, const QStringList &others,
                     const Written &written)
{
    std::vector<Figure> old = figuresIn(sentence, written);
    for (const Figure &now : figuresIn(newer, written))
        std::erase_if(old, [&](const Figure &one) { return matches(one, now); });
    const QSet<QString> words = longWordsOf(sentence);
    return std::any_of(others.begin(), others.end(), [&](const QString &other) {
        const std::vector<Figure> figures = figuresIn(other, written);
        const bool figure = std::any_of(old.begin(), old.end(), [&](const Figure &one) {
            return std::any_of(figures.begin(), figures.end(),
                               [&](const Figure &also) { return matches(one, also); });
        });
        return figure && (words & longWordsOf(other)).size() * 2 >= words.size();
    });
}

/// The grounds with the next version of a document, in which newer stands for sentence.
Grounds updated(const Grounds &before, const DocumentId &document, const QString &sentence,
                const QString &newer)
{
    Grounds after = before;
    after.approved.clear();
    for (Passage passage : before.passages) {
        if (passage.document != document)
            continue;
        ++passage.version;
        passage.text.replace(sentence, newer);
        after.passages.append(passage);
    }
    return after;
}

} // namespace

QString inventedPolicy(const QString &language, QRandomGenerator &dice)
{
    return spoken(policies(language), dice);
}

QString overPromise(const QString &language, QRandomGenerator &dice)
{
    return spoken(promisesOf(language), dice);
}

std::optional<Falsehood> staleValue(const TrueSentences &about, const QString &sentence,
                                    const std::optional<QString> &amount,
                                    const std::optional<QString> &duration, QRandomGenerator &dice)
{
    if (dice.bounded(3) == 0)
        return staleStatus(about, dice);
    const std::optional<QString> &newer = amount ? amount : duration;
    const auto where
        = std::find_if(about.grounds.passages.begin(), about.grounds.passages.end(),
                       [&](const Passage &one) { return one.text.contains(sentence); });
    if (!newer || where == about.grounds.passages.end())
        return {};
    const Grounds grounds = updated(about.grounds, where->document, sentence, *newer);
    QStringList others;
    for (const Passage &passage : grounds.passages) {
        if (passage.document != where->document || passage.version > where->version) {
            for (const QString &one : text::sentences(passage.text))
                others += u"%1 (%2, %3)"_s.arg(one, passage.heading, passage.title);
        }
    }
    if (isSaidElsewhere(sentence, *newer, others, Written{grounds.now.utc().date()}))
        return {};
    return Falsehood{FalseKind::StaleValue, sentence, *newer, grounds};
}

} // namespace baton::drafting
