#include "core/signals/Lexicon.h"

#include "core/signals/Plain.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

// Measured on the visible half of the airline set, one at a time; all are flat around these values.
constexpr size_t boosterReach = 2;  // words before one that a booster still touches
constexpr float farBooster = 0.7F;  // share of a booster's strength from two words away
constexpr size_t negationReach = 3; // words before a good one that a negation still touches
constexpr size_t sourReach = 2;     // before a bad one
constexpr float notGood = -0.74F;   // what a negation makes of a good word
constexpr float notBad = -0.3F;     // of a bad one
constexpr float beforeBut = 0.6F;
constexpr float afterBut = 1.3F;
constexpr float courtesy = 0.5F; // share of a thank-you in a question or beside a complaint
constexpr float sour = -1;       // a word below this is a complaint
constexpr float exclamation = 0.3F;
constexpr int mostExclamations = 3;
constexpr float shape = 15;           // of the squashing x ÷ √(x² + 15)
constexpr double plainQuestion = 0.3; // a question with less feeling than this has none

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

/// Addresses and names say nothing: they become blanks.
void blankAddresses(QByteArray &text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] <= ' ') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && text[end] > ' ')
            ++end;
        const QByteArrayView chunk(text.constData() + at, end - at);
        if (chunk.startsWith("http://") || chunk.startsWith("https://") || chunk.startsWith("www.")
            || chunk.contains('@'))
            std::fill(text.begin() + at, text.begin() + end, ' ');
        at = end;
    }
}

bool hasLongRun(const QByteArray &word)
{
    for (qsizetype at = 2; at < word.size(); ++at) {
        if (word[at] == word[at - 1] && word[at] == word[at - 2])
            return true;
    }
    return false;
}

/// Letters that stand three times or more, as often as times.
QByteArray shortened(const QByteArray &word, int times)
{
    QByteArray out;
    for (qsizetype at = 0; at < word.size();) {
        qsizetype end = at;
        while (end < word.size() && word[end] == word[at])
            ++end;
        const qsizetype run = end - at;
        out.append(run >= 3 ? times : run, word[at]);
        at = end;
    }
    return out;
}

bool isBut(const QByteArray &word)
{
    static const QSet<QByteArray> words{"but",    "however", "though",     "although", "aber",
                                        "jedoch", "pero",    "allerdings", "aunque"};
    return words.contains(word);
}

bool isThanks(const QByteArray &word)
{
    static const QSet<QByteArray> words{"thank", "thanks", "thanx",  "thx",      "thnx",
                                        "tks",   "thks",   "ty",     "thankyou", "cheers",
                                        "danke", "dank",   "gracias"};
    return words.contains(word);
}

} // namespace

struct Lexicon::Token
{
    enum class Kind { Word, Sign, Stop } kind = Kind::Word;
    QByteArray word;
    const Entry *entry = nullptr; ///< null for what the language does not know
    float valence = 0;            ///< of a sign
};

struct Lexicon::Hit
{
    size_t token = 0;
    float valence = 0;
    bool thanks = false;
};

const Lexicon::Sign *Lexicon::signAt(QStringView text, qsizetype at) const
{
    const auto candidates = m_signs.constFind(text[at].unicode());
    if (candidates == m_signs.cend())
        return nullptr;
    const auto bounded = [&](const QString &sign) {
        const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
        const qsizetype end = at + sign.size();
        const QChar after = end < text.size() ? text[end] : QChar(u' ');
        const QChar first = sign.front();
        const QChar last = sign.back();
        if (first.isLetterOrNumber() && before.isLetterOrNumber())
            return false;
        if (!first.isLetterOrNumber() && isAscii(first) && !u":;="_s.contains(first)
            && !before.isSpace())
            return false;
        if (last.isLetterOrNumber() && after.isLetterOrNumber())
            return false;
        return !isAscii(last) || last.isLetterOrNumber()
            || (!after.isLetterOrNumber() && after != u'/');
    };
    for (const Sign &sign : *candidates) {
        if (text.mid(at).startsWith(sign.text) && bounded(sign.text))
            return &sign;
    }
    return nullptr;
}

