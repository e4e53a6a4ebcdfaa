#include "core/signals/Blend.h"

#include "core/signals/Numbers.h"

#include <algorithm>
#include <cmath>

namespace baton::signs {

namespace {

void writeRows(QDataStream &out, const PackedRows &rows)
{
    out << qint32(rows.width());
    writeNumbers(out, rows.cells());
    writeNumbers(out, rows.steps());
}

bool readRows(QDataStream &in, PackedRows &rows, quint64 most)
{
    qint32 width = 0;
    std::vector<qint8> cells;
    std::vector<float> steps;
    in >> width;
    if (!readNumbers(in, cells, most) || !readNumbers(in, steps, most))
        return false;
    rows = PackedRows::restore(std::move(cells), std::move(steps), width);
    return true;
}

} // namespace

std::vector<float> Blend::linearMargins(const Row &row) const
{
    std::vector<float> sums(m_secondBias.size(), 0);
    m_linear.add(row, sums.data());
    m_linear.add({{m_linear.rows() - 1, 1}}, sums.data());
    return sums;
}

std::vector<float> Blend::mixed(const std::vector<float> &linear,
                                const std::vector<float> &networks) const
{
    std::vector<float> sums(linear.size());
    for (size_t c = 0; c < sums.size(); ++c)
        sums[c] = m_linearWeight * linear[c] + m_networkWeight * networks[c];
    return sums;
}

void Blend::Layers::add(std::span<const Row> parts, std::vector<float> &margins) const
{
    std::vector<float> units;
    for (const Row &row : parts) {
        std::vector<float> sums = bias;
        first.add(row, sums.data());
        raise(units, sums);
    }
    addUnits(units, second, margins);
}

std::vector<float> Blend::margins(const Row &row, std::span<const Row> words) const
{
    std::vector<float> networks = m_secondBias;
    m_wholes.add({&row, 1}, networks);
    if (readsWords())
        m_words.add(words, networks);
    return mixed(linearMargins(row), networks);
}

void Blend::Layers::write(QDataStream &out) const
{
    writeRows(out, first);
    writeNumbers(out, bias);
    writeNumbers(out, second);
}

bool Blend::Layers::read(QDataStream &in, quint64 most, int columns, int classes)
{
    return readRows(in, first, most) && readNumbers(in, bias, most) && readNumbers(in, second, most)
        && size_t(first.width()) == bias.size() && first.rows() == (bias.empty() ? 0 : columns)
        && second.size() == bias.size() * size_t(classes);
}

void Blend::write(QDataStream &out) const
{
    out << m_linearWeight << m_networkWeight;
    writeRows(out, m_linear);
    m_wholes.write(out);
    m_words.write(out);
    writeNumbers(out, m_secondBias);
}

bool Blend::read(QDataStream &in, quint64 most, int columns, int classes)
{
    in >> m_linearWeight >> m_networkWeight;
    return readRows(in, m_linear, most) && m_wholes.read(in, most, columns, classes)
        && m_words.read(in, most, columns, classes) && readNumbers(in, m_secondBias, most)
        && std::isfinite(m_linearWeight) && std::isfinite(m_networkWeight)
        && m_linear.rows() == columns + 1 && m_linear.width() == classes
        && m_secondBias.size() == size_t(classes);
}

void softmax(std::vector<float> &margins)
{
    const float top = *std::max_element(margins.begin(), margins.end());
    float total = 0;
    for (float &margin : margins) {
        margin = std::exp(margin - top);
        total += margin;
    }
    for (float &chance : margins)
        chance /= total;
}

int bestOf(const std::vector<float> &margins, int leftOut)
{
    int best = -1;
    for (int c = 0; c < int(margins.size()); ++c) {
        if (c != leftOut && (best < 0 || margins[size_t(c)] > margins[size_t(best)]))
            best = c;
    }
    return best;
}

} // namespace baton::signs
