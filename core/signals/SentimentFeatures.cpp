#include "core/signals/SentimentFeatures.h"

#include "core/signals/FeatureHash.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

constexpr int negationReaches = 4; // words; a stop ends it

/// Digits count as one digit, and a word that was negated is another one.
std::string moodWord(std::string_view word, bool negated)
{
    std::string out(word);
    for (char &c : out) {
        if (c >= '0' && c <= '9')
            c = '0';
    }
    if (negated)
        out += '~';
    return out;
}

quint64 hashOf(char kind, std::string_view before, std::string_view word)
{
    FeatureHash hash(kind);
    hash.add(before);
    hash.add(' ');
    hash.add(word);
    return hash.wordValue();
}

bool isInCapitals(QStringView word)
{
    constexpr qsizetype shortest = 3;
    return word.size() >= shortest
        && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
}

float upTo(int count, int most)
{
    return float(std::min(count, most)) / float(most);
}

/// Letters that stand three times in a row: somebody draws a word out.
bool isDrawnOut(std::string_view word)
{
    for (size_t at = 2; at < word.size(); ++at) {
        if (word[at] == word[at - 1] && word[at] == word[at - 2])
            return true;
    }
    return false;
}

/// Counted over the tokens.
struct Writing
{
    int words = 0;
    int shouted = 0;
    int negations = 0;
    bool turns = false;
    bool drawnOut = false;
    float signs = 0; ///< their valence
};

Writing writingOf(QStringView text, const Lexicon::Reading &reading)
{
    Writing writing;
    for (const Lexicon::Token &token : reading.tokens) {
        if (token.kind == Lexicon::Token::Kind::Sign)
            writing.signs += token.valence;
        if (token.kind != Lexicon::Token::Kind::Word)
            continue;
        const QStringView asWritten = text.mid(token.begin, token.end - token.begin);
        ++writing.words;
        writing.shouted += isInCapitals(asWritten) ? 1 : 0;
        writing.negations += token.entry && token.entry->negates ? 1 : 0;
        writing.turns = writing.turns || (token.entry && token.entry->turns);
        writing.drawnOut = writing.drawnOut
            || isDrawnOut({reading.plain.constData() + token.begin,
                           size_t(token.end - token.begin)});
    }
    return writing;
}

} // namespace

std::vector<quint64> moodHashes(const Lexicon::Reading &reading)
{
    std::vector<quint64> hashes;
    hashes.reserve(reading.tokens.size() * 16);
    std::string before;
    int reach = 0;
    for (const Lexicon::Token &token : reading.tokens) {
        if (token.end > longestRead)
            break;
        const std::string_view bytes(reading.plain.constData() + token.begin,
                                     size_t(token.end - token.begin));
        if (token.kind == Lexicon::Token::Kind::Stop) {
            hashes.push_back(hashOf('s', {}, bytes));
            reach = 0;
            continue;
        }
        if (token.kind == Lexicon::Token::Kind::Sign) {
            hashes.push_back(hashOf('e', std::to_string(token.valence), bytes));
            continue;
        }
        const std::string word = moodWord(token.word, reach > 0);
        hashes.push_back(hashOf('w', {}, word));
        hashes.push_back(hashOf('p', before, word));
        addStretches(moodWord(token.word, false), hashes);
        before = word;
        reach = token.entry && token.entry->negates ? negationReaches : std::max(reach - 1, 0);
    }
    return hashes;
}

std::array<float, moodShapes> moodShape(QStringView text, const Lexicon::Reading &reading)
{
    float warm = 0;
    float cold = 0;
    float warmest = 0;
    float coldest = 0;
    for (const Lexicon::Carrier &carrier : reading.carriers) {
        (carrier.valence > 0 ? warm : cold) += std::abs(carrier.valence);
        warmest = std::max(warmest, carrier.valence);
        coldest = std::max(coldest, -carrier.valence);
    }
    const Writing writing = writingOf(text, reading);
    const QStringView trimmed = text.trimmed();
    const auto digits
        = int(std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }));
    const auto yes = [](bool is) { return is ? 1.0F : 0.0F; };
    const bool none = reading.carriers.empty();
    return {float(reading.valence),
            warm / 4,
            cold / 4,
            warmest / 3,
            coldest / 3,
            upTo(writing.words, 25),
            std::log1p(float(writing.words)) / 3,
            upTo(writing.shouted, 4),
            upTo(writing.negations, 3),
            upTo(int(text.count(u'!')), 3),
            upTo(int(text.count(u'?')), 3),
            none ? 0 : reading.carriers.back().valence / 3,
            none ? 0 : reading.carriers.front().valence / 3,
            writing.signs / 3,
            yes(trimmed.endsWith(u'?')),
            yes(trimmed.endsWith(u'!')),
            yes(text.contains(QLatin1StringView("://"))),
            yes(text.contains(QLatin1StringView("...")) || text.contains(u'\u2026')),
            yes(none),
            yes(writing.drawnOut),
            yes(writing.turns),
            upTo(digits, 8)};
}

} // namespace baton::signs
