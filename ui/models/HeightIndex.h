#pragma once

#include <QtCore/QList>

namespace baton::ui {

/// Heights of a column of things and where each begins: prefix sums that are brought up to date
/// from the first change on. Heights are in px and ≥ 0.
class HeightIndex
{
public:
    void reset(QList<int> heights);
    void set(qsizetype index, int height);
    int height(qsizetype index) const { return m_heights[index]; }
    qsizetype count() const { return m_heights.size(); }

    int top(qsizetype index) const; ///< 0 ≤ index ≤ count()
    int total() const { return top(count()); }
    /// The thing that covers y; the first or last one beyond the ends; −1 where there is none.
    qsizetype at(int y) const;

private:
    QList<int> m_heights;
    mutable QList<int> m_tops; ///< valid up to and including m_valid
    mutable qsizetype m_valid = 0;
};

} // namespace baton::ui
