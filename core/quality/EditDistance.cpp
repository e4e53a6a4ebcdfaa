#include "core/quality/EditDistance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace baton::quality {

namespace {

constexpr qsizetype longestCompared = 8000;

/// What both begin and end with costs nothing, and most edits are short.
void dropShared(QStringView &a, QStringView &b)
{
    while (!a.isEmpty() && !b.isEmpty() && a.front() == b.front()) {
        a = a.sliced(1);
        b = b.sliced(1);
    }
    while (!a.isEmpty() && !b.isEmpty() && a.back() == b.back()) {
        a.chop(1);
        b.chop(1);
    }
}

} // namespace

qsizetype levenshtein(QStringView a, QStringView b)
{
    dropShared(a, b);
    const qsizetype beyond
        = std::max({qsizetype(0), a.size() - longestCompared, b.size() - longestCompared});
    a = a.left(longestCompared);
    b = b.left(longestCompared);
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar c : a) {
        qsizetype diagonal = row[0]++;
        for (qsizetype j = 0; j < b.size(); ++j) {
            qsizetype &here = row[static_cast<size_t>(j) + 1];
            const qsizetype above = here;
            here = std::min(
                {above + 1, row[static_cast<size_t>(j)] + 1, diagonal + (c == b[j] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back() + beyond;
}

double editDistance(QStringView a, QStringView b)
{
    const qsizetype longer = std::max(a.size(), b.size());
    return longer == 0 ? 0 : double(levenshtein(a, b)) / double(longer);
}

} // namespace baton::quality
