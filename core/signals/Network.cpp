#include "core/signals/Network.h"

#include "core/signals/FastLoops.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace baton::signs {

namespace {

// Found on the folds of the training parts of Banking77 and HWU64; all are flat around these.
constexpr int rounds = 20;
constexpr float step = 0.05F;
constexpr float dropFeatures = 0.6F; // of a whole text
constexpr float dropOfWords = 0.4F;  // a word has few
constexpr float dropUnits = 0.5F;
constexpr float tiny = 1e-8F;
constexpr size_t ahead = 6;   // features; their weights lie anywhere, and are waited for otherwise
constexpr int askEvery = 512; // rows

/// Yes or no, with a chance in 256ths: eight from each number of the generator.
class Coins
{
public:
    Coins(std::mt19937_64 &random, float chance)
        : m_random(random)
        , m_below(quint64(chance * 256.0F))
    { }
    bool toss()
    {
        constexpr int bits = 8;
        if (m_left == 0) {
            m_value = m_random();
            m_left = 64 / bits;
        }
        const bool hit = (m_value & 0xffU) < m_below;
        m_value >>= bits;
        --m_left;
        return hit;
    }

private:
    std::mt19937_64 &m_random;
    quint64 m_below;
    quint64 m_value = 0;
    int m_left = 0;
};

/// −1 … 1, the same with every standard library.
float symmetric(std::mt19937_64 &random)
{
    constexpr int mantissa = 24;
    constexpr float half = 1U << (mantissa - 1);
    return float(random() >> (64 - mantissa)) / half - 1;
}

Network fresh(const LabelledRows &task, std::mt19937_64 &random)
{
    Network net;
    const auto units = size_t(Network::units);
    const auto classes = size_t(task.classes);
    const float firstSpread = 0.5F * std::sqrt(6.0F / float(Network::units + 1));
    const float secondSpread = std::sqrt(6.0F / float(Network::units + task.classes));
    net.first.resize(size_t(task.columns) * units);
    for (float &cell : net.first)
        cell = firstSpread * symmetric(random);
    net.second.resize(units * classes);
    for (float &cell : net.second)
        cell = secondSpread * symmetric(random);
    net.firstBias.assign(units, 0);
    net.secondBias.assign(classes, 0);
    return net;
}

struct Learning
{
    Learning(const LabelledRows &learnt, Network::Reads how, quint64 seed)
        : task(learnt)
        , reads(how)
        , drop(how == Network::Reads::Words ? dropOfWords : dropFeatures)
        , random(seed)
        , net(fresh(learnt, random))
        , seenFirst(size_t(learnt.columns))
        , seenFirstBias(size_t(Network::units))
        , seenSecond(net.second.size())
        , seenSecondBias(size_t(learnt.classes))
        , unit(size_t(Network::units))
        , sums(size_t(Network::units))
        , from(size_t(Network::units))
        , unitError(size_t(Network::units))
        , partError(size_t(Network::units))
        , error(size_t(learnt.classes))
    { }

