#include "core/drafting/Said.h"

#include "core/drafting/DraftCheck.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace baton::drafting {

namespace {

constexpr qsizetype passagesHeldAgainst = 12;
constexpr qsizetype shortestToldBy = 3; // letters of a word that tells passages apart

QSet<QString> wordsThatTell(const QString &text)
{
    QSet<QString> words;
    QString word;
    for (const QChar c : text.toCaseFolded() + u' ') {
        if (c.isLetterOrNumber()) {
            word.append(c);
            continue;
        }
        if (word.size() >= shortestToldBy || (!word.isEmpty() && word.at(0).isDigit()))
            words.insert(word);
        word.clear();
    }
    return words;
}

/// Which passages hold a word.
class Holders
{
public:
    explicit Holders(const QList<Document> &documents)
    {
        for (const Document &document : documents) {
            for (const Passage &passage : document.passages) {
                for (const QString &word : wordsThatTell(passage.heading + u' ' + passage.text))
                    m_holders[word].append(int(m_passages.size()));
                m_passages.append(passage);
            }
        }
    }
    /// Those that share most with it, rare words before common ones.
    QList<Passage> closestTo(const QString &sentence) const
    {
        QHash<int, double> shared;
        for (const QString &word : wordsThatTell(sentence)) {
            const QList<int> holders = m_holders.value(word);
            for (const int one : holders)
                shared[one] += 1.0 / double(holders.size());
        }
        QList<int> closest = shared.keys();
        std::sort(closest.begin(), closest.end(), [&](int a, int b) {
            return shared[a] != shared[b] ? shared[a] > shared[b] : a < b;
        });
        QList<Passage> passages;
        for (const int one : closest.mid(0, passagesHeldAgainst))
            passages.append(m_passages[one]);
        return passages;
    }

private:
    QList<Passage> m_passages;
    QHash<QString, QList<int>> m_holders;
};

bool isSaid(const Draft &checked)
{
    return !checked.sentences.isEmpty()
        && std::all_of(checked.sentences.begin(), checked.sentences.end(),
                       [](const DraftSentence &one) {
                           return one.supported() && one.unmatched.isEmpty()
                               && (!one.isClaim() || !one.supports.isEmpty());
                       })
        && std::any_of(checked.sentences.begin(), checked.sentences.end(),
                       [](const DraftSentence &one) { return !one.supports.isEmpty(); });
}

} // namespace

QList<qsizetype> saidBy(const QList<Document> &documents, const QStringList &sentences)
{
    QList<qsizetype> said;
    if (sentences.isEmpty())
        return said;
    const Holders holders(documents);
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        Grounds grounds;
        grounds.passages = holders.closestTo(sentences[i]);
        if (!grounds.passages.isEmpty()
            && isSaid(DraftCheck(grounds).check(sentences[i], DraftProvider::Person)))
            said.append(i);
    }
    return said;
}

} // namespace baton::drafting
