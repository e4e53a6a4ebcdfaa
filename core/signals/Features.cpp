#include "core/signals/Features.h"

#include "core/signals/FeatureHash.h"
#include "core/signals/Plain.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace baton::signs {

namespace {

constexpr int shortestStretch = 2;
constexpr int longestStretch = 4;

/// How much longer the words of a text are than its stretches of letters. Found on the folds of
/// Banking77 and HWU64: 1.5 and 2 are alike, 1 and one length for all are worse.
constexpr float wordLength = 1.5F;

/// take(word, before): the word before is absent where it is left out.
template <class Take>
void forEachWord(const QByteArray &bytes, std::string_view leftOut, Take take)
{
    const auto counts
        = [leftOut](std::string_view word) { return leftOut.empty() || word != leftOut; };
    std::string_view before;
    for (const Word &word : wordsOf(bytes)) {
        const std::string_view letters(bytes.constData() + word.begin,
                                       size_t(word.end - word.begin));
        const std::string_view previous = std::exchange(before, letters);
        if (counts(letters))
            take(letters, counts(previous) ? std::optional(previous) : std::nullopt);
    }
}

/// 1 + ln of how often something stands there, at least once; small counts, which nearly all are,
/// from a table.
float sublinear(float count)
{
    constexpr size_t kept = 64;
    static const std::array<float, kept> small = [] {
        std::array<float, kept> table{};
        for (size_t i = 1; i < kept; ++i)
            table[i] = 1 + std::log(float(i));
        return table;
    }();
    return count < float(kept) ? small[size_t(count)] : 1 + std::log(count);
}

void addWord(std::string_view word, std::optional<std::string_view> before,
             std::vector<quint64> &hashes)
{
    FeatureHash single('w');
    single.add(word);
    hashes.push_back(single.wordValue());
    if (before) {
        FeatureHash pair('p');
        pair.add(*before);
        pair.add(' ');
        pair.add(word);
        hashes.push_back(pair.wordValue());
    }
    addStretches(word, hashes);
}

} // namespace

void addStretches(std::string_view word, std::vector<quint64> &hashes)
{
    std::string edged;
    edged.reserve(word.size() + 2);
    edged += '<';
    edged += word;
    edged += '>';
    const int size = int(edged.size());
    for (int begin = 0; begin + shortestStretch <= size; ++begin) {
        FeatureHash hash('c');
        for (int length = 1; length <= longestStretch && begin + length <= size; ++length) {
            hash.add(edged[size_t(begin + length - 1)]);
            if (length >= shortestStretch)
                hashes.push_back(hash.stretchValue());
        }
    }
}

QByteArray readBytes(QStringView text)
{
    QByteArray bytes = plain(text.left(longestRead));
    for (char &c : bytes) {
        if (c >= '0' && c <= '9')
            c = '0';
    }
    return bytes;
}

std::vector<quint64> hashesOf(QStringView text, std::string_view leftOut)
{
    std::vector<quint64> hashes;
    hashes.reserve(size_t(text.size()) * 4);
    forEachWord(readBytes(text), leftOut, [&hashes](std::string_view word, const auto &before) {
        addWord(word, before, hashes);
    });
    return hashes;
}

std::vector<std::vector<quint64>> hashesByWord(QStringView text, std::string_view leftOut)
{
    std::vector<std::vector<quint64>> hashes;
    forEachWord(readBytes(text), leftOut, [&hashes](std::string_view word, const auto &before) {
        addWord(word, before, hashes.emplace_back());
    });
    return hashes;
}

std::vector<Feature> counted(std::vector<quint64> hashes)
{
    std::sort(hashes.begin(), hashes.end());
    std::vector<Feature> features;
    features.reserve(hashes.size());
    for (const quint64 hash : hashes) {
        if (!features.empty() && features.back().hash == hash)
            features.back().count += 1;
        else
            features.push_back({hash, 1});
    }
    return features;
}

std::vector<Feature> featuresOf(QStringView text)
{
    return counted(hashesOf(text));
}

