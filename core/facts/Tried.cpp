#include "core/facts/Tried.h"

#include "core/base/Text.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"

#include <re2/re2.h>

namespace baton::facts {

namespace {

constexpr int longestTry = 240; // UTF-16 units of one quotation

/// Whatever was tried was in vain, or they would not write.
const RE2 &trying()
{
    static const RE2 pattern(
        R"(\b(?:(?:i|we)(?:'?ve| have| had|'d)? (?:(?:already|also|just|even|both|now|since|again|repeatedly) )*(?:re)?tried|(?:already|have) tried|(?:habe?|haben)(?: \S+){0,12} (?:versucht|probiert|ausprobiert)|(?:versucht|probiert|ausprobiert) (?:habe|haben)|(?:he|hemos) (?:intentado|probado|tratado)|ya (?:intente|probe|intentamos|probamos))\b)");
    return pattern;
}

/// Said to be done already.
const RE2 &already()
{
    static const RE2 pattern(
        R"(\b(?:(?:i|we)(?:'?ve| have)? (?:already|also) (?:re-?start|reboot|reset|re-?install|uninstall|clear|delet|updat|upgrad|unplug|replac|logg|sign|chang|call|contact|email|wait|power cycl|disconnect|reconnect|refresh|clean|remov|turned (?:\w+ ){0,3}off)\w*|(?:habe?|haben)(?: \S+){0,8} (?:schon|bereits)(?: \S+){0,12} (?:\w*ge\w+(?:t|en)|\w+iert|\w*(?:losch|setz|start|wechsel|schalt|steck)\w*)|ya (?:he |hemos )?(?:\w+ado|\w+ido|reinicie|borre|actualice|desinstale|instale|cambie|llame|comprobe|apague|desenchufe|limpie|cerre|escribi|espere))\b)");
    return pattern;
}

const RE2 &doing()
{
    static const RE2 pattern(
        R"(\b(?:(?:i|we)(?:'?ve| have)? (?:restarted|rebooted|reset|reinstalled|uninstalled|cleared|deleted|updated|unplugged|replaced|logged out|signed out|turned (?:\w+ ){0,3}off|power cycled|disconnected|reconnected|refreshed|cleaned)|(?:habe?|haben)(?: \S+){1,8} (?:neu ?gestartet|zuruckgesetzt|neu installiert|geloscht|aktualisiert|ausgesteckt|gewechselt|abgemeldet|ausgeschaltet|gereinigt)|(?:he|hemos) (?:reiniciado|borrado|actualizado|desinstalado|cambiado|apagado|desenchufado|limpiado|cerrado)|(?:reinicie|borre|actualice|desinstale|apague|desenchufe))\b)");
    return pattern;
}

const RE2 &inVain()
{
    static const RE2 pattern(
        R"(\b(?:(?:did ?n[o']?t|didnt|does ?n[o']?t|doesnt|did not|does not|has not|hasn't|have not|haven't) (?:help|work|helped|worked|change|fix|solve|make)|not working|nothing (?:changed|happened|helps|works|worked)|no luck|no avail|same (?:error|problem|issue|thing|result)|without success|still|no go|(?:hilft|geht|ging|klappt|funktioniert|half|bringt|brachte)(?: \w+){0,2} (?:nicht|nichts)|nichts gebracht|(?:nicht|nichts) geholfen|ohne erfolg|immer noch|weiterhin|vergeblich|no (?:me )?(?:ha )?(?:funcion|sirv|servi|ayud)\w*|sigue|siguen|sin exito|tampoco|nada cambi\w+)\b)");
    return pattern;
}

const RE2 &worked()
{
    static const RE2 pattern(
        R"(\b(?:(?:it|that|everything) (?:now works|works (?:now|fine|again|perfectly))|is working (?:now|again)|(?:and it|it finally|and that|that) (?:worked|helped)|hat (?:funktioniert|geklappt|geholfen)|funktioniert (?:jetzt|wieder)|ya funciona|ha funcionado|funciono)\b)");
    return pattern;
}

/// Clothes.
const RE2 &wearing()
{
    static const RE2 pattern(
        R"(\btried (?:(?:it|them|this|one|both|the|my|a) ?(?:\w+ )?)?on(?: and| but| at|[.,!]|$)|\banprobiert\b)");
    return pattern;
}

} // namespace

QList<Fact> triedIn(const Message &message, const QByteArray &plain)
{
    QList<Fact> tried;
    const std::vector<signs::Word> sentences = signs::sentencesOf(plain);
    for (size_t i = 0; i < sentences.size(); ++i) {
        const auto [begin, end] = sentences[i];
        const QByteArray words = plain.mid(begin, end - begin);
        const auto next = i + 1 < sentences.size()
            ? plain.mid(sentences[i + 1].begin, sentences[i + 1].end - sentences[i + 1].begin)
            : QByteArray();
        const bool says = matchesIn(trying(), words) || matchesIn(already(), words)
            || (matchesIn(doing(), words)
                && (matchesIn(inVain(), words) || matchesIn(inVain(), next)));
        if (!says || matchesIn(worked(), words) || matchesIn(worked(), next)
            || matchesIn(wearing(), words))
            continue;
        const QString said = message.text.mid(begin, end - begin);
        tried.append({FactKind::Tried,
                      text::firstWords(said, longestTry),
                      {message.id, begin, end, said},
                      {},
                      message.from,
                      message.at,
                      {}});
    }
    return tried;
}

} // namespace baton::facts
