#include "core/knowledge/SubjectWords.h"

#include "core/base/FunctionWords.h"
#include "core/signals/FeatureHash.h"
#include "core/signals/Plain.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <string>

namespace baton::knowledge {

namespace {

constexpr size_t shortestStretch = 3;
constexpr size_t longestStretch = 5;

class Stemmer
{
public:
    Stemmer()
        : m_stemmer(sb_stemmer_new("porter", nullptr))
    { }
    /// Words with a digit are as they are.
    std::string operator()(const std::string &word) const
    {
        if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return word;
        const auto *stem = sb_stemmer_stem(
            m_stemmer.get(), reinterpret_cast<const sb_symbol *>(word.data()), int(word.size()));
        return stem ? std::string(reinterpret_cast<const char *>(stem),
                                  size_t(sb_stemmer_length(m_stemmer.get())))
                    : word;
    }

private:
    struct Free
    {
        void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
    };
    std::unique_ptr<sb_stemmer, Free> m_stemmer;
};

void addStretchesOf(const std::string &word, std::vector<quint64> &hashes)
{
    const std::string edged = ' ' + word + ' ';
    for (size_t begin = 0; begin < edged.size(); ++begin) {
        signs::FeatureHash hash('c');
        for (size_t length = 1; length <= longestStretch && begin + length <= edged.size();
             ++length) {
            hash.add(edged[begin + length - 1]);
            if (length >= shortestStretch)
                hashes.push_back(hash.stretchValue());
        }
    }
}

/// All as stretches: one length for all of a text's features (Vocabulary).
std::vector<quint64> subjectHashes(QStringView text)
{
    const QByteArray bytes = signs::plain(text.left(longestSubject));
    thread_local const Stemmer stemOf; // has a buffer of its own
    std::vector<quint64> hashes;
    std::string before;
    for (const signs::Word &one : signs::wordsOf(bytes)) {
        std::string word(bytes.constData() + one.begin, size_t(one.end - one.begin));
        word.erase(std::remove(word.begin(), word.end(), '\''), word.end());
        std::string stem = stemOf(word);
        signs::FeatureHash single('w');
        single.add(stem);
        hashes.push_back(single.stretchValue());
        if (!before.empty()) {
            signs::FeatureHash pair('p');
            pair.add(before);
            pair.add(' ');
            pair.add(stem);
            hashes.push_back(pair.stretchValue());
        }
        if (!text::isFunctionWord(word))
            addStretchesOf(word, hashes);
        before = std::move(stem);
    }
    return hashes;
}

} // namespace

std::vector<signs::Feature> subjectWords(QStringView text)
{
    return signs::counted(subjectHashes(text));
}

} // namespace baton::knowledge