Vocabulary Vocabulary::of(const std::vector<std::vector<Feature>> &texts, int least)
{
    std::vector<quint64> all; // in order, so that columns do not depend on that of the texts
    for (const auto &features : texts) {
        for (const Feature &feature : features)
            all.push_back(feature.hash);
    }
    std::sort(all.begin(), all.end());
    std::vector<quint64> hashes;
    std::vector<float> idf;
    for (auto from = all.begin(); from != all.end();) {
        const auto to = std::find_if(from, all.end(), [from](quint64 one) { return one != *from; });
        if (const auto count = to - from; count >= least) {
            hashes.push_back(*from);
            idf.push_back(
                float(std::log((1.0 + double(texts.size())) / (1.0 + double(count))) + 1));
        }
        from = to;
    }
    return restore(std::move(hashes), std::move(idf));
}

Vocabulary Vocabulary::restore(std::vector<quint64> hashes, std::vector<float> idf)
{
    Vocabulary vocabulary;
    vocabulary.m_hashes = std::move(hashes);
    vocabulary.m_idf = std::move(idf);
    vocabulary.m_firstWord = int(std::lower_bound(vocabulary.m_hashes.begin(),
                                                  vocabulary.m_hashes.end(), FeatureHash::wordBit)
                                 - vocabulary.m_hashes.begin());
    const int bits = std::bit_width(vocabulary.m_hashes.size() | 1);
    vocabulary.m_shift = 64 - bits;
    vocabulary.m_from.assign((size_t(1) << bits) + 1, 0);
    for (const quint64 hash : vocabulary.m_hashes)
        ++vocabulary.m_from[(hash >> vocabulary.m_shift) + 1];
    std::partial_sum(vocabulary.m_from.begin(), vocabulary.m_from.end(), vocabulary.m_from.begin());
    return vocabulary;
}

int Vocabulary::columnOf(quint64 hash) const
{
    if (m_from.empty())
        return -1;
    const size_t bucket = hash >> m_shift;
    for (quint32 column = m_from[bucket]; column < m_from[bucket + 1]; ++column) {
        if (m_hashes[column] == hash)
            return int(column);
    }
    return -1;
}

std::vector<Vocabulary::Weighted> Vocabulary::weigh(const std::vector<Feature> &features) const
{
    std::vector<Weighted> counts;
    counts.reserve(features.size());
    for (const Feature &feature : features) {
        if (const int column = columnOf(feature.hash); column >= 0)
            counts.push_back({column, feature.count});
    }
    return scaled(std::move(counts));
}

std::vector<Vocabulary::Weighted> Vocabulary::weigh(const std::vector<quint64> &hashes) const
{
    thread_local ColumnSums counts;
    counts.begin(size());
    for (const quint64 hash : hashes) {
        if (const int column = columnOf(hash); column >= 0)
            counts.add(column, 1);
    }
    return scaled(counts.take());
}

std::vector<std::vector<Vocabulary::Weighted>> Vocabulary::weighWords(
    const std::vector<std::vector<quint64>> &words) const
{
    std::vector<std::vector<Weighted>> rows;
    rows.reserve(words.size());
    for (const std::vector<quint64> &word : words) {
        if (std::vector<Weighted> row = weigh(word); !row.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

void ColumnSums::begin(int columns)
{
    if (m_sums.size() < size_t(columns))
        m_sums.resize(size_t(columns));
}

std::vector<Vocabulary::Weighted> ColumnSums::take()
{
    for (Vocabulary::Weighted &one : m_touched)
        one.value = std::exchange(m_sums[size_t(one.column)], 0.0F);
    return std::exchange(m_touched, {});
}

/// From how often each column stands there, by column, to tf-idf: words and stretches of letters
/// each of their length, and the whole of length 1.
std::vector<Vocabulary::Weighted> Vocabulary::scaled(std::vector<Weighted> counts) const
{
    float stretches = 0;
    float words = 0;
    for (Weighted &one : counts) {
        one.value = sublinear(one.value) * m_idf[size_t(one.column)];
        (one.column < m_firstWord ? stretches : words) += one.value * one.value;
    }
    const float whole
        = std::sqrt((words > 0 ? wordLength * wordLength : 0) + (stretches > 0 ? 1.0F : 0.0F));
    const float ofStretches = 1 / (std::sqrt(stretches) * whole);
    const float ofWords = wordLength / (std::sqrt(words) * whole);
    for (Weighted &one : counts)
        one.value *= one.column < m_firstWord ? ofStretches : ofWords;
    return counts;
}

} // namespace baton::signs
