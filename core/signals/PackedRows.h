#pragma once

#include "core/signals/Features.h"

#include <vector>

namespace baton::signs {

/// A matrix whose rows are added up by the hundred: each row in steps of a 127th of its largest
/// cell, which is a quarter of the memory, and of the time where memory is what it waits for.
class PackedRows
{
public:
    PackedRows() = default;
    /// rows × width cells, by row. width ≥ 1.
    PackedRows(const std::vector<float> &cells, int width);

    int rows() const { return int(m_steps.size()); }
    int width() const { return m_width; }
    /// sums += value × row for each of them; sums has width() numbers. The same on every machine.
    void add(const std::vector<Vocabulary::Weighted> &rows, float *sums) const;

    const std::vector<qint8> &cells() const { return m_cells; }
    const std::vector<float> &steps() const { return m_steps; }
    /// What cells() and steps() were; nothing fits that has another size.
    static PackedRows restore(std::vector<qint8> cells, std::vector<float> steps, int width);

private:
    std::vector<qint8> m_cells;
    std::vector<float> m_steps; ///< by row
    int m_width = 0;
};

} // namespace baton::signs