    const LabelledRows &task;
    Network::Reads reads;
    float drop; ///< share of the features
    std::mt19937_64 random;
    Network net;
    // Sums of squared gradients.
    std::vector<float> seenFirst; ///< one a column
    std::vector<float> seenFirstBias;
    std::vector<float> seenSecond;
    std::vector<float> seenSecondBias;
    // Of the row at hand.
    Row kept;
    std::vector<size_t> ends; ///< in kept, of each part of the row
    std::vector<float> unit;
    std::vector<float> sums; ///< what unit would be of one part
    std::vector<int> from;   ///< the part that each unit is of
    std::vector<float> unitError;
    std::vector<float> partError;
    std::vector<float> error; ///< of the margins
    std::vector<int> active;  ///< units that are not 0
};

BATON_INLINE void descend(float *__restrict weights, float *__restrict seen,
                          const float *__restrict gradient, float factor, int size)
{
    for (int i = 0; i < size; ++i) {
        const float slope = factor * gradient[i];
        seen[i] += slope * slope;
        weights[i] -= step * slope / (std::sqrt(seen[i]) + tiny);
    }
}

BATON_INLINE void keepSome(Learning &l, std::span<const Row> parts)
{
    const float scale = 1 / (1 - l.drop);
    Coins drops(l.random, l.drop);
    l.ends.clear();
    size_t kept = 0;
    for (const Row &row : parts) {
        // Written whether kept or not, and then kept or written over: no branch that nobody can
        // guess.
        l.kept.resize(kept + row.size());
        for (const Vocabulary::Weighted &feature : row) {
            l.kept[kept] = {feature.column, feature.value * scale};
            kept += drops.toss() ? 0 : 1;
        }
        l.ends.push_back(kept);
    }
    l.kept.resize(kept);
}

BATON_INLINE void sumUp(Learning &l, size_t begin, size_t end, std::vector<float> &units)
{
    constexpr int count = Network::units;
    units = l.net.firstBias;
    for (size_t i = begin; i < end; ++i) {
        if (i + ahead < l.kept.size())
            fetchSoon(l.net.first.data() + size_t(l.kept[i + ahead].column) * count, count);
        addScaled(units.data(), l.net.first.data() + size_t(l.kept[i].column) * count,
                  l.kept[i].value, count);
    }
}

BATON_INLINE void forward(Learning &l)
{
    constexpr int units = Network::units;
    constexpr float scale = 1 / (1 - dropUnits);
    sumUp(l, 0, l.ends.front(), l.unit);
    std::fill(l.from.begin(), l.from.end(), 0);
    for (size_t part = 1; part < l.ends.size(); ++part) {
        sumUp(l, l.ends[part - 1], l.ends[part], l.sums);
        for (size_t j = 0; j < units; ++j) {
            const bool more = l.sums[j] > l.unit[j];
            l.unit[j] = more ? l.sums[j] : l.unit[j];
            l.from[j] = more ? int(part) : l.from[j];
        }
    }
    Coins drops(l.random, dropUnits);
    l.active.resize(units);
    size_t active = 0;
    for (int j = 0; j < units; ++j) {
        l.active[active] = j;
        active += size_t(!drops.toss()) & size_t(l.unit[size_t(j)] > 0);
    }
    l.active.resize(active);
    l.error = l.net.secondBias;
    const int classes = l.task.classes;
    for (const int j : l.active) {
        float &value = l.unit[size_t(j)];
        value *= scale;
        addScaled(l.error.data(), l.net.second.data() + size_t(j) * size_t(classes), value,
                  classes);
    }
}

/// From margins to the gradient of the loss.
BATON_INLINE void compare(Learning &l, int label)
{
    const float top = *std::max_element(l.error.begin(), l.error.end());
    float sum = 0;
    for (float &value : l.error) {
        value = std::exp(value - top);
        sum += value;
    }
    for (float &value : l.error)
        value /= sum;
    l.error[size_t(label)] -= 1;
}

/// square: the mean of the squared errors of the units that the part has roused.
BATON_INLINE void learnPart(Learning &l, size_t begin, size_t end, float square)
{
    constexpr int units = Network::units;
    for (size_t i = begin; i < end; ++i) {
        const Vocabulary::Weighted &feature = l.kept[i];
        float &seen = l.seenFirst[size_t(feature.column)];
        seen += feature.value * feature.value * square;
        addScaled(l.net.first.data() + size_t(feature.column) * units, l.partError.data(),
                  -step * feature.value / (std::sqrt(seen) + tiny), units);
    }
}

BATON_INLINE void backward(Learning &l)
{
    constexpr int units = Network::units;
    constexpr float scale = 1 / (1 - dropUnits);
    const int classes = l.task.classes;
    std::fill(l.unitError.begin(), l.unitError.end(), 0.0F);
    for (const int j : l.active) {
        float *weights = l.net.second.data() + size_t(j) * size_t(classes);
        l.unitError[size_t(j)] = scale * product(weights, l.error.data(), classes);
        descend(weights, l.seenSecond.data() + size_t(j) * size_t(classes), l.error.data(),
                l.unit[size_t(j)], classes);
    }
    descend(l.net.secondBias.data(), l.seenSecondBias.data(), l.error.data(), 1, classes);
    for (size_t part = 0; part < l.ends.size(); ++part) {
        for (size_t j = 0; j < units; ++j)
            l.partError[j] = l.from[j] == int(part) ? l.unitError[j] : 0;
        const float square = product(l.partError.data(), l.partError.data(), units) / float(units);
        if (square > 0)
            learnPart(l, part == 0 ? 0 : l.ends[part - 1], l.ends[part], square);
    }
    descend(l.net.firstBias.data(), l.seenFirstBias.data(), l.unitError.data(), 1, units);
}

BATON_INLINE bool learnRows(Learning &l, const std::vector<int> &order,
                            const std::function<bool()> &goOn)
{
    int untilAsked = askEvery;
    for (const int at : order) {
        if (--untilAsked == 0) {
            untilAsked = askEvery;
            if (goOn && !goOn())
                return false;
        }
        keepSome(l, partsOf(l.task, at, l.reads));
        forward(l);
        compare(l, l.task.labels[size_t(at)]);
        backward(l);
    }
    return true;
}

BATON_AVX2 bool learnFast(Learning &l, const std::vector<int> &order,
                          const std::function<bool()> &goOn)
{
    return learnRows(l, order, goOn);
}

bool learnPlain(Learning &l, const std::vector<int> &order, const std::function<bool()> &goOn)
{
    return learnRows(l, order, goOn);
}

BATON_INLINE void addActive(const std::vector<float> &units, const std::vector<float> &second,
                            std::vector<float> &margins)
{
    const int classes = int(margins.size());
    for (size_t unit = 0; unit < units.size(); ++unit) {
        if (units[unit] > 0)
            addScaled(margins.data(), second.data() + unit * margins.size(), units[unit], classes);
    }
}

BATON_AVX2 void addActiveFast(const std::vector<float> &units, const std::vector<float> &second,
                              std::vector<float> &margins)
{
    addActive(units, second, margins);
}

void addActivePlain(const std::vector<float> &units, const std::vector<float> &second,
                    std::vector<float> &margins)
{
    addActive(units, second, margins);
}

void shuffle(std::vector<int> &order, std::mt19937_64 &random)
{
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[size_t(random() % i)]);
}

} // namespace

