#include "core/drafting/Advice.h"

#include "core/base/FunctionWords.h"
#include "core/base/Text.h"
#include "core/drafting/Phrasing.h"
#include "core/facts/Patterns.h"

#include <QtCore/QSet>
#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace baton::drafting {

namespace {

constexpr std::array cues{
    " please ",          " try ",         " could you ",      " can you ",     " you can ",
    " you could ",       " you may ",     " have you tried ", " have you ",    " did you ",
    " would you ",       " suggest ",     " recommend ",      " make sure ",   " let's ",
    " what if you ",     " it may help ", " it helps ",       " often helps ", " usually helps ",
    " bitte ",           " versuchen ",   " probieren ",      " konnen sie ",  " konnten sie ",
    " haben sie schon ", " empfehle ",    " hilft es ",       " am besten ",   " por favor ",
    " intente ",         " pruebe ",      " puede ",          " podria ",      " le recomiendo ",
    " recomendamos ",    " le sugiero ",  " ha probado ",     " ha intentado "};
constexpr std::array imperatives{" restart ",
                                 " reboot ",
                                 " reset ",
                                 " reinstall ",
                                 " uninstall ",
                                 " clear ",
                                 " delete ",
                                 " update ",
                                 " unplug ",
                                 " plug ",
                                 " log ",
                                 " sign ",
                                 " turn ",
                                 " switch ",
                                 " check ",
                                 " open ",
                                 " close ",
                                 " disconnect ",
                                 " reconnect ",
                                 " refresh ",
                                 " wait ",
                                 " call ",
                                 " replace ",
                                 " clean ",
                                 " remove ",
                                 " change ",
                                 " starten sie ",
                                 " setzen sie ",
                                 " loschen sie ",
                                 " ziehen sie ",
                                 " melden sie ",
                                 " schalten sie ",
                                 " prufen sie ",
                                 " warten sie ",
                                 " installieren sie ",
                                 " aktualisieren sie ",
                                 " offnen sie ",
                                 " wechseln sie ",
                                 " trennen sie ",
                                 " reinicie ",
                                 " borre ",
                                 " actualice ",
                                 " desinstale ",
                                 " instale ",
                                 " apague ",
                                 " desenchufe ",
                                 " compruebe ",
                                 " cambie ",
                                 " cierre ",
                                 " espere ",
                                 " llame ",
                                 " vuelva a "};
constexpr std::array knowing{" you have already ", " you've already ", " you already ",
                             " already tried ",    " since you ",      " as you ",
                             " i see that you ",   " i see you ",      " thank you for ",
                             " thanks for ",       " you have tried ", " you've tried ",
                             " as you tried ",     " you mentioned ",  " instead of ",
                             " rather than ",      " you restarted ",  " sie haben ",
                             " da sie ",           " dass sie ",       " statt ",
                             " anstatt ",          " danke dass ",     " danke fur ",
                             " vielen dank ",      " ya ha ",          " como ya ",
                             " gracias por ",      " en lugar de ",    " en vez de ",
                             " veo que ",          " que ya "};

/// As words begin in any form: "restarting", "gestartet", "reinicié".
QSet<QByteArray> beginnings(QStringView text)
{
    constexpr qsizetype beginning = 5;
    constexpr qsizetype longest = 2'000;
    static const QSet<QByteArray> fillers = [] {
        QSet<QByteArray> all;
        for (const char *word :
             {"pleas", "try",   "tryin", "tried", "tri",   "again", "check", "once",  "more",
              "help",  "work",  "probl", "issue", "still", "thing", "minut", "first", "step",
              "sure",  "then",  "after", "make",  "see",   "let",   "know",  "times", "twice",
              "bitte", "versu", "probi", "noch",  "einma", "nochm", "dann",  "sehen", "favor",
              "inten", "prueb", "prob",  "vez",   "nuevo", "vuelv", "luego", "veces", "alrea",
              "just",  "have",  "tell",  "could", "would", "schon", "berei", "zweim", "puede",
              "podri", "recom", "sugge", "empfe", "will",  "has",   "doe",   "did",   "not"})
            all.insert(word);
        return all;
    }();
    QSet<QByteArray> out;
    const QByteArray words = spaced(text.first(std::min(text.size(), longest)));
    for (QByteArray word : words.trimmed().split(' ')) {
        if (word.size() < 3 || text::isFunctionWord(text::viewOf(word)))
            continue;
        if (word.startsWith("ge") && word.size() > 6)
            word.remove(0, 2);
        for (const char *ending : {"ing", "ed", "es", "s"}) {
            if (word.size() > 5 && word.endsWith(ending)) {
                word.chop(qstrlen(ending));
                break;
            }
        }
        word.truncate(beginning);
        if (fillers.contains(word))
            continue;
        while (word.size() > 3 && QByteArrayView("aeiou").contains(word.back()))
            word.chop(1);
        out.insert(word);
    }
    return out;
}

} // namespace

bool advises(QStringView sentence)
{
    const QByteArray words = spaced(sentence);
    if (facts::holds(words, knowing) || negates(sentence))
        return false;
    return facts::beginsWith(words, imperatives) || facts::holds(words, cues);
}

bool suggestsAgain(QStringView sentence, QStringView tried)
{
    constexpr double mostly = 0.6;
    const QSet<QByteArray> said = beginnings(sentence);
    const qsizetype same = QSet<QByteArray>(said).intersect(beginnings(tried)).size();
    return same >= std::min<qsizetype>(2, said.size()) && same > 0
        && double(same) >= mostly * double(said.size());
}

} // namespace baton::drafting
