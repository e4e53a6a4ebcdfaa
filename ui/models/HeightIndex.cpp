#include "ui/models/HeightIndex.h"

#include <algorithm>

namespace baton::ui {

void HeightIndex::reset(QList<int> heights)
{
    m_heights = std::move(heights);
    m_tops.resize(m_heights.size() + 1);
    m_tops[0] = 0;
    m_valid = 0;
}

void HeightIndex::set(qsizetype index, int height)
{
    if (m_heights[index] == height)
        return;
    m_heights[index] = height;
    m_valid = std::min(m_valid, index);
}

int HeightIndex::top(qsizetype index) const
{
    if (m_heights.isEmpty())
        return 0;
    for (; m_valid < index; ++m_valid)
        m_tops[m_valid + 1] = m_tops[m_valid] + m_heights[m_valid];
    return m_tops[index];
}

qsizetype HeightIndex::at(int y) const
{
    if (m_heights.isEmpty())
        return -1;
    total();
    // The last thing that begins at or before y; of several at one place the one with a height.
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend() - 1, y);
    return std::max<qsizetype>(0, after - m_tops.cbegin() - 1);
}

} // namespace baton::ui
