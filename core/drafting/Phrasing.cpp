#include "core/drafting/Phrasing.h"

#include "core/drafting/SpeechTables.h"
#include "core/facts/FigureWords.h"
#include "core/facts/Patterns.h"
#include "core/signals/Plain.h"
#include "core/signals/TextTable.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace baton::drafting {

namespace {

using facts::monthNamed;
using facts::weekdayNamed;
using Words = signs::WordSet;

const Words &stopWords(int language)
{
    static const std::array<Words, 3> words{
        Words{"a",     "an",      "the",   "and",   "or",    "but",   "of",     "to",    "in",
              "on",    "at",      "for",   "from",  "with",  "by",    "is",     "are",   "was",
              "were",  "be",      "been",  "it",    "its",   "this",  "that",   "these", "those",
              "i",     "we",      "you",   "your",  "our",   "my",    "me",     "us",    "he",
              "she",   "they",    "them",  "their", "his",   "her",   "as",     "if",    "when",
              "then",  "than",    "so",    "do",    "does",  "did",   "has",    "have",  "had",
              "can",   "will",    "would", "may",   "which", "who",   "what",   "there", "here",
              "about", "into",    "also",  "any",   "all",   "until", "within", "after", "before",
              "since", "because", "now",   "not",   "no",    "am"},
        Words{"der",   "die",   "das",    "den",    "dem",   "des",    "ein",    "eine", "einen",
              "einem", "einer", "und",    "oder",   "aber",  "von",    "vom",    "zu",   "zum",
              "zur",   "in",    "im",     "am",     "an",    "auf",    "fur",    "mit",  "bei",
              "aus",   "nach",  "ist",    "sind",   "war",   "wird",   "werden", "sein", "es",
              "dies",  "diese", "dieser", "dieses", "ich",   "wir",    "sie",    "ihr",  "ihre",
              "ihrer", "ihren", "ihnen",  "ihrem",  "unser", "unsere", "mein",   "uns",  "mir",
              "er",    "als",   "wenn",   "dann",   "so",    "hat",    "haben",  "kann", "konnen",
              "dass",  "was",   "wer",    "da",     "auch",  "alle",   "bis",    "vor",  "seit",
              "sich",  "man",   "werde",  "habe",   "hatte", "wurde",  "wurden", "bin",  "nicht",
              "kein",  "keine", "darauf", "daran",  "damit"},
        Words{"el",      "la",   "los",      "las",  "un",    "una",     "unos",    "y",
              "e",       "o",    "pero",     "de",   "del",   "a",       "al",      "en",
              "por",     "para", "con",      "es",   "son",   "fue",     "ser",     "esta",
              "este",    "esto", "estos",    "que",  "su",    "sus",     "le",      "les",
              "lo",      "se",   "me",       "mi",   "nos",   "nuestro", "nuestra", "yo",
              "usted",   "si",   "cuando",   "como", "ha",    "han",     "he",      "hay",
              "puede",   "mas",  "tambien",  "todo", "todos", "hasta",   "desde",   "antes",
              "despues", "no",   "nuestras", "voy",  "vamos", "hemos",   "era",     "estan"}};
    return words[size_t(language)];
}

QList<QByteArray> wordsOf(QStringView text)
{
    const QByteArray plain = signs::plain(text);
    QList<QByteArray> words;
    for (const signs::Word &word : signs::wordsOf(plain))
        words.append(plain.mid(word.begin, word.end - word.begin));
    return words;
}

/// "ich erstatte Ihnen": German has what one does now and what one will do in one form.
bool hasGermanUndertaking(const QByteArray &words)
{
    static const Words others{"habe",   "hatte", "verstehe", "sehe",  "kenne", "weiss", "wurde",
                              "konnte", "ware",  "bedaure",  "finde", "hoffe", "denke"};
    for (auto at = words.indexOf(" ich "); at >= 0; at = words.indexOf(" ich ", at + 1)) {
        const auto begin = at + 5;
        const QByteArray next = words.mid(begin, words.indexOf(' ', begin) - begin);
        if (next.size() > 3 && next.endsWith('e') && !others.contains(next))
            return true;
    }
    return false;
}

/// "we have sent", "I've just checked"; not "we have shops".
bool hasEnglishPerfect(const QByteArray &words)
{
    static const Words between{"already", "just", "now", "also", "since", "not", "never", "today"};
    static const Words irregular{"sent",   "made",      "done",       "found",  "paid",    "seen",
                                 "given",  "taken",     "put",        "set",    "told",    "got",
                                 "gone",   "been",      "begun",      "left",   "lost",    "kept",
                                 "held",   "brought",   "bought",     "built",  "written", "spoken",
                                 "chosen", "forgotten", "read",       "had",    "heard",   "said",
                                 "shown",  "known",     "understood", "let",    "broken",  "fixed",
                                 "split",  "cut",       "withdrawn",  "undone", "rung",    "drawn"};
    for (const char *start : {" i have ", " i've ", " we have ", " we've "}) {
        for (auto at = words.indexOf(start); at >= 0; at = words.indexOf(start, at + 1)) {
            auto begin = at + qsizetype(qstrlen(start));
            QByteArray next;
            do {
                next = words.mid(begin, words.indexOf(' ', begin) - begin);
                begin += next.size() + 1;
            } while (between.contains(next) && begin < words.size());
            if (next.endsWith("ed") || irregular.contains(next))
                return true;
        }
    }
    return false;
}

/// "he comprobado": Spanish has it in one word that English has too.
bool hasSpanishPerfect(const QByteArray &words)
{
    for (auto at = words.indexOf(" he "); at >= 0; at = words.indexOf(" he ", at + 1)) {
        const auto begin = at + 4;
        const QByteArray next = words.mid(begin, words.indexOf(' ', begin) - begin);
        if (next.endsWith("ado") || next.endsWith("ido") || next.endsWith("cho")
            || next.endsWith("sto") || next.endsWith("erto"))
            return true;
    }
    return false;
}

/// "Hello Nadia, your order is packed" says that it is.
QStringView behindSalutation(QStringView sentence)
{
    constexpr qsizetype longest = 60; // UTF-16 units
    const QStringView opening = sentence.first(std::min(sentence.size(), longest));
    auto size = opening.indexOf(u':'); // "Hola, Nadia: …"
    for (const QChar stop : {u',', u'!'})
        size = size < 0 ? opening.indexOf(stop) : size;
    if (size < 0 || !facts::beginsWith(spaced(sentence.first(size)), salutations))
        return sentence;
    const QStringView rest = sentence.sliced(size + 1).trimmed();
    return rest.isEmpty() ? sentence : rest;
}

/// "we do not have any specific information": the last word within three behind.
bool saysNotKnown(const QByteArray &words)
{
    constexpr int nearWords = 3;
    for (const char *phrase : unknowing) {
        const qsizetype at = words.indexOf(phrase);
        if (at < 0)
            continue;
        const qsizetype begin = at + qsizetype(qstrlen(phrase)) - 1;
        qsizetype end = begin;
        for (int word = 0; word < nearWords && end >= 0; ++word)
            end = words.indexOf(' ', end + 1);
        const QByteArray behind = words.mid(begin, end < 0 ? -1 : end - begin + 1);
        if (facts::holds(behind, knowledge))
            return true;
    }
    return facts::holds(words, notSure);
}

} // namespace

