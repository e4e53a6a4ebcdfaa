#include "core/quality/WordDiff.h"

#include <algorithm>
#include <vector>

namespace baton::quality {

namespace {

constexpr size_t mostSentences = 200;
constexpr size_t mostWords = 200; // of a sentence; what follows is one word with the last
constexpr double leastShared = 1.0 / 3;

struct Sentence
{
    text::Stretch at;
    std::vector<text::Stretch> words;
};

using Table = std::vector<std::vector<int>>;

std::vector<Sentence> sentencesOf(QStringView whole)
{
    std::vector<Sentence> out;
    for (const text::Stretch &at : text::sentenceStretches(whole)) {
        Sentence sentence{at, {}};
        qsizetype begin = -1;
        for (qsizetype i = at.begin; i <= at.end; ++i) {
            const bool letter = i < at.end && !whole[i].isSpace();
            // Punctuation at a word's end is a word of its own: "repaid." and "repaid, and" share
            // one.
            const bool mark
                = letter && whole[i].isPunct() && (i + 1 == at.end || whole[i + 1].isSpace());
            if (begin >= 0 && (!letter || mark)) {
                sentence.words.push_back({begin, i});
                begin = -1;
            }
            if (mark)
                sentence.words.push_back({i, i + 1});
            else if (letter && begin < 0)
                begin = i;
        }
        if (sentence.words.size() > mostWords) {
            sentence.words.resize(mostWords);
            sentence.words.back().end = at.end;
        }
        out.push_back(std::move(sentence));
        if (out.size() == mostSentences)
            break;
    }
    return out;
}

QStringView wordAt(QStringView whole, const text::Stretch &at)
{
    return whole.sliced(at.begin, at.end - at.begin);
}

/// table[i][j]: the most words that what follows i and j has in the same order.
Table sharedWords(QStringView a, const Sentence &first, QStringView b, const Sentence &second)
{
    Table table(first.words.size() + 1, std::vector<int>(second.words.size() + 1, 0));
    for (size_t i = first.words.size(); i-- > 0;) {
        for (size_t j = second.words.size(); j-- > 0;) {
            table[i][j] = wordAt(a, first.words[i]) == wordAt(b, second.words[j])
                ? table[i + 1][j + 1] + 1
                : std::max(table[i + 1][j], table[i][j + 1]);
        }
    }
    return table;
}

double likeness(const Sentence &a, const Sentence &b, int shared)
{
    const size_t all = a.words.size() + b.words.size();
    return all == 0 ? 0 : 2.0 * shared / double(all);
}

/// Adjacent words are one stretch.
void extend(QList<text::Stretch> &stretches, const text::Stretch &word, bool adjacent)
{
    if (adjacent && !stretches.isEmpty())
        stretches.last().end = word.end;
    else
        stretches.append(word);
}

void compareWords(QStringView a, const Sentence &first, QStringView b, const Sentence &second,
                  DiffRow &row)
{
    const Table table = sharedWords(a, first, b, second);
    size_t i = 0;
    size_t j = 0;
    bool goesOnRemoved = false;
    bool goesOnAdded = false;
    while (i < first.words.size() || j < second.words.size()) {
        const bool both = i < first.words.size() && j < second.words.size();
        if (both && wordAt(a, first.words[i]) == wordAt(b, second.words[j])) {
            ++i;
            ++j;
            goesOnRemoved = goesOnAdded = false;
        } else if (j == second.words.size()
                   || (i < first.words.size() && table[i + 1][j] >= table[i][j + 1])) {
            extend(row.removed, first.words[i++], goesOnRemoved);
            goesOnRemoved = true;
        } else {
            extend(row.added, second.words[j++], goesOnAdded);
            goesOnAdded = true;
        }
    }
}

} // namespace

QList<DiffRow> diff(const QString &draft, const QString &sent)
{
    const std::vector<Sentence> a = sentencesOf(draft);
    const std::vector<Sentence> b = sentencesOf(sent);
    const size_t n = a.size();
    const size_t m = b.size();
    std::vector<std::vector<double>> alike(n, std::vector<double>(m, 0));
    for (size_t i = 0; i < n; ++i) {
        for (size_t j = 0; j < m; ++j) {
            const double share
                = likeness(a[i], b[j], sharedWords(draft, a[i], sent, b[j]).front().front());
            alike[i][j] = share < leastShared ? 0 : share;
        }
    }
    // best[i][j]: the likeness of the best alignment of what follows.
    std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, 0));
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;)
            best[i][j]
                = std::max({best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1]});
    }
    QList<DiffRow> rows;
    int changes = 0;
    size_t i = 0;
    size_t j = 0;
    while (i < n || j < m) {
        DiffRow row;
        const bool together
            = i < n && j < m && alike[i][j] > 0 && best[i][j] == alike[i][j] + best[i + 1][j + 1];
        if (together) {
            compareWords(draft, a[i], sent, b[j], row);
        } else if (j == m || (i < n && best[i][j] == best[i + 1][j])) {
            row.removed = {a[i].at};
        } else {
            row.added = {b[j].at};
        }
        if (together || !row.removed.isEmpty()) {
            row.draft = int(i);
            row.draftAt = a[i++].at;
        }
        if (together || row.draft < 0) {
            row.sent = int(j);
            row.sentAt = b[j++].at;
        }
        if (!row.removed.isEmpty() || !row.added.isEmpty())
            row.change = ++changes;
        rows.append(row);
    }
    return rows;
}

} // namespace baton::quality