std::vector<Lexicon::Token> Lexicon::tokensOf(QStringView text, const QByteArray &bytes,
                                              const Language &language) const
{
    const auto entryOf = [&language](const QByteArray &word) -> const Entry * {
        const auto found = language.words.constFind(word);
        return found == language.words.cend() ? nullptr : &*found;
    };
    std::vector<Token> tokens;
    const std::vector<Word> words = wordsOf(bytes);
    size_t next = 0;
    for (int at = 0; at < bytes.size();) {
        if (bytes[at] == ' ' && text[at] == u' ') {
            ++at;
            continue;
        }
        if (const Sign *sign = signAt(text, at)) {
            tokens.push_back({Token::Kind::Sign, {}, nullptr, sign->valence});
            at += int(sign->text.size());
            continue;
        }
        while (next < words.size() && words[next].begin < at)
            ++next;
        if (next < words.size() && words[next].begin == at) {
            QByteArray word = QByteArray::fromRawData(bytes.constData() + at, words[next].end - at);
            const Entry *entry = entryOf(word);
            for (int times = 2; !entry && times >= 1 && hasLongRun(word); --times) {
                const QByteArray fewer = shortened(word, times);
                entry = entryOf(fewer);
                if (entry)
                    word = fewer;
            }
            tokens.push_back({Token::Kind::Word, word, entry, 0});
            at = words[next].end;
            continue;
        }
        if (std::string_view(".!?;:\n").find(bytes[at]) != std::string_view::npos)
            tokens.push_back({Token::Kind::Stop, {}, nullptr, 0});
        ++at;
    }
    return tokens;
}

std::vector<Lexicon::Hit> Lexicon::hitsIn(const std::vector<Token> &tokens,
                                          const Language &language)
{
    std::vector<Hit> hits;
    for (size_t at = 0; at < tokens.size();) {
        const Token &token = tokens[at];
        if (token.kind == Token::Kind::Sign)
            hits.push_back({at, token.valence, false});
        size_t length = 1;
        float own = token.entry ? token.entry->valence : 0;
        if (token.entry && token.entry->beginsIdiom) {
            QByteArray joined(token.word.constData(), token.word.size());
            for (size_t more = 1; more < size_t(language.longestIdiom) && at + more < tokens.size()
                 && tokens[at + more].kind == Token::Kind::Word;
                 ++more) {
                joined += ' ' + tokens[at + more].word;
                const auto idiom = language.idioms.constFind(joined);
                if (idiom != language.idioms.cend()) {
                    own = *idiom;
                    length = more + 1;
                }
            }
        }
        if (own != 0) {
            const bool negates = length == 1 && token.entry && token.entry->negates;
            bool negated = false;
            for (size_t back = 1; back <= negationReach && back <= at; ++back) {
                const Token &before = tokens[at - back];
                if (before.kind == Token::Kind::Stop)
                    break;
                if (!before.entry)
                    continue;
                if (back <= boosterReach)
                    own *= 1 + before.entry->booster * (back == 1 ? 1 : farBooster);
                if (negates || negated || !before.entry->negates)
                    continue;
                negated = true;
                if (own > 0)
                    own *= notGood;
                else if (back <= sourReach)
                    own *= notBad;
            }
            hits.push_back({at, own, length == 1 && isThanks(token.word)});
        }
        at += length;
    }
    return hits;
}

double Lexicon::valence(QStringView whole, QStringView locale) const
{
    const QStringView text = whole.left(longestText);
    const auto known = m_languages.constFind(locale.left(2).toString().toLower());
    const Language &language
        = known == m_languages.cend() ? m_languages.constFind(u"en"_s).value() : known.value();
    QByteArray bytes = plain(text);
    blankAddresses(bytes);
    const std::vector<Token> tokens = tokensOf(text, bytes, language);
    std::vector<Hit> hits = hitsIn(tokens, language);
    for (size_t at = tokens.size(); at > 0; --at) {
        if (!isBut(tokens[at - 1].word))
            continue;
        for (Hit &hit : hits)
            hit.valence *= hit.token < at - 1 ? beforeBut : afterBut;
        break;
    }
    const bool formal = text.contains(u'?')
        || std::any_of(hits.begin(), hits.end(), [](const Hit &hit) { return hit.valence < sour; });
    float sum = 0;
    for (const Hit &hit : hits)
        sum += hit.thanks && formal ? hit.valence * courtesy : hit.valence;
    if (sum != 0) {
        const auto calls = std::min(int(text.count(u'!')), mostExclamations);
        sum += (sum > 0 ? exclamation : -exclamation) * float(calls);
    }
    const double valence = double(sum) / std::sqrt(double(sum) * double(sum) + double(shape));
    if (text.trimmed().endsWith(u'?') && std::abs(valence) < plainQuestion)
        return 0;
    return std::round(valence * 10'000) / 10'000;
}

} // namespace baton::signs