std::optional<Network> Network::train(const LabelledRows &task, const std::vector<int> &chosen,
                                      Reads reads, quint64 seed, const std::function<bool()> &goOn,
                                      bool plain)
{
    Learning learning(task, reads, seed);
    const auto learn = plain || !hasAvx2() ? learnPlain : learnFast;
    std::vector<int> order = chosen;
    for (int round = 0; round < rounds; ++round) {
        shuffle(order, learning.random);
        if (!learn(learning, order, goOn))
            return {};
    }
    return std::move(learning.net);
}

std::vector<float> Network::margins(std::span<const Row> parts) const
{
    std::vector<float> unit;
    for (const Row &row : parts) {
        std::vector<float> sums = firstBias;
        for (const Vocabulary::Weighted &feature : row)
            addScaled(sums.data(), first.data() + size_t(feature.column) * units, feature.value,
                      units);
        raise(unit, sums);
    }
    std::vector<float> margins = secondBias;
    addUnits(unit, second, margins);
    return margins;
}

std::span<const Row> partsOf(const LabelledRows &task, int row, Network::Reads reads)
{
    if (reads == Network::Reads::Words)
        return task.words[size_t(row)];
    return {&task.rows[size_t(row)], 1};
}

void raise(std::vector<float> &units, const std::vector<float> &others)
{
    if (units.empty())
        units = others;
    for (size_t i = 0; i < units.size(); ++i)
        units[i] = std::max(units[i], others[i]);
}

void addUnits(const std::vector<float> &units, const std::vector<float> &second,
              std::vector<float> &margins)
{
    const auto add = hasAvx2() ? addActiveFast : addActivePlain;
    add(units, second, margins);
}

} // namespace baton::signs
