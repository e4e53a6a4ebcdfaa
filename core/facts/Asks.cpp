#include "core/facts/Asks.h"

#include "core/facts/Figures.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

#include <QtCore/QString>

#include <array>
#include <memory>

namespace baton::facts {

namespace {

struct Thing
{
    Asked asked;
    const char *names; ///< of it, as a pattern
};

// On words between blanks.
constexpr std::
    array things{Thing{
                     Asked::OrderNumber,
                     R"( (?:order|purchase) (?:number|numbers|no|id|ids|reference|ref)| number of (?:your|the) order| which order | (?:bestell|auftrags)(?:nummer|nr) | nummer (?:ihrer|deiner|der) bestellung| welche bestellung | (?:numero|id|codigo|referencia) (?:de|del) (?:(?:su|tu|el|la) )?(?:pedido|compra|orden) | (?:que|cual) pedido )"},
                 Thing{
                     Asked::ReturnNumber,
                     R"( return (?:number|no|id) | (?:retouren|rucksende)nummer | numero de (?:la )?devolucion )"},
                 Thing{
                     Asked::PaymentNumber,
                     R"( (?:payment|transaction) (?:number|no|id) | (?:zahlungs|transaktions)nummer | numero (?:de|del) pago )"},
                 Thing{
                     Asked::GiftCardNumber,
                     R"( gift card number | number of (?:the|your) gift card | geschenkkartennummer | nummer (?:der|ihrer) geschenkkarte | numero de (?:la |su )?tarjeta (?:de )?regalo )"},
                 Thing{
                     Asked::Email,
                     R"( e ?mail address| (?:your|the|what|which) e ?mail (?:is|do|did|was|on|you)| your e ?mail $| your e ?mail (?:and|or|so|please)| e ?mail ?adresse| mail ?adresse| ihre e ?mail $| (?:su|tu|el|que|cual es su) (?:correo|e ?mail)(?: electronico)? | direccion de (?:correo|e ?mail))"},
                 Thing{
                     Asked::Phone,
                     R"( (?:phone|telephone|mobile|cell|contact|callback)(?: phone)? (?:number|no) | number (?:(?:can|could|should|may) (?:we|i)|(?:we|i) can|to) (?:call|reach)| (?:telefon|handy|mobil|ruckruf|ruf)nummer | (?:numero de |su |tu |que )(?:telefono|movil|celular) )"},
                 Thing{
                     Asked::Address,
                     R"( (?:your|the|what|which|full|complete|correct|delivery|shipping|billing|postal|home|street) address | where (?:do you live|should we (?:send|deliver|ship)) | (?:ihre|deine|die|welche|welcher) (?:vollstandige )?(?:adresse|anschrift)| (?:liefer|rechnungs|post)(?:adresse|anschrift)| (?:su|tu|la|que) direccion (?:completa|de (?:entrega|envio|facturacion)|postal)?| domicilio )"},
                 Thing{Asked::Postcode,
                       R"( (?:zip|postal|post) ?code| zip | postleitzahl| plz | codigo postal )"},
                 Thing{
                     Asked::CardTail,
                     R"( last (?:four|4) (?:digits|numbers)| (?:four|4) last digits| letzten? (?:vier|4) (?:ziffern|stellen|zahlen)| ultim[oa]s (?:cuatro|4) (?:digitos|cifras|numeros)| which card (?:did|do|was|were|have)| welche karte | que tarjeta )"},
                 Thing{
                     Asked::Iban,
                     R"( iban | (?:bank )?account number | (?:your|the) bank details | bank(?:verbindung|daten) | kontonummer | (?:sus|los) datos bancarios | numero de (?:su )?cuenta )"},
                 Thing{Asked::Date, R"( when (?:did|was|were|have|had|exactly) | (?:what|which) (?:day|date) | (?:the|your) (?:exact )?(?:date|day) (?:of|when|on|you)| (?:order|purchase|delivery|booking|travel|flight|payment|return) date | wann (?:haben|hatten|hat|wurde|wurden|war|ist|kam|genau)| an welchem tag | welches datum | (?:kauf|bestell|liefer|zahlungs|reise|flug)datum | cuando (?:hizo|realizo|compro|pago|recibio|devolvio|envio|pidio|fue|le|se|llego|ocurrio|empezo)| (?:que|cual) (?:dia|fecha)| fecha (?:exacta )?(?:de|del|en))"},
                 Thing{
                     Asked::Amount,
                     R"( how much (?:was|were|did|have|has|money|is)| (?:what|which) (?:amount|sum)| the (?:exact )?amount (?:you|of|that|charged|paid)| welche[rn]? betrag| (?:genauen|den) betrag| wie ?viel (?:wurde|haben|hat|geld|war)| que (?:importe|cantidad)| cuanto (?:le|pago|ha|han|dinero|cobra|se)| (?:el|cual es el) importe )"},
                 Thing{
                     Asked::Product,
                     R"( (?:what|which) (?:product|item|article|model|device)s? | name of (?:the|your) (?:product|item|article) | welche[nrs]? (?:artikel|produkt|modell|gerat)| um welche[ns]? (?:artikel|produkt|modell|gerat)| (?:que|cual) (?:es el )?(?:producto|articulo|modelo|aparato) )"},
                 Thing{
                     Asked::Name,
                     R"( your (?:full |first |last |complete |family )?names? | (?:ihren|deinen|ihr|ihre) (?:vollstandigen |vollen |vor |nach )?(?:namen?|vornamen?|nachnamen?) | (?:su|tu) nombre(?: completo| y apellidos?)? )"},
                 Thing{Asked::Picture, R"( photos?| pictures?| fotos?| bild | bilder )"}};

const std::vector<std::pair<Asked, std::unique_ptr<RE2>>> &patterns()
{
    static const auto made = [] {
        std::vector<std::pair<Asked, std::unique_ptr<RE2>>> out;
        out.reserve(things.size());
        for (const Thing &thing : things)
            out.emplace_back(thing.asked, std::make_unique<RE2>(thing.names));
        return out;
    }();
    return made;
}

constexpr std::array requests{
    " please ",        " pls ",         " could you ",    " can you ",      " would you ",
    " will you ",      " can i ",       " may i ",        " could i ",      " can we ",
    " may we ",        " could we ",    " i need ",       " we need ",      " i'll need ",
    " i will need ",   " we'll need ",  " we will need ", " i require ",    " we require ",
    " let me know ",   " let us know ", " tell me ",      " tell us ",      " send me ",
    " send us ",       " give me ",     " bitte ",        " konnen sie ",   " konnten sie ",
    " wurden sie ",    " kannst du ",   " ich brauche ",  " wir brauchen ", " ich benotige ",
    " wir benotigen ", " brauche ich ", " benotige ich ", " brauchen wir ", " benotigen wir ",
    " nennen sie ",    " teilen sie ",  " schicken sie ", " senden sie ",   " por favor ",
    " podria ",        " podrias ",     " necesito ",     " necesitamos ",  " indiqueme ",
    " digame ",        " facilitenos ", " faciliteme "};
constexpr std::array givings{
    " send",        " give ",     " tell ",       " let me know ", " let us know ", " share ",
    " provide ",    " upload ",   " attach ",     " what is ",     " what's ",      " whats ",
    " what was ",   " what ",     " which ",      " when ",        " how much ",    " where ",
    " reply with ", " enter ",    " type ",       " supply ",      " have your ",   " get your ",
    " have the ",   " get the ",  " need ",       " require ",     " state ",       " grab ",
    " schick",      " sende",     " nenn",        " teilen ",      " angeben ",     " geben sie ",
    " mitteil",     " welche",    " wie lautet ", " wie ist ",     " laden ",       " hochladen ",
    " wann ",       " wie viel ", " wieviel ",    " brauche",      " benotige",     " durchgeben ",
    " verraten ",   " sagen ",    " an welchem ", " envi",         " indi",         " facilit",
    " mand",        " diga",      " digame ",     " cual ",        " cuales ",      " que ",
    " cuando ",     " cuanto ",   " proporcion",  " necesit",      " dar",          " adjunt",
    " comparti"};
// To confirm a number is to say it again; an address is confirmed to be sure who writes.
constexpr std::array confirming{" confirm ", " verify ", " bestatigen ", " confirmar ",
                                " confirme "};

constexpr std::array offers{
    " would you like ", " do you want me ",  " do you want us ",  " shall i ",     " shall we ",
    " should i ",       " should we ",       " may i send ",      " can i send ",  " can we send ",
    " did you get ",    " did you receive ", " have you ",        " has ",         " i will send ",
    " i'll send ",      " we will send ",    " we'll send ",      " mochten sie ", " soll ich ",
    " sollen wir ",     " darf ich ihnen ",  " haben sie meine ", " quiere que ",  " desea que ",
    " le envio ",       " le enviamos ",     " le enviare ",      " i can send ",  " we can send "};
constexpr std::array anothers{
    " another ", " other ",   " different ",   " new ",         " else ",     " alternative ",
    " instead ", " prefer ",  " like to use ", " from now on ", " second ",   " andere",
    " neue",     " kunftig ", " stattdessen ", " weitere",      " zweite",    " nueva ",
    " nuevo ",   " otra ",    " otro ",        " distint",      " prefiere ", " preferiria ",
    " segunda ", " segundo ", " suit ",        " passen ",      " vendria "};
/// The number goes on a parcel, not to us.
constexpr std::array parcels{" label ",    " parcel ",   " box ",      " package ", " slip ",
                             " envelope ", " paket ",    " packchen ", " etikett ", " karton ",
                             " paquete ",  " etiqueta ", " caja "};
constexpr std::array refusals{" never ", " do not ",  " don't ",   " not ",   " no need ",
                              " nie ",   " niemals ", " nicht ",   " kein ",  " keine ",
                              " nunca ", " sin ",     " no hace ", " jamas ", " without "};

/// What comes behind says what for, not what.
constexpr std::array purposes{" so that ", " so i can ", " so we can ", " damit ", " para que "};

QByteArray spacedWords(QStringView sentence)
{
    const QByteArray plain = signs::plain(sentence.first(std::min(sentence.size(), longestText)));
    QByteArray words(" ");
    for (const signs::Word &word : signs::wordsOf(plain))
        words += plain.mid(word.begin, word.end - word.begin) + ' ';
    return words;
}

} // namespace

std::vector<Asked> askedIn(QStringView sentence)
{
    QByteArray words = spacedWords(sentence);
    for (const char *purpose : purposes) {
        if (const qsizetype at = words.indexOf(purpose); at > 0)
            words.truncate(at + 1);
    }
    const bool question = sentence.trimmed().endsWith(u'?') || sentence.contains(u'¿');
    const bool request = holds(words, requests);
    const bool confirms = holds(words, confirming);
    // "And the last four digits of the card?"
    const bool goesOn = question
        && (words.startsWith(" and ") || words.startsWith(" und ") || words.startsWith(" y "));
    const bool gives = goesOn || holds(words, givings);
    if ((!question && !request) || !(gives || confirms) || holds(words, offers)
        || holds(words, anothers) || (!question && holds(words, refusals)))
        return {};
    std::vector<Asked> asked;
    for (const auto &[what, names] : patterns()) {
        if (!matchesIn(*names, words) || (confirms && !gives && what != Asked::OrderNumber))
            continue;
        if (what != Asked::Picture && holds(words, parcels) && !question)
            continue;
        asked.push_back(what);
    }
    return asked;
}

unsigned topicsOf(QStringView sentence)
{
    static const std::array<std::vector<const char *>, 6> topics{
        std::vector<const char *>{" order", " purchas", " bought ", " buy ", " place", " bestell",
                                  " kauf", " gekauft ", " pedido ", " pedi ", " pidio ", " compr",
                                  " hizo el pedido "},
        {" pay ",   " paid ",      " payment", " charge", " debit",    " deduct",     " taken ",
         " took ",  " withdr",     " bill",    " bezahl", " gezahlt ", " abgebucht ", " abbuch",
         " belast", " berechnet ", " pag",     " cobr",   " cargo",    " cargad"},
        {" deliver", " arriv", " receiv", " came ", " geliefert ", " liefer", " zugestellt ",
         " angekommen ", " kam ", " erhalten ", " bekommen ", " lleg", " recib", " entreg"},
        {" return", " sent back ", " send back ", " sent it back ", " sent them back ", " zuruck",
         " retour", " devol", " devuelt"},
        {" fly ", " flight", " flew ", " travel", " trip ", " flug", " geflogen ", " reis", " vuel",
         " viaj", " book", " reserv", " gebucht "},
        {" happen", " start", " first ", " began ", " begin ", " stop", " broke", " notice",
         " passiert ", " begann ", " angefangen ", " seit ", " since ", " ocurri", " empez",
         " desde ", " dej"}};
    const QByteArray words = spacedWords(sentence);
    unsigned bits = 0;
    for (size_t i = 0; i < topics.size(); ++i)
        bits |= holds(words, topics[i]) ? 1U << i : 0U;
    return bits;
}

} // namespace baton::facts