QByteArray spaced(QStringView text)
{
    return ' ' + wordsOf(text).join(' ') + ' ';
}

bool isStopWord(const QByteArray &plainWord)
{
    return stopWords(0).contains(plainWord) || stopWords(1).contains(plainWord)
        || stopWords(2).contains(plainWord);
}

ContentWords contentWords(QStringView text)
{
    constexpr qsizetype stem = 6;
    ContentWords hashes;
    for (const QByteArray &word : wordsOf(text)) {
        const bool digits
            = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (digits || word.size() < 2 || monthNamed(word) || weekdayNamed(word) || isStopWord(word))
            continue;
        QByteArray cut = word.left(stem);
        if (cut.size() == word.size() && cut.size() > 3 && cut.endsWith('s'))
            cut.chop(1);
        hashes.push_back(uint(qHash(cut)));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

ContentWords wholeWords(QStringView text)
{
    ContentWords hashes;
    for (const QByteArray &word : wordsOf(text)) {
        if (word.size() > 1)
            hashes.push_back(uint(qHash(word)));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

double shareIn(const ContentWords &said, const ContentWords &first, const ContentWords &second)
{
    const auto found = std::count_if(said.begin(), said.end(), [&](uint word) {
        return std::binary_search(first.begin(), first.end(), word)
            || std::binary_search(second.begin(), second.end(), word);
    });
    return said.empty() ? 0 : double(found) / double(said.size());
}

bool negates(QStringView text)
{
    return facts::holds(spaced(text), negations);
}

bool tellsState(QStringView text)
{
    const QByteArray words = spaced(text);
    return facts::holds(words, statesNow) && !facts::holds(words, conditions);
}

bool isNorm(QStringView text)
{
    return facts::holds(spaced(text), norms);
}

SentenceKind kindOf(QStringView whole, bool measures)
{
    const QStringView sentence = behindSalutation(whole);
    if (sentence.trimmed().endsWith(u'?'))
        return SentenceKind::Question;
    const QByteArray words = spaced(sentence);
    if (!measures && facts::beginsWith(words, courtesies) && !facts::holds(words, legal))
        return SentenceKind::Courtesy;
    // Who does not know says nothing that could be untrue; what follows a "but" may be.
    if (!measures && saysNotKnown(words) && !facts::holds(words, turnings)
        && !facts::holds(words, legal))
        return SentenceKind::Courtesy;
    const bool oneLine = words.count(' ') <= 4; // a greeting line, a name below a letter
    if (!measures && oneLine && !sentence.trimmed().endsWith(u'.'))
        return SentenceKind::Courtesy;
    if (facts::holds(words, promises))
        return SentenceKind::Promise;
    if ((facts::holds(words, actions) && !facts::holds(words, states)) || hasSpanishPerfect(words)
        || (hasEnglishPerfect(words) && !facts::holds(words, conditions)))
        return SentenceKind::Action;
    if (facts::holds(words, yours) && facts::holds(words, happened)
        && !facts::holds(words, conditions))
        return SentenceKind::Action;
    return facts::holds(words, undertakings) || hasGermanUndertaking(words) ? SentenceKind::Promise
                                                                            : SentenceKind::Fact;
}

Subject subjectOf(QStringView sentence, bool amounts, bool dates)
{
    const QByteArray words = spaced(sentence);
    if (facts::holds(words, legal))
        return Subject::Law;
    if (amounts || facts::holds(words, monetary))
        return Subject::Money;
    return dates || facts::holds(words, temporal) ? Subject::Dates : Subject::Other;
}

QString languageOf(QStringView text, int least)
{
    std::array<int, 3> hits{};
    for (const QByteArray &word : wordsOf(text)) {
        for (int language = 0; language < 3; ++language)
            hits[size_t(language)] += stopWords(language).contains(word) ? 1 : 0;
    }
    static const std::array names{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("es")};
    const auto best = std::max_element(hits.begin(), hits.end());
    const int most = *best;
    const auto language = size_t(best - hits.begin());
    *best = 0;
    const int next = *std::max_element(hits.begin(), hits.end());
    return most == 0 || most - next < least ? QString() : names[language];
}

bool repeatsCustomer(QStringView sentence)
{
    static const RE2 pattern(
        R"(\byou (?:\w+ ){0,2}?(?:write|wrote|say|said|mention\w*|report\w*|tell|told|ask\w*|want\w*|request\w*|expect\w*|state\w*|describe\w*|claim\w*)\b|\bas you\b|\baccording to you\b|\bsie (?:\w+ ){0,2}?(?:schreiben|schrieben|sagen|sagten|melden|berichten|bitten|mochten|verlangen|erwarten|geschrieben|gesagt)\b|\b(?:usted )?(?:escribe|escribio|dice|dijo|menciona|indica|pide|solicita|comenta|quiere|espera)\b)");
    return facts::matchesIn(pattern, signs::plain(sentence));
}

} // namespace baton::drafting
