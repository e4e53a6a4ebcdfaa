#include "core/signals/NearDuplicates.h"

#include "core/base/FunctionWords.h"
#include "core/signals/FeatureHash.h"
#include "core/signals/Plain.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <limits>
#include <string_view>

namespace baton::signs {

namespace {

constexpr size_t leastWords = 4;         // that count: "where is my refund" is no incident
constexpr qsizetype longestAsked = 1000; // UTF-16 units that are looked at
constexpr size_t keptHashes = 64;        // smallest hashes
constexpr int bands = 16;                // at a likeness of 0.6 two share one in 98 of 100 cases
constexpr int rowsOfBand = 3;

/// The finalizer of MurmurHash3: each bit of the key moves half of the bits.
quint64 mixed(quint64 key)
{
    key ^= key >> 33U;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33U;
    key *= 0xc4ceb9fe1a85ec53ULL;
    return key ^ (key >> 33U);
}

quint64 wordHash(std::string_view word)
{
    FeatureHash hash('w');
    hash.add(word);
    return mixed(hash.wordValue());
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> all)
{
    return std::find(all.begin(), all.end(), word) != all.end();
}

bool opensALetter(std::string_view word)
{
    return isOneOf(word,
                   {"hi", "hello", "hey", "dear", "hallo", "liebe", "lieber", "liebes", "geehrte",
                    "geehrter", "hola", "estimado", "estimada", "mr", "mrs", "ms", "herr", "frau"});
}

/// Says that something is asked for, and not what.
bool onlyAsks(std::string_view word)
{
    return isOneOf(
        word, {"able",   "anybody",  "anyone", "check",    "find",  "give",     "help",  "know",
               "like",   "looking",  "love",   "name",     "need",  "possible", "pls",   "question",
               "team",   "tell",     "try",    "trying",   "want",  "wanted",   "yeah",  "brauche",
               "frage",  "helfen",   "hilfe",  "mochte",   "name",  "wissen",   "ayuda", "ayudar",
               "favor",  "necesito", "nombre", "pregunta", "puede", "pueden",   "puedo", "querria",
               "quiero", "quisiera", "saber"});
}

/// The words of a text that count, in order, as hashes.
class Counted
{
public:
    explicit Counted(const QString &customerName)
    {
        const QByteArray name = plain(customerName);
        for (const Word &word : wordsOf(name))
            m_names.push_back(wordHash(view(name, word)));
    }

    void add(QStringView text)
    {
        const QByteArray bytes = plain(text);
        int chunkEnd = 0;
        bool address = false; // of mail or of a page
        bool greets = false;
        for (const Word &word : wordsOf(bytes)) {
            if (word.begin >= chunkEnd) {
                chunkEnd = blankAfter(bytes, word.begin);
                const QByteArrayView chunk(bytes.constData() + word.begin, chunkEnd - word.begin);
                address = chunk.contains('@') || chunk.contains("://") || chunk.startsWith("www.");
            }
            const std::string_view plainWord = view(bytes, word);
            const bool named = std::exchange(greets, false) && text[word.begin].isUpper();
            if (opensALetter(plainWord)) {
                greets = true;
                continue;
            }
            if (!address && !named)
                take(plainWord, text.mid(word.begin, word.end - word.begin));
        }
    }

    bool isEnough() const
    {
        std::vector<quint64> different = m_words;
        std::sort(different.begin(), different.end());
        return std::unique(different.begin(), different.end()) - different.begin()
            >= qptrdiff(leastWords);
    }

