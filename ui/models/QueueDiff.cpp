#include "ui/models/QueueDiff.h"

#include <algorithm>
#include <unordered_map>

namespace baton::ui {

namespace {

constexpr int near = 32;                   // how far both sides are searched together
constexpr qint64 searchBudget = 4'000'000; // comparisons in all
constexpr int none = -1;

struct Rows
{
    const qint64 *data;
    int count;
    qint64 operator[](int i) const { return data[i]; }
};

/// A row that is not where it was: gone, or standing elsewhere now.
struct Leaver
{
    int from = 0;
    int stableAbove = none; ///< in the new list: the nearest row above that stays
    int stableBelow = 0;    ///< and below; the new list's length where there is none
    int comersAbove = 0;    ///< comers before stableAbove
    int comersBelow = 0;    ///< comers before stableBelow
    bool comesBack = false;
    bool pending = false;
};

/// Walks both lists side by side and says which rows leave and which positions of the new list are
/// taken by rows that come.
class Walk
{
public:
    Walk(Rows from, Rows to)
        : m_from(from)
        , m_to(to)
    { }

    bool run()
    {
        while (m_i < m_from.count || m_j < m_to.count) {
            if (m_i < m_from.count && m_j < m_to.count && m_from[m_i] == m_to[m_j])
                stays();
            else if (!resume())
                return false;
        }
        for (auto &leaver = leavers; m_open < leaver.size(); ++m_open) {
            leaver[m_open].stableBelow = m_to.count;
            leaver[m_open].comersBelow = int(comers.size());
        }
        return true;
    }

    std::vector<Leaver> leavers;
    std::vector<int> comers;

private:
    void stays()
    {
        for (; m_open < leavers.size(); ++m_open) {
            leavers[m_open].stableBelow = m_j;
            leavers[m_open].comersBelow = int(comers.size());
        }
        m_stable = m_j;
        m_comersAbove = int(comers.size());
        ++m_i;
        ++m_j;
    }

    bool skip(int leaving, int coming)
    {
        if (leavers.size() + size_t(leaving) > size_t(queueStepsLimit))
            return false;
        for (; leaving > 0; --leaving)
            leavers.push_back({m_i++, m_stable, 0, m_comersAbove, 0, false, false});
        for (; coming > 0; --coming)
            comers.push_back(m_j++);
        return true;
    }

    /// Skips the fewest rows after which both lists go on alike.
    bool resume()
    {
        const int leftFrom = m_from.count - m_i;
        const int leftTo = m_to.count - m_j;
        if (leftFrom == 0 || leftTo == 0)
            return skip(leftFrom, leftTo);
        m_budget -= near * near / 2;
        for (int sum = 1; sum <= near; ++sum)
            for (int d = std::max(0, sum - leftTo + 1); d <= std::min(sum, leftFrom - 1); ++d)
                if (m_from[m_i + d] == m_to[m_j + sum - d])
                    return skip(d, sum - d);
        // A longer run on one side only.
        const int coming = find(m_from[m_i], m_to, m_j);
        const int leaving = m_budget > 0 ? find(m_to[m_j], m_from, m_i) : none;
        if (m_budget < 0)
            return false;
        if (coming == none && leaving == none)
            return skip(1, 1);
        if (leaving == none || (coming != none && coming <= leaving))
            return skip(0, coming);
        return skip(leaving, 0);
    }

    int find(qint64 row, Rows rows, int begin)
    {
        const qint64 *end = rows.data + rows.count;
        const qint64 *found = std::find(rows.data + begin, end, row);
        m_budget -= found - (rows.data + begin);
        return found == end ? none : int(found - rows.data) - begin;
    }

