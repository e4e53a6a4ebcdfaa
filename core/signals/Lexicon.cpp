#include "core/signals/Lexicon.h"

#include "core/signals/Plain.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::signs {

namespace {

using Token = Lexicon::Token;
using Carrier = Lexicon::Carrier;

// Measured on the visible half of the airline set, one at a time; all are flat around these values.
constexpr int boosterReach = 2;    // words before one that a booster still touches
constexpr float farBooster = 0.7F; // share of a booster's strength from two words away
constexpr int negationReach = 3;   // words before a good one that a negation still touches
constexpr int sourReach = 2;       // before a bad one
constexpr float notGood = -0.74F;  // what a negation makes of a good word
constexpr float notBad = -0.3F;    // of a bad one
constexpr float beforeBut = 0.6F;
constexpr float afterBut = 1.3F;
constexpr float courtesy = 0.5F; // share of a thank-you in a question or beside a complaint
constexpr float sour = -1;       // a word below this is a complaint
constexpr float exclamation = 0.3F;
constexpr int mostExclamations = 3;
constexpr float shouting = 1.3F;      // a word in capitals, beside the same in small letters
constexpr float meantCold = -0.3F;    // what irony makes of praise
constexpr float praise = 1;           // a word above this can be meant ironically
constexpr float shape = 15;           // of the squashing x ÷ √(x² + 15)
constexpr double plainQuestion = 0.3; // a question with less feeling than this has none

/// Addresses and names say nothing: they become blanks.
void blankAddresses(QByteArray &text)
{
    if (!text.contains('@') && !text.contains("://") && !text.contains("www."))
        return;
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

/// What the words before make of a word's own valence.
float inItsPlace(const std::vector<Token> &tokens, int at, float own, bool negates)
{
    bool negated = negates;
    for (int back = 1; back <= negationReach && back <= at; ++back) {
        const Token &before = tokens[size_t(at - back)];
        if (before.kind == Token::Kind::Stop)
            break;
        if (!before.entry)
            continue;
        if (back <= boosterReach)
            own *= 1 + before.entry->booster * (back == 1 ? 1 : farBooster);
        if (negated || !before.entry->negates)
            continue;
        negated = true;
        if (own > 0)
            own *= notGood;
        else if (back <= sourReach)
            own *= notBad;
    }
    return own;
}

bool isShouted(QStringView words)
{
    constexpr qsizetype shortest = 3;
    return words.size() >= shortest && std::none_of(words.begin(), words.end(), [](QChar c) {
               return c.isLetter() && !c.isUpper();
           });
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E' || c == u'\u2018'
        || c == u'\u2019';
}

/// Whether the writer says that it is not meant: "/s", "#sarcasm", "#not", an upside-down face.
bool saysIrony(QStringView text)
{
    if (text.contains(u"\U0001F643"_s))
        return true;
    const auto endsThere
        = [text](qsizetype at) { return at >= text.size() || !text[at].isLetterOrNumber(); };
    for (qsizetype at = text.indexOf(u'#'); at >= 0; at = text.indexOf(u'#', at + 1)) {
        const QStringView tag = text.mid(at + 1);
        if (tag.startsWith("sarcas"_L1, Qt::CaseInsensitive)
            || tag.startsWith("irony"_L1, Qt::CaseInsensitive)
            || (tag.startsWith("not"_L1, Qt::CaseInsensitive) && endsThere(at + 4)))
            return true;
    }
    const QStringView trimmed = text.trimmed();
    return trimmed == "/s"_L1 || trimmed.endsWith(" /s"_L1);
}

/// Capitals make words louder; praise in quotes, or where irony is owned to, is none.
void weighTone(QStringView text, const std::vector<Token> &tokens, std::vector<Carrier> &carriers)
{
    if (carriers.empty())
        return;
    const bool irony = saysIrony(text);
    for (Carrier &carrier : carriers) {
        if (tokens[size_t(carrier.token)].kind != Token::Kind::Word)
            continue;
        if (isShouted(text.mid(carrier.begin, carrier.end - carrier.begin)))
            carrier.valence *= shouting;
        const bool quoted = carrier.begin > 0 && carrier.end < text.size()
            && isQuote(text[carrier.begin - 1]) && isQuote(text[carrier.end]);
        if (carrier.valence > praise && (quoted || irony))
            carrier.valence *= meantCold;
    }
}

/// What stands before the last "but" weighs less, what follows it more.
void weighTurns(const std::vector<Token> &tokens, std::vector<Carrier> &carriers)
{
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), [](const Token &token) {
        return token.entry && token.entry->turns;
    });
    if (last == tokens.rend())
        return;
    const auto turn = int(tokens.rend() - last) - 1;
    for (Carrier &carrier : carriers)
        carrier.valence *= carrier.token < turn ? beforeBut : afterBut;
}

