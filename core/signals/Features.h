#pragma once

#include <QtCore/QStringView>

#include <vector>

namespace baton::signs {

/// What a text looks like to a linear model: words, pairs of words and stretches of 3 to 5 letters
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
std::vector<quint64> hashesOf(QStringView text);

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
    /// The same of hashesOf() a text; faster, since only what is known is put in order.
    std::vector<Weighted> weigh(const std::vector<quint64> &hashes) const;

    int size() const { return int(m_idf.size()); }
    const std::vector<quint64> &hashes() const { return m_hashes; }
    const std::vector<float> &idf() const { return m_idf; }
    /// hashes must rise, and idf be as long.
    static Vocabulary restore(std::vector<quint64> hashes, std::vector<float> idf);

private:
    int columnOf(quint64 hash) const; ///< −1 of an unknown one
    std::vector<Weighted> scaled(std::vector<Weighted> counts) const;

    std::vector<quint64> m_hashes; ///< by column, rising
    std::vector<float> m_idf;      ///< by column
    /// Where the hashes with these upper bits begin, so that looking up features in their order
    /// walks through memory in order too.
    std::vector<quint32> m_from;
    int m_shift = 0; ///< to the upper bits
};

} // namespace baton::signs