    Rows m_from;
    Rows m_to;
    int m_i = 0;
    int m_j = 0;
    int m_stable = none;
    int m_comersAbove = 0;
    size_t m_open = 0; ///< the first leaver that knows no stable row below yet
    qint64 m_budget = searchBudget;
};

int pendingIn(const std::vector<Leaver> &movers, size_t count)
{
    return int(std::count_if(movers.begin(), movers.begin() + qsizetype(count),
                             [](const Leaver &mover) { return mover.pending; }));
}

/// Those who are gone, from the end, so that positions above stay true.
void removeGone(const std::vector<Leaver> &leavers, int same, std::vector<QueueStep> &steps)
{
    for (size_t end = leavers.size(); end > 0;) {
        size_t begin = end - 1;
        if (leavers[begin].comesBack) {
            end = begin;
            continue;
        }
        while (begin > 0 && !leavers[begin - 1].comesBack
               && leavers[begin - 1].from + 1 == leavers[begin].from)
            --begin;
        steps.push_back(
            {QueueStep::Kind::Remove, same + leavers[begin].from, int(end - begin), 0, 0});
        end = begin;
    }
}

} // namespace

int commonRows(const std::vector<qint64> &from, const std::vector<qint64> &to)
{
    const auto length = qsizetype(std::min(from.size(), to.size()));
    return int(std::mismatch(from.begin(), from.begin() + length, to.begin()).first - from.begin());
}

std::optional<QueueDiff> queueDiff(const std::vector<qint64> &from, const std::vector<qint64> &to)
{
    QueueDiff diff;
    diff.same = commonRows(from, to);
    int fromEnd = int(from.size());
    int toEnd = int(to.size());
    while (fromEnd > diff.same && toEnd > diff.same
           && from[size_t(fromEnd - 1)] == to[size_t(toEnd - 1)]) {
        --fromEnd;
        --toEnd;
    }
    const Rows left{from.data() + diff.same, fromEnd - diff.same};
    const Rows right{to.data() + diff.same, toEnd - diff.same};
    Walk walk(left, right);
    if (!walk.run())
        return std::nullopt;

    std::unordered_map<qint64, size_t> leaverOf;
    for (size_t k = 0; k < walk.leavers.size(); ++k)
        leaverOf.emplace(left[walk.leavers[k].from], k);
    std::vector<std::optional<size_t>> moverOf; // for each comer
    moverOf.reserve(walk.comers.size());
    for (const int j : walk.comers) {
        const auto known = leaverOf.find(right[j]);
        moverOf.push_back(known == leaverOf.end() ? std::nullopt : std::optional(known->second));
        if (known != leaverOf.end())
            walk.leavers[known->second].comesBack = walk.leavers[known->second].pending = true;
        else
            ++diff.arrived;
    }
    removeGone(walk.leavers, diff.same, diff.steps);

    // From here on the list is: the rows that stay, the comers placed so far, and the pending
    // movers.
    for (size_t k = 0; k < walk.comers.size(); ++k) {
        if (diff.steps.size() > size_t(queueStepsLimit))
            return std::nullopt;
        const int j = walk.comers[k];
        const auto before
            = std::partition_point(walk.leavers.begin(), walk.leavers.end(),
                                   [j](const Leaver &leaver) { return leaver.stableBelow < j; });
        const int at
            = diff.same + j + pendingIn(walk.leavers, size_t(before - walk.leavers.begin()));
        if (moverOf[k]) {
            Leaver &mover = walk.leavers[*moverOf[k]];
            const int now = diff.same + mover.stableAbove + 1 - mover.comersAbove
                + std::min(int(k), mover.comersBelow) + pendingIn(walk.leavers, *moverOf[k]);
            mover.pending = false;
            if (now != at && now + 1 != at)
                diff.steps.push_back({QueueStep::Kind::Move, now, 1, at, 0});
            continue;
        }
        QueueStep *last = diff.steps.empty() ? nullptr : &diff.steps.back();
        if (last && last->kind == QueueStep::Kind::Insert
            && last->source + last->count == diff.same + j && last->at + last->count == at)
            ++last->count;
        else
            diff.steps.push_back({QueueStep::Kind::Insert, at, 1, 0, diff.same + j});
    }
    return diff;
}

} // namespace baton::ui