void weighThanks(QStringView text, std::vector<Carrier> &carriers)
{
    const bool formal = text.contains(u'?')
        || std::any_of(carriers.begin(), carriers.end(),
                       [](const Carrier &one) { return one.valence < sour; });
    for (Carrier &carrier : carriers) {
        if (formal && carrier.thanks)
            carrier.valence *= courtesy;
    }
}

double valenceOf(QStringView text, const std::vector<Carrier> &carriers)
{
    float sum = 0;
    for (const Carrier &carrier : carriers)
        sum += carrier.valence;
    if (sum != 0) {
        const auto calls = std::min(int(text.count(u'!')), mostExclamations);
        sum += (sum > 0 ? exclamation : -exclamation) * float(calls);
    }
    const double valence = double(sum) / std::sqrt(double(sum) * double(sum) + double(shape));
    if (std::abs(valence) < plainQuestion && text.trimmed().endsWith(u'?'))
        return 0;
    return std::round(valence * 10'000) / 10'000;
}

} // namespace

/// The longest idiom that begins at a place: how many words it has, and its valence. One word where
/// there is none.
std::pair<int, float> Lexicon::Language::idiomAt(const std::vector<Token> &tokens, int at) const
{
    const Entry &first = *tokens[size_t(at)].entry;
    std::pair<int, float> longest{1, first.valence};
    if (!first.beginsIdiom)
        return longest;
    std::string joined = first.word;
    for (int more = 1; more < longestIdiom && size_t(at) + size_t(more) < tokens.size(); ++more) {
        const Token &next = tokens[size_t(at) + size_t(more)];
        if (next.kind != Token::Kind::Word)
            break;
        joined += ' ';
        joined += next.word;
        if (const float *idiom = idioms.find(joined))
            longest = {more + 1, *idiom};
    }
    return longest;
}

std::vector<Carrier> Lexicon::Language::carriersIn(const std::vector<Token> &tokens) const
{
    std::vector<Carrier> carriers;
    for (int at = 0; at < int(tokens.size());) {
        const Token &token = tokens[size_t(at)];
        if (token.kind == Token::Kind::Sign)
            carriers.push_back({token.begin, token.end, token.valence, at, false});
        if (!token.entry) {
            ++at;
            continue;
        }
        const auto [length, own] = idiomAt(tokens, at);
        const bool single = length == 1;
        if (own != 0)
            carriers.push_back({token.begin, tokens[size_t(at + length - 1)].end,
                                inItsPlace(tokens, at, own, single && token.entry->negates), at,
                                single && token.entry->thanks});
        at += length;
    }
    return carriers;
}

const Lexicon::Language &Lexicon::languageOf(QStringView locale) const
{
    const auto known = m_languages.constFind(locale.left(2).toString().toLower());
    return known == m_languages.cend() ? *m_languages.constFind(u"en"_s) : *known;
}

Lexicon::Reading Lexicon::reading(QStringView whole, QStringView locale) const
{
    const QStringView text = whole.left(longestText);
    const Language &language = languageOf(locale);
    Reading reading;
    reading.plain = plain(text);
    blankAddresses(reading.plain);
    reading.tokens = tokensOf(text, reading.plain, language);
    reading.carriers = language.carriersIn(reading.tokens);
    weighTone(text, reading.tokens, reading.carriers);
    weighTurns(reading.tokens, reading.carriers);
    weighThanks(text, reading.carriers);
    reading.valence = valenceOf(text, reading.carriers);
    return reading;
}

double Lexicon::valence(QStringView text, QStringView locale) const
{
    return reading(text, locale).valence;
}

} // namespace baton::signs
