#include "core/drafting/Phrasing.h"
#include "core/signals/Plain.h"
#include "core/signals/TextTable.h"

#include <QtCore/QString>

namespace baton::drafting {

namespace {

using Words = signs::WordSet;

bool upper(QStringView text, int at)
{
    return at < text.size() && text[at].isUpper();
}

} // namespace

std::vector<Named> namesIn(QStringView sentence)
{
    static const Words greetings{"hello",   "hi",     "dear",     "hallo",    "liebe",
                                 "lieber",  "hola",   "estimado", "estimada", "tag",
                                 "morning", "moin",   "geehrte",  "geehrter", "dias",
                                 "tardes",  "morgen", "afternoon"};
    static const Words titles{"mr",    "mrs", "ms",  "miss",  "dr",     "herr", "frau",
                              "herrn", "sr",  "sra", "senor", "senora", "don",  "dona"};
    static const Words closings{"regards", "wishes",  "grusse",      "grussen",
                                "saludo",  "saludos", "atentamente", "grussen"};
    static const Words team{"customer", "team",   "larkfield", "all",     "you",      "again",
                            "there",    "kundin", "kunde",     "cliente", "everyone", "ihr",
                            "ihre",     "ihren",  "ihnen",     "sie",     "su",       "sus"};
    const QByteArray plain = signs::plain(sentence);
    const std::vector<signs::Word> words = signs::wordsOf(plain);
    const auto word
        = [&](size_t i) { return plain.mid(words[i].begin, words[i].end - words[i].begin); };
    std::vector<Named> names;
    bool greeted = false;
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        const bool greets = i < 3 && greetings.contains(word(i));
        const bool titled = titles.contains(word(i)) && upper(sentence, words[i].begin);
        if (!greets && !titled && !closings.contains(word(i)))
            continue;
        greeted = greeted || greets;
        size_t next = i + 1;
        while (next < words.size() && titles.contains(word(next)))
            ++next;
        size_t last = next;
        while (last < words.size() && upper(sentence, words[last].begin)
               && !team.contains(word(last)) && !greetings.contains(word(last))
               && !closings.contains(word(last))
               && (last == next
                   || QStringView(sentence)
                          .sliced(words[last - 1].end, words[last].begin - words[last - 1].end)
                          .toString()
                          .trimmed()
                          .remove(u'-')
                          .isEmpty()))
            ++last;
        if (last == next)
            continue;
        names.push_back({words[next].begin, words[last - 1].end, greeted && i < 4});
        i = last - 1;
    }
    return names;
}

} // namespace baton::drafting
