#include "core/signals/PackedRows.h"

#include "core/signals/FastLoops.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

constexpr float finest = 127;
constexpr size_t ahead = 4; // rows; they lie anywhere in memory, and are waited for otherwise

BATON_INLINE void addRows(float *sums, const std::vector<Vocabulary::Weighted> &rows,
                          const qint8 *cells, const float *steps, int width)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i + ahead < rows.size())
            fetchSoon(cells + size_t(rows[i + ahead].column) * size_t(width), width);
        addScaled(sums, cells + size_t(rows[i].column) * size_t(width),
                  rows[i].value * steps[rows[i].column], width);
    }
}

BATON_AVX2 void addFast(float *sums, const std::vector<Vocabulary::Weighted> &rows,
                        const qint8 *cells, const float *steps, int width)
{
    addRows(sums, rows, cells, steps, width);
}

void addPlain(float *sums, const std::vector<Vocabulary::Weighted> &rows, const qint8 *cells,
              const float *steps, int width)
{
    addRows(sums, rows, cells, steps, width);
}

} // namespace

PackedRows::PackedRows(const std::vector<float> &cells, int width)
    : m_cells(cells.size())
    , m_steps(cells.size() / size_t(width))
    , m_width(width)
{
    for (size_t row = 0; row < m_steps.size(); ++row) {
        const float *from = cells.data() + row * size_t(width);
        float largest = 0;
        for (int i = 0; i < width; ++i)
            largest = std::max(largest, std::abs(from[i]));
        m_steps[row] = largest / finest;
        if (largest == 0)
            continue;
        for (int i = 0; i < width; ++i)
            m_cells[row * size_t(width) + size_t(i)]
                = qint8(std::lround(from[i] / largest * finest));
    }
}

PackedRows PackedRows::restore(std::vector<qint8> cells, std::vector<float> steps, int width)
{
    PackedRows rows;
    if (width < 1 || cells.size() != steps.size() * size_t(width))
        return rows;
    rows.m_cells = std::move(cells);
    rows.m_steps = std::move(steps);
    rows.m_width = width;
    return rows;
}

void PackedRows::add(const std::vector<Vocabulary::Weighted> &rows, float *sums) const
{
    const auto addAll = hasAvx2() ? addFast : addPlain;
    addAll(sums, rows, m_cells.data(), m_steps.data(), m_width);
}

} // namespace baton::signs
