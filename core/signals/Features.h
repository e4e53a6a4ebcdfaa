#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

#include <string_view>
#include <vector>

namespace baton::signs {

/// What a text looks like to a linear model: words, pairs of words and stretches of 2 to 4 letters
/// within words, hashed. Digits count as one digit. Pure; any thread.
struct Feature
{
    quint64 hash = 0; ///< FNV-1a of the kind and the bytes: the same on every machine
    float count = 0;
};
constexpr qsizetype longestRead = 300; ///< UTF-16 units of a text that are looked at
/// Each feature once, by hash.
std::vector<Feature> featuresOf(QStringView text);
/// The hash of each, as often as it stands there, in no order: what a vocabulary needs to weigh.
/// Without those of a word that is left out wherever it stands, and of its pairs.
std::vector<quint64> hashesOf(QStringView text, std::string_view leftOut = {});
/// The same word by word, each with its pair with the word before; none is empty.
std::vector<std::vector<quint64>> hashesByWord(QStringView text, std::string_view leftOut = {});
/// The part of a text that is looked at, as words are taken from it: plain(), any digit as 0.
QByteArray readBytes(QStringView text);
/// How often each hash stands there, by hash.
std::vector<Feature> counted(std::vector<quint64> hashes);

/// The features that training saw, with their inverse document frequency.
class Vocabulary
{
public:
    /// Counts in how many texts each feature stands; those in fewer than least are left out.
    static Vocabulary of(const std::vector<std::vector<Feature>> &texts, int least);

    struct Weighted
    {
        int column = 0; ///< from 0
        float value = 0;
    };
    /// Sublinear tf-idf, of length 1 as a whole (Salton and Buckley 1988); unknown features are
    /// left out.
    std::vector<Weighted> weigh(const std::vector<Feature> &features) const;
    /// The same of hashesOf() a text, in the order in which they first stand there; faster.
    std::vector<Weighted> weigh(const std::vector<quint64> &hashes) const;
    /// The same of each word; those without a known feature are left out.
    std::vector<std::vector<Weighted>> weighWords(
        const std::vector<std::vector<quint64>> &words) const;

    int size() const { return int(m_idf.size()); }
    const std::vector<quint64> &hashes() const { return m_hashes; }
    const std::vector<float> &idf() const { return m_idf; }
    /// hashes must rise, and idf be as long.
    static Vocabulary restore(std::vector<quint64> hashes, std::vector<float> idf);

private:
    int columnOf(quint64 hash) const; ///< −1 of an unknown one
    std::vector<Weighted> scaled(std::vector<Weighted> counts) const;

    std::vector<quint64> m_hashes; ///< by column, rising
    int m_firstWord = 0;           ///< the columns before it are stretches of letters
    std::vector<float> m_idf;      ///< by column
    /// Where the hashes with these upper bits begin, so that looking up features in their order
    /// walks through memory in order too.
    std::vector<quint32> m_from;
    int m_shift = 0; ///< to the upper bits
};

/// Adds up by column, and says which there were in the order in which they came: for a text, much
/// faster than to sort. Used again and again; for one thread.
class ColumnSums
{
public:
    void begin(int columns); ///< columns that may come: 0 … columns − 1
    void add(int column, float value)
    {
        float &sum = m_sums[size_t(column)];
        if (sum == 0)
            m_touched.push_back({column, 0});
        sum += value;
    }
    std::vector<Vocabulary::Weighted> take(); ///< and is empty again

private:
    std::vector<float> m_sums; ///< 0 where nothing was added
    std::vector<Vocabulary::Weighted> m_touched;
};

} // namespace baton::signs