    /// Each word and each pair of neighbours, the smallest, sorted.
    std::vector<quint32> shingles() const
    {
        std::vector<quint32> all;
        for (size_t i = 0; i < m_words.size(); ++i) {
            all.push_back(quint32(m_words[i]));
            if (i > 0)
                all.push_back(quint32(mixed(m_words[i - 1] * 3 + m_words[i])));
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        all.resize(std::min(all.size(), keptHashes));
        return all;
    }

private:
    static std::string_view view(const QByteArray &bytes, const Word &word)
    {
        return {bytes.constData() + word.begin, size_t(word.end - word.begin)};
    }
    static int blankAfter(const QByteArray &bytes, int at)
    {
        while (at < bytes.size() && bytes[at] > ' ')
            ++at;
        return at;
    }
    void take(std::string_view word, QStringView written)
    {
        const bool number
            = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (word.size() < 2 || number || text::isFunctionWord(word) || onlyAsks(word))
            return;
        // Other alphabets are all '_' in plain text.
        const bool other = word.find('_') != std::string_view::npos;
        const quint64 hash
            = other ? wordHash(written.toString().toLower().toStdString()) : wordHash(word);
        if (std::find(m_names.begin(), m_names.end(), hash) == m_names.end())
            m_words.push_back(hash);
    }

    std::vector<quint64> m_names;
    std::vector<quint64> m_words;
};

std::vector<qint64> bandsOf(const std::vector<quint32> &shingles)
{
    std::vector<qint64> all;
    for (int band = 0; band < bands; ++band) {
        quint64 key = mixed(quint64(band) + 1);
        for (int row = 0; row < rowsOfBand; ++row) {
            const quint64 seed = mixed(quint64(band * rowsOfBand + row) + 101);
            quint64 least = std::numeric_limits<quint64>::max();
            for (const quint32 shingle : shingles)
                least = std::min(least, mixed(shingle ^ seed));
            key = mixed(key ^ least);
        }
        all.push_back(qint64(key));
    }
    return all;
}

Sketch sketchOf(const Counted &counted)
{
    if (!counted.isEnough())
        return {};
    const std::vector<quint32> shingles = counted.shingles();
    Sketch sketch{QByteArray(qsizetype(shingles.size() * sizeof(quint32)), Qt::Uninitialized),
                  bandsOf(shingles)};
    char *to = sketch.words.data();
    for (const quint32 shingle : shingles) {
        qToLittleEndian(shingle, to);
        to += sizeof(quint32);
    }
    return sketch;
}

quint32 shingleAt(const QByteArray &words, size_t i)
{
    return qFromLittleEndian<quint32>(words.constData() + i * sizeof(quint32));
}

} // namespace

Sketch sketchOf(const Conversation &conversation)
{
    Counted counted(conversation.customer.name);
    qsizetype left = longestAsked;
    for (const Message &message : conversation.messages) {
        if (message.from != Sender::Customer || message.visibility != Visibility::Public)
            continue;
        counted.add(QStringView(message.text).left(left));
        left -= message.text.size();
        if (left <= 0 || counted.isEnough())
            break;
    }
    return sketchOf(counted);
}

Sketch sketchOf(QStringView text, const QString &customerName)
{
    Counted counted(customerName);
    counted.add(text.left(longestAsked));
    return sketchOf(counted);
}

double likeness(const QByteArray &a, const QByteArray &b)
{
    const size_t sizeA = size_t(a.size()) / sizeof(quint32);
    const size_t sizeB = size_t(b.size()) / sizeof(quint32);
    if (sizeA == 0 || sizeB == 0)
        return 0;
    // Of longer texts only the smallest hashes are known, and so those of both together.
    const bool cut = sizeA >= keptHashes || sizeB >= keptHashes;
    size_t both = 0;
    size_t seen = 0;
    size_t i = 0;
    size_t j = 0;
    while ((i < sizeA || j < sizeB) && (!cut || seen < keptHashes)) {
        ++seen;
        if (j == sizeB || (i < sizeA && shingleAt(a, i) < shingleAt(b, j))) {
            ++i;
        } else if (i == sizeA || shingleAt(b, j) < shingleAt(a, i)) {
            ++j;
        } else {
            ++both;
            ++i;
            ++j;
        }
    }
    return double(both) / double(seen);
}

} // namespace baton::signs
